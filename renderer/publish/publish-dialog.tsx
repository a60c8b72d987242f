import { Button, Group, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Answer, Client } from '../client/create-client.ts';
import { useServices } from '../client/services.ts';
import { useMediaActions } from '../data/media-actions.tsx';
import { usePublishTargets } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { useActivity } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { PublishChanges } from './publish-changes.tsx';
import { PublishResult } from './publish-result.tsx';
import { sayOutcome } from './say-outcome.tsx';
import { TargetForm } from './target-form.tsx';
import { type PreviewWishes, usePreview } from './use-preview.ts';

export interface PublishDialogProps {
  readonly mediaIds: readonly string[];
  readonly targetId: string | null;
  readonly onDone: () => void;
}

type Outcome = Answer<Client['publish']['run']>;

/** Where to, what would change, and then the run; without a target the form for one comes first. */
export function PublishDialog({ mediaIds, targetId, onDone }: PublishDialogProps) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const targets = usePublishTargets().data;
  const [chosen, setChosen] = useState(targetId);
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const stands = useRef(false);
  useEffect(() => {
    stands.current = true;
    return () => {
      stands.current = false;
    };
  }, []);
  const target = targets?.find(({ id }) => id === chosen) ?? targets?.[0];

  if (targets === undefined) return <Busy>{t.app.loading}</Busy>;
  if (target === undefined) {
    return (
      <>
        <p className="hint">{t.publish.emptyHint}</p>
        <TargetForm
          targetId={null}
          onDone={(savedId) => (savedId === undefined ? onDone() : setChosen(savedId))}
        />
      </>
    );
  }
  if (outcome !== null) return <PublishResult outcome={outcome} onDone={onDone} />;
  const publish = async () => {
    setRunning(true);
    await run(async () => {
      const all = await client.publish.run({ targetId: target.id, mediaIds: [...mediaIds] });
      if (stands.current) setOutcome(all);
      else sayOutcome(all);
    });
    setRunning(false);
  };
  return (
    <div className="form">
      <Select
        label={t.publish.to}
        value={target.id}
        data={targets.map(({ id, name, path }) => ({ value: id, label: `${name} (${path})` }))}
        onChange={setChosen}
        disabled={running}
      />
      {running ? (
        <>
          <Running total={mediaIds.length} />
          <p className="hint">{t.publish.goesOn}</p>
        </>
      ) : (
        <PublishChanges targetId={target.id} mediaIds={mediaIds} />
      )}
      <Actions
        targetId={target.id}
        mediaIds={mediaIds}
        running={running}
        onPublish={publish}
        onDone={onDone}
      />
    </div>
  );
}

const NOTHING_READY = 'publish/nothing-ready';

interface ActionsProps extends PreviewWishes {
  readonly running: boolean;
  readonly onPublish: () => void;
  readonly onDone: () => void;
}

/** What cannot be published for want of a rendition can be converted, before or instead. */
function Actions({ targetId, mediaIds, running, onPublish, onDone }: ActionsProps) {
  const { t } = useLanguage();
  const { convert } = useMediaActions();
  const { data, failure } = usePreview({ targetId, mediaIds });
  const unready = (data?.failed ?? []).filter(({ error }) => error.code === NOTHING_READY);
  const convertFirst = async () => {
    if (await convert(mediaIds)) onDone();
  };
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onDone}>
        {running ? t.app.close : t.app.cancel}
      </Button>
      {unready.length > 0 && !running && (
        <Button variant="light" onClick={() => convert(unready.map(({ mediaId }) => mediaId))}>
          {t.publish.convertLeftOut(unready.length)}
        </Button>
      )}
      {failure?.code === NOTHING_READY ? (
        <Button onClick={convertFirst}>{t.inspector.convertRest}</Button>
      ) : (
        <Button onClick={onPublish} disabled={running || failure !== null}>
          {t.publish.run}
        </Button>
      )}
    </Group>
  );
}

function Running({ total }: { readonly total: number }) {
  const { t } = useLanguage();
  const finished = useActivity((activity) => activity.publishing?.finished ?? 0);
  return <Busy>{t.publish.running(Math.min(finished + 1, total), total)}</Busy>;
}
