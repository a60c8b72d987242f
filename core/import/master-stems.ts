import { stemOf } from './captions.ts';
import { foldName } from './fold-name.ts';

/** Masters' names without extension, to find those that a caption file belongs to. */
export interface MasterStems {
  /**
   * The longest that a caption file's name begins with: `clip.de` before `clip` for `clip.de.srt`. As it is written if
   * there is such a one, else all that differ in case or in the form of their accents alone; empty: none.
   */
  of(captionFileName: string): readonly string[];
}

export function createMasterStems(stems: Iterable<string>): MasterStems {
  const written = new Set(stems);
  const folded = Map.groupBy(written, foldName);
  return {
    of(captionFileName) {
      for (const stem of stemsOf(captionFileName)) {
        if (written.has(stem)) return [stem];
        const alike = folded.get(foldName(stem));
        if (alike !== undefined) return alike;
      }
      return [];
    },
  };
}

/** `clip.de.sdh`, `clip.de` and `clip` for `clip.de.sdh.srt`. */
export function stemsOf(fileName: string): readonly string[] {
  const stems: string[] = [];
  for (let stem = stemOf(fileName); ; stem = stemOf(stem)) {
    if (stem === stems.at(-1)) return stems;
    stems.push(stem);
  }
}
