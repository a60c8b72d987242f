import { IconMusic, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import type { MediaRow } from '../../core/catalog/query.ts';
import { useServices } from '../client/services.ts';

/** The poster, or a quiet stand-in while there is none. */
export function Poster({ row }: { readonly row: Pick<MediaRow, 'poster' | 'kind'> }) {
  const { origin } = useServices();
  const [broken, setBroken] = useState<string | null>(null);
  if (row.poster === null || broken === row.poster) {
    const Icon = row.kind === 'audio' ? IconMusic : IconVideo;
    return (
      <span className="poster-none" aria-hidden>
        <Icon size={32} stroke={1.2} />
      </span>
    );
  }
  return (
    <img
      className="poster"
      src={`${origin}${row.poster}`}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(row.poster)}
    />
  );
}
