import { IconCircleCheckFilled, IconCircleHalf2 } from '@tabler/icons-react';
import type { MediaRow } from '../../core/catalog/query.ts';
import { describeProblem } from '../parts/describe-problem.ts';
import { StatusMark } from '../parts/status-mark.tsx';
import { useActivity } from '../state/stores.ts';
import { type Language, useLanguage } from '../texts/language.ts';

/** The one line that says where a media stands: what plays it, or what is being done, or what is wrong. */
export function CoverageWords({ row }: { readonly row: MediaRow }) {
  const language = useLanguage();
  if (row.status === 'ready') return <Coverage row={row} />;
  const why = whyWords(row, language);
  return (
    <div className="coverage" title={why ?? undefined}>
      <StatusMark status={row.status} />
      <span className="coverage-more">
        {row.status === 'converting' ? <ConvertingWords row={row} /> : why}
      </span>
    </div>
  );
}

/** In full on hover, since a card has no room for more than its beginning. */
function whyWords(row: MediaRow, language: Language): string | null {
  const { t } = language;
  if (row.status === 'failed') return describeProblem(row.problemCode, language);
  if (row.status === 'outdated') return t.library.outdatedHint;
  return row.status === 'missing' ? t.library.missingHint : null;
}

function Coverage({ row }: { readonly row: MediaRow }) {
  const { t } = useLanguage();
  const whole = row.coveredDevices >= row.enabledDevices;
  const Icon = whole ? IconCircleCheckFilled : IconCircleHalf2;
  return (
    <div className="coverage">
      <span className={`status tone-${whole ? 'ok' : 'warn'}`}>
        <Icon size={15} aria-hidden />
        {whole
          ? t.library.playsOnAll(row.enabledDevices)
          : t.library.playsOn(row.coveredDevices, row.enabledDevices)}
      </span>
    </div>
  );
}

function ConvertingWords({ row }: { readonly row: MediaRow }) {
  const { t, figures } = useLanguage();
  const progress = useActivity((activity) => activity.jobs.get(row.id));
  if (progress === undefined) return null;
  const left = progress.secondsLeft;
  return (
    <span className="number">
      {figures.percent(progress.fraction)}
      {left !== null && ` · ${t.library.minutesLeft(figures.roughTime(left))}`}
    </span>
  );
}
