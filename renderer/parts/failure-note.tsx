import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Failure } from '../client/read-failure.ts';
import { explainError } from '../texts/explain.ts';
import { useLanguage } from '../texts/language.ts';

export interface FailureNoteProps {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  /** Only the words, where a frame stands around them already. */
  readonly plain?: boolean;
}

/** What failed, what to do about it, and the code for those who look it up. */
export function FailureNote({ failure, onRetry, plain = false }: FailureNoteProps) {
  const language = useLanguage();
  const { t } = language;
  const { summary, advice } = explainError(failure.code, language);
  const words = (
    <div className="failure">
      {language.code === 'en' ? (
        <div>{failure.message}</div>
      ) : (
        <>
          <div>{summary}</div>
          <div className="failure-advice" lang="en">
            {failure.message}
          </div>
        </>
      )}
      <div className="failure-advice">{advice}</div>
      <div className="failure-code">{failure.code}</div>
      {onRetry && (
        <Button size="xs" variant="default" mt={8} onClick={onRetry}>
          {t.app.retry}
        </Button>
      )}
    </div>
  );
  if (plain) return words;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />}>
      {words}
    </Alert>
  );
}
