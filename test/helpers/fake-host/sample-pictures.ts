/** Pictures for the sample library, drawn from a number: hills under a sky, or a waveform. */
export function drawLandscape(seed: number): string {
  const random = randomFrom(seed + 1);
  const hue = Math.floor(random() * 360);
  const sunX = 120 + random() * 400;
  const sunY = 90 + random() * 120;
  const hills = [0, 1, 2, 3].map((depth) => hill(depth, { random, hue }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360">
<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="hsl(${hue} 45% 42%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 70% 82%)"/></linearGradient></defs>
<rect width="640" height="360" fill="url(#s)"/><circle cx="${sunX.toFixed(0)}" cy="${sunY.toFixed(0)}" r="${(24 + random() * 30).toFixed(0)}" fill="hsl(${(hue + 60) % 360} 90% 90%)"/>${hills.join('')}</svg>`;
}

function hill(depth: number, { random, hue }: { random: () => number; hue: number }): string {
  const base = 180 + depth * 45;
  const phase = random() * 6;
  const wave = 18 + random() * 26;
  const points = Array.from({ length: 33 }, (_, step) => {
    const y = base + Math.sin(phase + step / (3 + depth)) * wave + Math.sin(step + phase) * 5;
    return `${step * 20},${y.toFixed(1)}`;
  });
  const light = 48 - depth * 11;
  return `<polygon points="0,360 ${points.join(' ')} 640,360" fill="hsl(${(hue + 15 * depth) % 360} 32% ${light}%)"/>`;
}

export function drawWaveform(seed: number): string {
  const random = randomFrom(seed + 7);
  const hue = Math.floor(random() * 360);
  const bars = Array.from({ length: 80 }, (_, index) => {
    const envelope = 0.25 + 0.75 * Math.abs(Math.sin(index / (6 + random() * 2)));
    const height = 12 + envelope * random() * 220;
    return `<rect x="${index * 8 + 2}" y="${(180 - height / 2).toFixed(1)}" width="4" height="${height.toFixed(1)}" rx="2"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360"><rect width="640" height="360" fill="hsl(${hue} 28% 22%)"/><g fill="hsl(${hue} 60% 72%)">${bars.join('')}</g></svg>`;
}

/** A small generator (mulberry32) so that the same seed draws the same picture. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
