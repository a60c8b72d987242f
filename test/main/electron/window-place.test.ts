import { describe, expect, it } from 'vitest';
import { placeWindow, SMALLEST_WINDOW } from '../../../main/electron/window-place.ts';

const laptop = { x: 0, y: 24, width: 1440, height: 876 };
const beside = { x: 1440, y: 0, width: 2560, height: 1440 };
const left = (x: number, y: number, width = 1000, height = 700, maximized = false) => ({
  bounds: { x, y, width, height },
  maximized,
});

describe('the place of the window', () => {
  it('is the middle of the primary screen at the first start, and never larger than it', () => {
    expect(placeWindow(null, [laptop, beside])).toEqual(left(80, 42, 1280, 840));
    const small = { x: 0, y: 0, width: 800, height: 600 };
    expect(placeWindow(null, [small]).bounds).toEqual(small);
  });

  it('is where it was left, on the second screen too, and maximized again', () => {
    const place = left(1700, 200, 1600, 900, true);
    expect(placeWindow(place, [laptop, beside])).toEqual(place);
  });

  it('comes back to a screen that is there when its own was taken away, and stays maximized', () => {
    const { bounds, maximized } = placeWindow(left(1700, 200, 1600, 900, true), [laptop]);
    expect(bounds).toEqual({ x: 80, y: 42, width: 1280, height: 840 });
    expect(maximized).toBe(true);
  });

  it('shrinks to a screen that became smaller and keeps its title bar on it', () => {
    const { bounds } = placeWindow(left(100, -300, 3000, 2000), [laptop]);
    expect(bounds).toEqual({ x: 100, y: 24, width: 1440, height: 876 });
  });

  it('is never smaller than what can be used', () => {
    const { bounds } = placeWindow(left(10, 30, 130, 130), [laptop]);
    expect(bounds).toMatchObject(SMALLEST_WINDOW);
  });

  it('may hang over an edge as long as it can be taken hold of', () => {
    expect(placeWindow(left(-800, 100), [laptop]).bounds.x).toBe(-800);
    expect(placeWindow(left(-980, 100), [laptop]).bounds.x).toBe(80);
  });
});
