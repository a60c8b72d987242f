import { z } from 'zod';
import { idSchema } from '../model/scalars.ts';
import { siteLanguageSchema } from '../model/site-language.ts';
import { ATTRIBUTE_NAME } from './attribute-problems.ts';

export const snippetOptionsSchema = z.object({
  /** Only renditions in these formats, or of these sets; both empty: all that the coverage needs and the sets ask for. */
  formatIds: z.array(idSchema).readonly().default([]),
  formatSetIds: z.array(idSchema).readonly().default([]),
  /** Only the renditions nearest to this rate, one per codec family; bits per second. */
  bitrateBps: z.number().positive().nullable().default(null),
  minBitrateBps: z.number().nonnegative().nullable().default(null),
  maxBitrateBps: z.number().positive().nullable().default(null),
  controls: z.boolean().default(true),
  /** Browsers allow it only together with `muted`, which is then added. */
  autoplay: z.boolean().default(false),
  muted: z.boolean().default(false),
  loop: z.boolean().default(false),
  preload: z.enum(['none', 'metadata', 'auto']).default('metadata'),
  poster: z.boolean().default(true),
  /** Style that lets the player shrink with its column while width and height keep the layout still. */
  responsive: z.boolean().default(true),
  /** `media` attributes by width, so that small screens load small files. */
  mediaQueries: z.boolean().default(true),
  /**
   * `crossorigin`, without which browsers show no captions of another site. Written only where captions have absolute
   * addresses; their server must then send `Access-Control-Allow-Origin`, else the video does not play either.
   */
  crossOrigin: z.boolean().default(true),
  /** Of the words for browsers that play nothing; null: the publish target's, else English. */
  language: siteLanguageSchema.nullable().default(null),
  /** Prefix of all URLs; null: the publish target's, else relative. */
  baseUrl: z.string().max(2000).nullable().default(null),
  classNames: z
    .array(z.string().regex(/^[^\s"'<>&]+$/))
    .readonly()
    .default([]),
  /** More attributes; event handlers (`on…`) and those that AVlogue sets itself are refused. */
  attributes: z.record(z.string().regex(ATTRIBUTE_NAME), z.string()).default({}),
});
export type SnippetOptions = Readonly<z.infer<typeof snippetOptionsSchema>>;
