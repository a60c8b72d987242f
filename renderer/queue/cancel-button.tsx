import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';

export interface CancelButtonProps extends ButtonProps {
  readonly jobId: string;
  readonly mediaTitle: string;
  /** Where nothing beside it says what is cancelled. */
  readonly words?: string;
}

/** Ends one conversion, whether it waits or runs, and says so until its processes are gone. */
export function CancelButton({ jobId, mediaTitle, words, ...look }: CancelButtonProps) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const [ending, setEnding] = useState(false);
  const cancel = async () => {
    setEnding(true);
    await run(
      () => client.jobs.cancel({ ids: [jobId] }),
      () => t.queue.cancelled,
    );
    setEnding(false);
  };
  return (
    <Button
      variant="default"
      aria-label={`${words ?? t.queue.cancel}: ${mediaTitle}`}
      disabled={ending}
      onClick={cancel}
      {...look}
    >
      {ending ? t.queue.cancelling : (words ?? t.queue.cancel)}
    </Button>
  );
}
