import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Format } from '../../core/model/format.ts';
import { useServices } from '../client/services.ts';
import { useFormats } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLanguage } from '../texts/language.ts';
import { describeFormat } from './describe-format.ts';
import { Exchange } from './exchange.tsx';
import { FormatEditor } from './format-editor.tsx';

type OfferedFormat = NonNullable<ReturnType<typeof useFormats>['data']>[number];

export function FormatList() {
  const { t } = useLanguage();
  const formats = useFormats().data;
  const [edited, setEdited] = useState<Format | null>(null);
  if (formats === undefined) return <Busy>{t.app.loading}</Busy>;
  return (
    <>
      <FormatTools />
      {(['video', 'audio'] as const).map((kind) => (
        <section key={kind}>
          <h2 className="section-title">{t.formats[kind]}</h2>
          <ul className="jobs">
            {formats
              .filter((format) => format.kind === kind)
              .map((format) => (
                <FormatRow key={format.id} format={format} onEdit={setEdited} />
              ))}
          </ul>
        </section>
      ))}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={t.formats.editor}
        size="xl"
        closeButtonProps={{ 'aria-label': t.app.close }}
      >
        {edited !== null && <FormatEditor format={edited} onDone={() => setEdited(null)} />}
      </Modal>
    </>
  );
}

interface FormatRowProps {
  readonly format: OfferedFormat;
  readonly onEdit: (format: Format) => void;
}

function FormatRow({ format, onEdit }: FormatRowProps) {
  const { t, figures } = useLanguage();
  const { client, queries } = useServices();
  const run = useAction();
  const reload = () => queries.invalidate(new Set(['formats']));
  const duplicate = () =>
    run(
      async () => {
        const copy = await client.formats.duplicate({
          id: format.id,
          name: t.formats.copyOf(format.name).slice(0, 100),
        });
        reload();
        onEdit(copy);
        return copy;
      },
      ({ name }) => t.formats.duplicated(name),
    );
  const remove = () =>
    run(
      async () => {
        await client.formats.remove({ id: format.id });
        reload();
      },
      () => t.formats.removed(format.name),
    );
  return (
    <li className="job">
      <div className="job-head">
        <span className="job-title">
          {format.name}
          {!format.builtIn && <span className="tag tone-accent">{t.formats.own}</span>}
          {!format.available && <span className="tag tone-warn">{t.formats.unavailable}</span>}
        </span>
        <Group gap={4} wrap="nowrap">
          {!format.builtIn && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => onEdit(format)}>
                {t.formats.edit}
              </Button>
              <Button size="compact-sm" variant="subtle" color="red" onClick={remove}>
                {t.formats.remove}
              </Button>
            </>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${t.formats.duplicate}: ${format.name}`}
            onClick={duplicate}
          >
            {t.formats.duplicate}
          </Button>
        </Group>
      </div>
      <div className="hint">{describeFormat(format, figures)}</div>
      <div className="format-words">{format.description}</div>
      {!format.available && (
        <div className="tone-warn">{t.formats.missing(figures.list(format.missingEncoders))}</div>
      )}
    </li>
  );
}

function FormatTools() {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const bringIn = async (json: string) => {
    const { formatIds, formatSetIds, notes } = await client.formats.import({ json });
    queries.invalidate(new Set(['formats', 'formatSets']));
    return [t.formats.imported(formatIds.length, formatSetIds.length), ...notes].join(' ');
  };
  return (
    <Exchange
      fileName="avlogue-formats.json"
      onImport={bringIn}
      onExport={() => client.formats.export({})}
    />
  );
}
