import { useJobLog } from '../data/queries.ts';
import { Busy } from '../parts/busy.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';

/** FFmpeg's commands, to be copied into a shell, and its last lines. */
export function JobLog({ jobId }: { readonly jobId: string }) {
  const { t, figures } = useLanguage();
  const { data, failure } = useJobLog(jobId);
  if (failure !== null) return <FailureNote failure={failure} />;
  if (data === undefined) return <Busy>{t.app.loading}</Busy>;
  if (data.runs.length === 0) return <p className="hint">{t.queue.noRuns}</p>;
  return (
    <div className="log">
      {data.runs.map((run) => (
        <div key={run.startedAtMs + run.command} className="log-run">
          <div className="log-head">
            <strong>{t.details.command}</strong>
            <span className="hint">
              {run.seconds !== null && t.details.took(figures.roughTime(run.seconds))}
            </span>
            <CopyText
              text={run.command}
              label={t.details.copyCommand}
              size="compact-xs"
              variant="subtle"
            />
          </div>
          <pre className="log-text">{run.command}</pre>
          {run.lines.length > 0 && (
            <>
              <div className="hint">{t.details.lastLines}</div>
              <pre className="log-text">{run.lines.join('\n')}</pre>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
