import { Progress } from '@mantine/core';
import { useFormatWords } from '../app/queue-bar.tsx';
import { useActivity } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

/** The running conversion of one media, where the media is shown; nothing while there is none. */
export function JobLine({ mediaId }: { readonly mediaId: string }) {
  const { t, figures } = useLanguage();
  const progress = useActivity((activity) => activity.jobs.get(mediaId));
  const what = useFormatWords(progress?.formatIds ?? []);
  if (progress === undefined) return null;
  const { phase, fraction, speed, secondsLeft } = progress;
  return (
    <div className="job-line">
      <div className="job-line-words">
        <span>
          {t.phase[phase]}
          {what !== '' && ` · ${what}`}
        </span>
        <span className="number">
          {figures.percent(fraction)}
          {speed !== null && ` · ${t.queue.speed(figures.speed(speed))}`}
          {secondsLeft !== null && ` · ${t.queue.left(figures.roughTime(secondsLeft))}`}
        </span>
      </div>
      <Progress value={fraction * 100} aria-label={t.phase[phase]} />
    </div>
  );
}
