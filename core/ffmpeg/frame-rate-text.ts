/** NTSC rates as the fractions which they are, others as they stand: FFmpeg reads `30000/1001` and `12.5`. */
export function frameRateText(frameRate: number): string {
  const ntsc = Math.round((frameRate * 1001) / 1000);
  if (Math.abs((ntsc * 1000) / 1001 - frameRate) < 0.0015 && Math.abs(ntsc - frameRate) > 0.002) {
    return `${ntsc * 1000}/1001`;
  }
  return String(Math.round(frameRate * 1000) / 1000);
}
