import { z } from 'zod';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const rectangleSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});

export const windowPlaceSchema = z.object({ bounds: rectangleSchema, maximized: z.boolean() });
export type WindowPlace = Readonly<z.infer<typeof windowPlaceSchema>>;

export const SMALLEST_WINDOW = { width: 640, height: 480 };
const USUAL_WINDOW = { width: 1280, height: 840 };
/** So much of a window must be on a screen that it can be seen and taken hold of. */
const VISIBLE_PIXELS = 120;

/**
 * Where the window goes: as it was left, moved into the screens that are there now; at first in the middle.
 * @param areas work areas of the displays, the primary one first
 */
export function placeWindow(left: WindowPlace | null, areas: readonly Rectangle[]): WindowPlace {
  const home = left === null ? undefined : areas.find((area) => isSeenOn(area, left.bounds));
  const area = home ?? areas[0];
  if (area === undefined) return left ?? centred({ x: 0, y: 0, ...USUAL_WINDOW });
  if (left === null || home === undefined) {
    return { ...centred(area), maximized: left?.maximized ?? false };
  }
  return { bounds: fitInto(left.bounds, area), maximized: left.maximized };
}

function isSeenOn(area: Rectangle, window: Rectangle): boolean {
  const width = overlap(area.x, area.width, window.x, window.width);
  const height = overlap(area.y, area.height, window.y, window.height);
  return width >= VISIBLE_PIXELS && height >= VISIBLE_PIXELS;
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}

/** The size shrinks to the screen; the title bar stays on it. */
function fitInto(window: Rectangle, area: Rectangle): Rectangle {
  const width = within(window.width, SMALLEST_WINDOW.width, area.width);
  const height = within(window.height, SMALLEST_WINDOW.height, area.height);
  const x = within(window.x, area.x - width + VISIBLE_PIXELS, area.x + area.width - VISIBLE_PIXELS);
  const y = within(window.y, area.y, area.y + area.height - VISIBLE_PIXELS);
  return { x, y, width, height };
}

function centred(area: Rectangle): WindowPlace {
  const width = Math.min(USUAL_WINDOW.width, area.width);
  const height = Math.min(USUAL_WINDOW.height, area.height);
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { bounds: { x, y, width, height }, maximized: false };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
