import type { VideoRecipe } from '../model/format.ts';
import type { VideoTrack } from '../model/media-info.ts';
import type { Reason } from '../model/plan.ts';
import { reason } from './reason.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface FittedPicture {
  readonly size: Size;
  /** Before cropping. */
  readonly scaled: Size;
  readonly box: Size;
  /** Every pixel of the master is kept. */
  readonly whole: boolean;
  readonly reasons: readonly Reason[];
}

/** The smallest side of 4:2:0 video. */
export const MIN_SIDE = 2;

/** A picture so narrow that a side would vanish is refused, or kept at the smallest side. */
export type Slivers = 'refuse' | 'keep';

/** null: within the box nothing visible would be left of the picture. */
export function fitPicture(
  track: VideoTrack,
  recipe: VideoRecipe,
  slivers: Slivers,
): FittedPicture | null {
  const box = boxFor(track, recipe);
  const fitted = isCut(recipe) ? crop(track, box) : scale(track, box);
  if (slivers === 'refuse' && vanishes(track, fitted.factor)) return null;
  const { size, scaled, whole } = fitted;
  return { size, scaled, whole, box, reasons: sizeReasons(track, box, fitted) };
}

/** A box that is open to one side has no aspect to cut to. */
function isCut({ fit, maxWidth, maxHeight }: VideoRecipe): boolean {
  return fit === 'scale-and-crop' && maxWidth !== null && maxHeight !== null;
}

/** Boxes are given for landscape; portrait masters use them turned. A box that is higher than wide is meant as it stands. */
function boxFor(master: Size, recipe: VideoRecipe): Size {
  const width = recipe.maxWidth ?? Number.POSITIVE_INFINITY;
  const height = recipe.maxHeight ?? Number.POSITIVE_INFINITY;
  const upright = recipe.maxWidth !== null && recipe.maxHeight !== null && height > width;
  const turn = master.height > master.width && !upright;
  return turn ? { width: height, height: width } : { width, height };
}

type Fitted = Pick<FittedPicture, 'size' | 'scaled' | 'whole'> & { readonly factor: number };

function scale(master: Size, box: Size): Fitted {
  const factor = Math.min(1, box.width / master.width, box.height / master.height);
  const size = scaledBy(master, factor, box);
  return { size, scaled: size, whole: factor === 1, factor };
}

function crop(master: Size, box: Size): Fitted {
  const aspect = box.width / box.height;
  const wanted = Math.min(box.width, master.width, master.height * aspect);
  const size = {
    width: evenDown(Math.min(wanted, master.width)),
    height: evenDown(Math.min(wanted / aspect, master.height)),
  };
  const factor = Math.min(1, Math.max(size.width / master.width, size.height / master.height));
  const around = scaledBy(master, factor, master);
  const scaled = {
    width: Math.max(size.width, around.width),
    height: Math.max(size.height, around.height),
  };
  return { size, scaled, whole: factor === 1 && isSame(scaled, size), factor };
}

function vanishes(master: Size, factor: number): boolean {
  return Math.min(master.width, master.height) * factor < 1;
}

/** To the nearest even sides, yet within both the limit and the master. */
export function scaledBy(master: Size, factor: number, limit: Size): Size {
  return {
    width: evenSide(master.width * factor, Math.min(limit.width, master.width)),
    height: evenSide(master.height * factor, Math.min(limit.height, master.height)),
  };
}

function evenSide(side: number, limit: number): number {
  return Math.max(MIN_SIDE, Math.min(2 * Math.round(side / 2), evenDown(limit)));
}

function evenDown(side: number): number {
  return Math.max(MIN_SIDE, 2 * Math.floor(side / 2 + 1e-9));
}

function isSame(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

function sizeReasons(track: VideoTrack, box: Size, fitted: Fitted): readonly Reason[] {
  const { size, scaled, whole } = fitted;
  const { width, height } = track;
  const reasons: Reason[] = [];
  const finite = Number.isFinite(box.width) || Number.isFinite(box.height);
  const roomLeft = whole && finite && Math.min(box.width / width, box.height / height) > 1.01;
  if (roomLeft)
    reasons.push(
      reason('size-from-master', {
        width,
        height,
        boxWidth: finiteOr(box.width),
        boxHeight: finiteOr(box.height),
      }),
    );
  if (whole && !isSame(size, track))
    reasons.push(
      reason('made-even', { width, height, toWidth: size.width, toHeight: size.height }),
    );
  if (!isSame(size, scaled))
    reasons.push(reason('cropped', { width, height, toWidth: size.width, toHeight: size.height }));
  return reasons;
}

function finiteOr(side: number): number | null {
  return Number.isFinite(side) ? side : null;
}
