export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Start-of-frame markers (ISO/IEC 10918-1, table B.1); C4, C8 and CC among them mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** null: not a whole JPEG header. */
export function readJpegSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null;
    if (!isFrame(view.getUint8(at + 1))) continue;
    const height = view.getUint16(at + 5);
    const width = view.getUint16(at + 7);
    return width > 0 && height > 0 ? { width, height } : null;
  }
  return null;
}
