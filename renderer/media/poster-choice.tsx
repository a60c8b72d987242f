import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';

export interface PosterChoiceProps {
  readonly media: MediaDetail;
  readonly seconds: number;
}

/** Shares of the length; openings and ends are seldom worth a poster. */
const CANDIDATES = [0.1, 0.25, 0.5, 0.75];
/** A frame counts as chosen within this distance. */
const SAME_SECONDS = 0.05;

/** A strip of moments to choose the poster from, and what the player shows now. */
export function PosterChoice({ media, seconds }: PosterChoiceProps) {
  const { t, figures } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const [broken, setBroken] = useState(false);
  const choose = (atSeconds: number | null) =>
    run(
      () => client.media.setPoster({ id: media.id, atSeconds }),
      () => t.details.posterSet,
    );
  const { url, durationSeconds } = stripSource(media);
  return (
    <div>
      <p className="hint">{t.details.posterHint}</p>
      {!broken && (
        <div className="poster-strip">
          {CANDIDATES.map((share) => (
            <Candidate
              key={share}
              url={url}
              atSeconds={share * durationSeconds}
              chosen={isChosen(media.poster, share * durationSeconds)}
              onChoose={choose}
              onBroken={() => setBroken(true)}
            />
          ))}
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

/** The smallest rendition loads fastest; before there is one, the master, if the browser plays it. */
function stripSource(media: MediaDetail): {
  readonly url: string;
  readonly durationSeconds: number;
} {
  const [smallest] = [...media.renditions].sort((one, other) => one.sizeBytes - other.sizeBytes);
  return smallest ?? { url: media.masterUrl, durationSeconds: media.info.durationSeconds };
}

function isChosen(poster: MediaDetail['poster'], atSeconds: number): boolean {
  const chosen = poster?.atSeconds ?? null;
  return chosen !== null && Math.abs(chosen - atSeconds) < SAME_SECONDS;
}

interface CandidateProps {
  readonly url: string;
  readonly atSeconds: number;
  readonly chosen: boolean;
  readonly onChoose: (atSeconds: number) => void;
  readonly onBroken: () => void;
}

function Candidate({ url, atSeconds, chosen, onChoose, onBroken }: CandidateProps) {
  const { t, figures } = useLanguage();
  const { origin } = useServices();
  return (
    <button
      type="button"
      className="poster-candidate"
      aria-label={t.details.posterAt(figures.duration(atSeconds))}
      aria-pressed={chosen}
      onClick={() => onChoose(atSeconds)}
    >
      <video
        src={`${origin}${url}#t=${atSeconds.toFixed(2)}`}
        preload="metadata"
        muted
        tabIndex={-1}
        onError={onBroken}
      />
      <span>{figures.duration(atSeconds)}</span>
    </button>
  );
}
