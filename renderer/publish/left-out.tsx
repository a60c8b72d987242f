import type { Answer, Client } from '../client/create-client.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';

/** Each reason takes some lines; with more of them nothing else would be seen. */
const SHOWN = 5;

export interface LeftOutProps {
  readonly failed: Answer<Client['publish']['run']>['failed'];
  readonly title: string;
}

/** The media that are not among what is published, each with its reason. */
export function LeftOut({ failed, title }: LeftOutProps) {
  const { t } = useLanguage();
  if (failed.length === 0) return null;
  return (
    <div className="left-out">
      <p className="tone-bad">{title}</p>
      {failed.slice(0, SHOWN).map(({ mediaId, error }) => (
        <FailureNote key={mediaId} failure={error} />
      ))}
      {failed.length > SHOWN && (
        <p className="hint">{t.publish.moreFailures(failed.length - SHOWN)}</p>
      )}
    </div>
  );
}
