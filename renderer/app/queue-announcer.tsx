import { VisuallyHidden } from '@mantine/core';
import { useActivity } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

/** Often enough to know that it goes on, seldom enough to be able to work beside it. */
const STEPS = 4;

export interface QueueAnnouncerProps {
  /** Of the media being converted. */
  readonly title: string;
  /** What is said while none is. */
  readonly standing: string;
}

/** Tells those who cannot see it how far the conversion is. */
export function QueueAnnouncer({ title, standing }: QueueAnnouncerProps) {
  const { figures } = useLanguage();
  const step = useActivity(({ jobs }) => {
    const [first] = jobs.values();
    return first === undefined ? null : Math.floor(first.fraction * STEPS) / STEPS;
  });
  return (
    <VisuallyHidden role="status">
      {step === null ? standing : `${title}: ${figures.percent(step)}`}
    </VisuallyHidden>
  );
}
