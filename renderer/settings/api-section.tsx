import { Anchor } from '@mantine/core';
import { useServices } from '../client/services.ts';
import { useInfo } from '../data/queries.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { useLanguage } from '../texts/language.ts';
import { besidePath } from './beside-path.ts';

/** How other programs of this machine reach the engine; the token itself is never shown here. */
export function ApiSection() {
  const { t } = useLanguage();
  const { origin, desktop } = useServices();
  const info = useInfo().data;
  const hostFile = info === undefined ? '' : besidePath(info.libraryPath, 'host.json');
  // the window's own address leads nowhere outside of it; host.json names the one that does
  const address = desktop === null ? `${origin}/api/v1` : null;
  return (
    <section className="settings-section">
      <h2 className="section-title">{t.settings.api}</h2>
      <p className="hint">{t.settings.apiHint}</p>
      <dl className="facts facts-wide">
        {address !== null && (
          <div>
            <dt>{t.settings.apiAddress}</dt>
            <dd>
              <span className="file-path">{address}</span>
              <CopyText
                text={address}
                label={t.app.copy}
                copyLabel={t.settings.apiAddress}
                size="compact-xs"
                variant="subtle"
              />
            </dd>
          </div>
        )}
        <div>
          <dt>{t.settings.apiToken}</dt>
          <dd>
            <span className="file-path">{hostFile}</span>
            <CopyText
              text={hostFile}
              label={t.app.copy}
              copyLabel={t.settings.apiToken}
              size="compact-xs"
              variant="subtle"
            />
            <span className="hint block">{t.settings.apiTokenHint}</span>
          </dd>
        </div>
        {address !== null && (
          <div>
            <dt>{t.settings.apiDescription}</dt>
            <dd>
              <Anchor
                className="file-path"
                href={`${address}/openapi.json`}
                target="_blank"
                rel="noreferrer"
              >
                {`${address}/openapi.json`}
              </Anchor>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
