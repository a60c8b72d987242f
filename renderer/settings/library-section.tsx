import { Button } from '@mantine/core';
import { useServices } from '../client/services.ts';
import { useDoctor } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';

export function LibrarySection() {
  const { t, figures } = useLanguage();
  const { client } = useServices();
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
        <dl className="facts">
          <div>
            <dt>{t.settings.libraryPlace}</dt>
            <dd>
              <span className="file-path">{doctor.libraryPath}</span>
              {doctor.freeBytes !== null && (
                <span className="hint"> · {t.settings.free(figures.bytes(doctor.freeBytes))}</span>
              )}
            </dd>
          </div>
          <div>
            <dt>{t.settings.version}</dt>
            <dd>{doctor.version}</dd>
          </div>
        </dl>
      )}
      {doctor?.catalog.notices.map((notice) => (
        <p key={notice} className="note tone-warn">
          {notice}
        </p>
      ))}
      <Button variant="default" onClick={backup}>
        {t.settings.backup}
      </Button>
    </section>
  );
}
