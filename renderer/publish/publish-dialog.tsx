import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { Answer, Client } from '../client/create-client.ts';
import { useServices } from '../client/services.ts';
import { usePublishTargets } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { useActivity } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { PublishChanges } from './publish-changes.tsx';
import { PublishResult } from './publish-result.tsx';
import { TargetForm } from './target-form.tsx';

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
    await run(async () =>
      setOutcome(await client.publish.run({ targetId: target.id, mediaIds: [...mediaIds] })),
    );
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
        <Running total={mediaIds.length} />
      ) : (
        <PublishChanges targetId={target.id} mediaIds={mediaIds} />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t.app.cancel}
        </Button>
        <Button onClick={publish} disabled={running}>
          {t.publish.run}
        </Button>
      </Group>
    </div>
  );
}

function Running({ total }: { readonly total: number }) {
  const { t } = useLanguage();
  const finished = useActivity((activity) => activity.publishing?.finished ?? 0);
  return <Busy>{t.publish.running(Math.min(finished + 1, total), total)}</Busy>;
}
