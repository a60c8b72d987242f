import { Anchor, Button, Group } from '@mantine/core';
import { IconPlus, IconWorldUpload } from '@tabler/icons-react';
import { useServices } from '../client/services.ts';
import { usePublishTargets } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { ShowPlace } from '../parts/show-place.tsx';
import { useDialogs } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { PublicationList } from './publication-list.tsx';

/** The publish folders and what stands in them. */
export function PublishPage({ targetId }: { readonly targetId: string | null }) {
  const { t } = useLanguage();
  const { data: targets, failure } = usePublishTargets();
  const show = useDialogs((dialogs) => dialogs.show);
  const add = () => show({ kind: 'publish-target', targetId: null });
  const target = targets?.find(({ id }) => id === targetId) ?? targets?.[0];
  return (
    <div className="page">
      <header className="view-head">
        <h1 className="view-title">{target?.name ?? t.publish.title}</h1>
        {targets !== undefined && targets.length > 0 && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
            {t.publish.add}
          </Button>
        )}
      </header>
      {failure !== null && targets === undefined && <FailureNote failure={failure} />}
      {failure === null && targets === undefined && <Busy>{t.app.loading}</Busy>}
      {targets?.length === 0 && (
        <EmptyState
          icon={<IconWorldUpload size={40} stroke={1.3} />}
          title={t.publish.empty}
          hint={t.publish.emptyHint}
        >
          <Button onClick={add}>{t.publish.add}</Button>
        </EmptyState>
      )}
      {target && <Target key={target.id} target={target} />}
    </div>
  );
}

type TargetRow = NonNullable<ReturnType<typeof usePublishTargets>['data']>[number];

function Target({ target }: { readonly target: TargetRow }) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const show = useDialogs((dialogs) => dialogs.show);
  return (
    <>
      <p className="hint">{t.publish.intro}</p>
      {!target.writable && (
        <p className="note tone-bad" role="status">
          {t.publish.notWritable}
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>{t.publish.folder}</dt>
          <dd className="file-path">{target.path}</dd>
        </div>
        {target.baseUrl !== '' && (
          <div>
            <dt>{t.publish.url}</dt>
            <dd>
              <Anchor href={target.baseUrl} target="_blank" rel="noreferrer">
                {target.baseUrl}
              </Anchor>
            </dd>
          </div>
        )}
      </dl>
      <Group gap={8}>
        <CopyText text={target.path} label={t.publish.copyPath} size="xs" variant="default" />
        <ShowPlace place={{ kind: 'target', targetId: target.id }} />
        <ShowPlace
          place={{ kind: 'target-page', targetId: target.id }}
          label={t.publish.openPage}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() => show({ kind: 'publish-target', targetId: target.id })}
        >
          {t.publish.edit}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={() =>
            run(
              () => client.publish.removeTarget({ id: target.id }),
              () => t.publish.removed(target.name),
            )
          }
        >
          {t.publish.remove}
        </Button>
      </Group>
      <PublicationList targetId={target.id} baseUrl={target.baseUrl} />
    </>
  );
}
