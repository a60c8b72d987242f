import { useJobs } from '../data/queries.ts';
import { JobLog } from '../queue/job-log.tsx';
import { useLanguage } from '../texts/language.ts';

/** The conversions that this media had, with their FFmpeg commands. */
export function JobHistory({ mediaId }: { readonly mediaId: string }) {
  const { t, figures } = useLanguage();
  const rows = useJobs({ mediaId, limit: 20 }).data?.rows;
  if (rows === undefined) return null;
  if (rows.length === 0) return <p className="hint">{t.details.noLog}</p>;
  return (
    <div className="history">
      {rows.map((job) => (
        <details key={job.id}>
          <summary>
            {t.jobStatus[job.status]} · {figures.dateTime(job.startedAtMs ?? job.createdAtMs)}
            {job.startedAtMs !== null && job.finishedAtMs !== null && (
              <span className="hint">
                {' '}
                {t.details.took(figures.roughTime((job.finishedAtMs - job.startedAtMs) / 1000))}
              </span>
            )}
          </summary>
          <JobLog jobId={job.id} />
        </details>
      ))}
    </div>
  );
}
