import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Failure } from '../client/read-failure.ts';
import { explainError } from '../texts/explain.ts';
import { useLanguage } from '../texts/language.ts';
import { FailureWords } from './failure-words.tsx';

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
  const { advice } = explainError(failure.code, language);
  // many of the engine's sentences end with the same advice
  const saidAlready = language.code === 'en' && failure.message.includes(advice);
  const words = (
    <div className="failure">
      <FailureWords failure={failure} />
      {!saidAlready && <div className="failure-advice">{advice}</div>}
      {language.code === 'en' ? (
        <div className="failure-code">{failure.code}</div>
      ) : (
        <details className="failure-original">
          <summary className="failure-code" title={t.errors.original}>
            {failure.code}
          </summary>
          <div lang="en">{failure.message}</div>
        </details>
      )}
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
