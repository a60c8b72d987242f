import { useServices } from '../client/services.ts';
import { useQuery } from '../client/use-query.ts';
import { useInfo } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';
import type { SectionProps } from './section-props.ts';
import { SwitchRow } from './setting-rows.tsx';

export function UpdateSection(props: SectionProps) {
  const { t } = useLanguage();
  const { desktop } = useServices();
  const version = useInfo().data?.version;
  return (
    <section className="settings-section">
      <h2 className="section-title">{t.settings.updates}</h2>
      <dl className="facts facts-wide">
        <div>
          <dt>{t.settings.version}</dt>
          <dd>{version}</dd>
        </div>
      </dl>
      {desktop === null ? (
        <p className="hint">{t.settings.updatesElsewhere}</p>
      ) : (
        <UpdateChoice {...props} />
      )}
    </section>
  );
}

/** Without a feed there is nothing to switch on, and it is said why. */
function UpdateChoice({ settings, onChange }: SectionProps) {
  const { t } = useLanguage();
  const hasFeed = useUpdateFeed();
  if (hasFeed === undefined) return null;
  return (
    <>
      <SwitchRow
        label={t.settings.lookForUpdates}
        describedBy="updates-hint"
        disabled={!hasFeed}
        checked={hasFeed && settings.lookForUpdates}
        onChange={(lookForUpdates) => onChange({ lookForUpdates })}
      />
      <p className="hint" id="updates-hint">
        {hasFeed ? t.settings.updatesHint : t.settings.noFeed}
      </p>
    </>
  );
}

function useUpdateFeed(): boolean | undefined {
  const { desktop } = useServices();
  const load = async () => (await desktop?.hasUpdateFeed()) ?? false;
  return useQuery({ key: 'update-feed', tags: [], load }).data;
}
