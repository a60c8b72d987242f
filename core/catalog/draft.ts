import { AppError } from '../errors/app-error.ts';
import type { Media } from '../model/media.ts';
import { type CatalogEffect, effectOf, type RecordLookup } from './apply-change.ts';
import type { CatalogChange, CatalogRecord, CollectionName } from './collections.ts';
import { parseChange } from './parse-change.ts';
import type { ReadonlyCatalogTables } from './tables.ts';

export interface StagedChanges {
  /** As they are to be written. */
  readonly changes: readonly CatalogChange[];
  /** As they are to be applied. */
  readonly effects: readonly CatalogEffect[];
}

/** Changes that are valid but not written yet, in layers over the tables. */
export interface Draft {
  /**
   * Checks changes over the tables and over what was staged before: all of them are taken or none.
   * @throws AppError catalog/invalid-change, catalog/not-found, catalog/conflict
   */
  stage(changes: readonly unknown[]): StagedChanges;
  /** The same in steps, for who must not take so long at once. One staging at a time; until its end nothing is taken. */
  begin(): Staging;
}

export interface Staging {
  /** @throws AppError catalog/invalid-change, catalog/not-found */
  add(change: unknown): void;
  /** @throws AppError catalog/conflict */
  end(): StagedChanges;
}

export interface DraftBase {
  readonly tables: ReadonlyCatalogTables;
  mediaIdBySlug(slug: string): string | undefined;
}

export function createDraft(base: DraftBase): Draft {
  const accepted = new Layer();

  function begin(): Staging {
    const layer = new Layer();
    const changes: CatalogChange[] = [];
    const lookup: RecordLookup = (collection, id) => {
      const effect = layer.find(collection, id) ?? accepted.find(collection, id);
      return effect === undefined ? base.tables[collection].get(id) : effect.after;
    };
    const mediaIdsBySlug = (slug: string) =>
      [base.mediaIdBySlug(slug), ...accepted.claims(slug), ...layer.claims(slug)].filter(
        (id) => id !== undefined && lookup('media', id)?.slug === slug,
      );
    return {
      add(value) {
        const change = parseChange(value, lookup);
        layer.add(effectOf(change, lookup));
        changes.push(change);
      },
      end() {
        for (const media of layer.media()) refuseTakenSlug(media, mediaIdsBySlug(media.slug));
        accepted.addAll(layer.effects);
        return { changes, effects: layer.effects };
      },
    };
  }

  return {
    begin,
    stage(changes) {
      const staging = begin();
      for (const change of changes) staging.add(change);
      return staging.end();
    },
  };
}

/** @throws AppError catalog/conflict */
function refuseTakenSlug(media: Media, holders: readonly (string | undefined)[]): void {
  const owner = holders.find((id) => id !== media.id);
  if (owner === undefined) return;
  throw new AppError(
    'catalog/conflict',
    `The name “${media.slug}” in web addresses already belongs to another media. Choose another.`,
    { details: { field: 'slug', slug: media.slug, mediaId: media.id, ownerId: owner } },
  );
}

class Layer {
  readonly effects: CatalogEffect[] = [];
  readonly #latest = new Map<string, CatalogEffect>();
  readonly #claims = new Map<string, string[]>();

  add(effect: CatalogEffect): void {
    this.effects.push(effect);
    this.#latest.set(`${effect.collection} ${effect.id}`, effect);
    if (effect.collection !== 'media' || effect.after === undefined) return;
    const { slug } = effect.after;
    this.#claims.set(slug, [...this.claims(slug), effect.id]);
  }

  addAll(effects: readonly CatalogEffect[]): void {
    for (const effect of effects) this.add(effect);
  }

  find<C extends CollectionName>(
    collection: C,
    id: string,
  ): { readonly after: CatalogRecord<C> | undefined } | undefined {
    // the key holds the collection, so the effect is of this one
    return this.#latest.get(`${collection} ${id}`) as { after: CatalogRecord<C> } | undefined;
  }

  /** Media that took this slug in this layer; they may have let go of it since. */
  claims(slug: string): readonly string[] {
    return this.#claims.get(slug) ?? [];
  }

  /** As they stand at the end of the layer. */
  media(): readonly Media[] {
    return [...this.#latest.values()].flatMap((effect) =>
      effect.collection === 'media' && effect.after !== undefined ? [effect.after] : [],
    );
  }
}
