import { Busy } from '../parts/busy.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';
import { LeftOut } from './left-out.tsx';
import { type PreviewWishes, usePreview } from './use-preview.ts';

const SHOWN = 200;
const ORDER = ['add', 'replace', 'remove', 'keep'] as const;

/** What publishing would do, file by file, before it is done. */
export function PublishChanges({ targetId, mediaIds }: PreviewWishes) {
  const { t, figures } = useLanguage();
  const { data, failure } = usePreview({ targetId, mediaIds });
  if (failure !== null) return <FailureNote failure={failure} />;
  if (data === undefined) return <Busy>{t.publish.checking}</Busy>;
  const words = {
    add: t.publish.add_,
    replace: t.publish.replace,
    keep: t.publish.keep,
    remove: t.publish.removeFile,
  };
  const steps = data.steps.toSorted(
    (one, other) => ORDER.indexOf(one.action) - ORDER.indexOf(other.action),
  );
  const changes = steps.some(({ action }) => action !== 'keep');
  return (
    <div>
      <div className="changes-head">
        <strong>{changes ? t.publish.changes : t.publish.noChanges}</strong>
        <span className="hint">{t.publish.toWrite(figures.bytes(data.bytesToWrite))}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <ul className="changes" tabIndex={0} aria-label={t.publish.changes}>
        {steps.slice(0, SHOWN).map(({ file, action, sizeBytes }) => (
          <li key={`${file} ${action}`} className={`change change-${action}`}>
            <span className="change-action">{words[action]}</span>
            <span className="file-path">{file}</span>
            <span className="number">{figures.bytes(sizeBytes)}</span>
          </li>
        ))}
        {steps.length > SHOWN && (
          <li className="change hint">{t.publish.moreFiles(steps.length - SHOWN)}</li>
        )}
      </ul>
      <LeftOut failed={data.failed} title={t.publish.leftOut(data.failed.length)} />
    </div>
  );
}
