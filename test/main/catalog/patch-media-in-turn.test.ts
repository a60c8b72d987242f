import { describe, expect, it } from 'vitest';
import { patchMediaInTurn } from '../../../main/catalog/patch-media-in-turn.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { caption } from '../../core/snippet/sample-media.ts';
import { startTestEngine } from '../../helpers/engine.ts';

describe('patches that are made of what stands', () => {
  it('keep what another adds at the same time, and tell of a media that is gone', async () => {
    await using engine = await startTestEngine({ started: false });
    const { catalog } = engine;
    const record = sampleMedia(1);
    await catalog.commit([{ type: 'put', collection: 'media', record }]);
    const add = (id: string) =>
      patchMediaInTurn(catalog, record.id, ({ captions }) => ({
        captions: [...captions, caption(id)],
      }));
    expect(await Promise.all(['a', 'b', 'c'].map(add))).toEqual([true, true, true]);
    const kept = catalog.get('media', record.id)?.captions ?? [];
    expect(kept.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await patchMediaInTurn(catalog, record.id, () => null)).toBe(false);
    expect(await patchMediaInTurn(catalog, 'nobody', () => ({ title: 'x' }))).toBe(false);
  });
});
