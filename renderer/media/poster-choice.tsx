import { Button, Group } from '@mantine/core';
import type { MediaDetail } from '../../core/contract/media.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';

export interface PosterChoiceProps {
  readonly media: MediaDetail;
  readonly seconds: number;
}

const CANDIDATES = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8];

/** A strip of moments to choose the poster from, and what the player shows now. */
export function PosterChoice({ media, seconds }: PosterChoiceProps) {
  const { t, figures } = useLanguage();
  const { client, origin } = useServices();
  const run = useAction();
  const choose = (atSeconds: number | null) =>
    run(
      () => client.media.setPoster({ id: media.id, atSeconds }),
      () => t.details.posterSet,
    );
  const smallest = [...media.renditions].sort((one, other) => one.sizeBytes - other.sizeBytes)[0];
  return (
    <div>
      <p className="hint">{t.details.posterHint}</p>
      {smallest && (
        <div className="poster-strip">
          {CANDIDATES.map((share) => {
            const at = share * smallest.durationSeconds;
            return (
              <button
                key={share}
                type="button"
                className="poster-candidate"
                aria-label={t.details.posterAt(figures.duration(at))}
                onClick={() => choose(at)}
              >
                <video
                  src={`${origin}${smallest.url}#t=${at.toFixed(2)}`}
                  preload="metadata"
                  muted
                  tabIndex={-1}
                />
                <span>{figures.duration(at)}</span>
              </button>
            );
          })}
        </div>
      )}
      <Group gap={8} mt={8}>
        <Button size="xs" variant="default" onClick={() => choose(seconds)}>
          {t.details.posterCurrent} ({figures.duration(seconds)})
        </Button>
        <Button size="xs" variant="subtle" onClick={() => choose(null)}>
          {t.details.posterAutomatic}
        </Button>
      </Group>
    </div>
  );
}
