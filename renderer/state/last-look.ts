import { type Settings, settingsSchema } from '../../core/model/library.ts';

export type Look = Pick<Settings, 'theme' | 'language'>;

const UNKNOWN: Look = { theme: 'system', language: 'system' };
const lookSchema = settingsSchema.pick({ theme: true, language: true });

/** As in `public/first-look.js`, which paints it before this is loaded. */
const PLACE = 'avlogue-look';

/** How the page looked last, so that it begins like that until the library says more. Kept by the browser. */
export interface LastLook {
  readonly look: Look;
  keep(look: Look): void;
}

export function createLastLook(storage: Pick<Storage, 'getItem' | 'setItem'>): LastLook {
  return {
    look: readLook(storage.getItem(PLACE)),
    keep: ({ theme, language }) => storage.setItem(PLACE, JSON.stringify({ theme, language })),
  };
}

function readLook(text: string | null): Look {
  try {
    return lookSchema.catch(UNKNOWN).parse(JSON.parse(text ?? 'null'));
  } catch {
    return UNKNOWN;
  }
}
