import { Button, Group } from '@mantine/core';
import { useServices } from '../client/services.ts';
import { useDoctor } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { ShowPlace } from '../parts/show-place.tsx';
import { explainNotice } from '../texts/explain-system.ts';
import { useLanguage } from '../texts/language.ts';

export function LibrarySection() {
  const language = useLanguage();
  const { t, figures } = language;
  const { client, desktop } = useServices();
  const run = useAction();
  const doctor = useDoctor().data;
  const backup = () =>
    run(
      () => client.system.backup({}),
      ({ file }) => t.settings.backedUp(file),
    );
  return (
    <section className="settings-section">
      <h2 className="section-title">{t.settings.library}</h2>
      {doctor && (
        <dl className="facts facts-wide">
          <div>
            <dt>{t.settings.libraryPlace}</dt>
            <dd>
              <span className="file-path">{doctor.libraryPath}</span>
              {doctor.freeBytes !== null && (
                <span className="hint"> · {t.settings.free(figures.bytes(doctor.freeBytes))}</span>
              )}
            </dd>
          </div>
        </dl>
      )}
      {doctor?.catalog.notices.map((notice) => (
        <p key={notice.message} className="note tone-warn">
          {explainNotice(notice, language)}
        </p>
      ))}
      <Group gap={8}>
        <Button variant="default" size="xs" onClick={backup}>
          {t.settings.backup}
        </Button>
        <ShowPlace place={{ kind: 'library' }} />
        {desktop !== null && (
          <Button variant="default" size="xs" onClick={() => run(() => desktop.openLibrary())}>
            {t.settings.openLibrary}
          </Button>
        )}
        <ShowPlace place={{ kind: 'log' }} label={t.settings.showLog} />
      </Group>
      <details>
        <summary className="hint">{t.settings.restore}</summary>
        <ol className="numbered">
          {t.settings.restoreSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
