import type { Plan } from '../../core/model/plan.ts';
import { explain } from '../texts/explain.ts';
import { useLanguage } from '../texts/language.ts';

/** What was asked for and is not made, with why. */
export function SkippedList({ plan }: { readonly plan: Plan }) {
  const language = useLanguage();
  const { t } = language;
  const skipped = plan.formats.filter(({ decision }) => decision === 'skip');
  if (skipped.length === 0) return null;
  return (
    <div className="skipped">
      <h3 className="sub-title">{t.media.skippedTitle}</h3>
      <ul>
        {skipped.map(({ format, formatName, reasons }) => (
          <li key={format}>
            <strong>{formatName}</strong>{' '}
            {reasons.map((reason) => explain(reason, language)).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
