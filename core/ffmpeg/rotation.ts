import type { ProbeStream } from './probe-schema.ts';
import { parseNumber, readTag } from './probe-values.ts';

/**
 * Degrees clockwise that a player turns the picture, to the nearest quarter. The display matrix counts
 * counter-clockwise; the `rotate` tag of FFmpeg 4 and earlier counts clockwise.
 */
export function parseRotation(stream: ProbeStream): 0 | 90 | 180 | 270 {
  const matrix = stream.side_data_list?.find(
    (data) => data.side_data_type === 'Display Matrix' && data.rotation !== undefined,
  );
  const fromMatrix = parseNumber(scalarOf(matrix?.rotation));
  if (fromMatrix !== null) return quarter(-fromMatrix);
  return quarter(parseNumber(readTag(stream.tags, 'rotate') ?? undefined) ?? 0);
}

function scalarOf(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function quarter(degrees: number): 0 | 90 | 180 | 270 {
  const turns = ((Math.round(degrees / 90) % 4) + 4) % 4;
  return ([0, 90, 180, 270] as const)[turns] ?? 0;
}
