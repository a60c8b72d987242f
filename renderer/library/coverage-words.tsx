import { IconCircleCheckFilled, IconCircleHalf2 } from '@tabler/icons-react';
import type { MediaRow } from '../../core/catalog/query.ts';
import { describeProblem } from '../parts/describe-problem.ts';
import { StatusMark } from '../parts/status-mark.tsx';
import { useActivity } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

/** The one line that says where a media stands: what plays it, or what is being done, or what is wrong. */
export function CoverageWords({ row }: { readonly row: MediaRow }) {
  const language = useLanguage();
  const { t } = language;
  if (row.status === 'ready') return <Coverage row={row} />;
  return (
    <div className="coverage">
      <StatusMark status={row.status} />
      <span className="coverage-more">
        {row.status === 'converting' && <ConvertingWords row={row} />}
        {row.status === 'failed' && describeProblem(row.problemCode, language)}
        {row.status === 'outdated' && t.library.outdatedHint}
        {row.status === 'missing' && t.library.missingHint}
      </span>
    </div>
  );
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
