import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';
import { useSteadyQuery } from '../client/use-steady-query.ts';
import { USUAL_SNIPPET, useMediaActions } from '../data/media-actions.tsx';
import { Busy } from '../parts/busy.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';
import { CodeBlock } from './code-block.tsx';
import { EmbedOptions } from './embed-options.tsx';
import { EmbedPreview } from './embed-preview.tsx';

/** The embed code: options left, code right, and what it looks like below. */
export function EmbedSection({ media }: { readonly media: MediaDetail }) {
  const { t } = useLanguage();
  return (
    <section id="embed" className="media-section" aria-labelledby="embed-title">
      <h2 id="embed-title" className="section-title">
        {t.media.embed}
      </h2>
      {media.renditions.length === 0 ? <NothingReady media={media} /> : <Embed media={media} />}
    </section>
  );
}

function NothingReady({ media }: { readonly media: MediaDetail }) {
  const { t } = useLanguage();
  const { convert } = useMediaActions();
  const idle = media.status !== 'converting' && media.status !== 'queued';
  return (
    <div className="embed-none">
      <p className="hint">{t.embed.nothingReady}</p>
      {idle && (
        <Button variant="default" onClick={() => convert([media.id])}>
          {t.media.convert}
        </Button>
      )}
    </div>
  );
}

function Embed({ media }: { readonly media: MediaDetail }) {
  const { t, code } = useLanguage();
  const [options, setOptions] = useState<SnippetOptions>(USUAL_SNIPPET);
  const [targetId, setTargetId] = useState<string | null>(null);
  // a publish folder has a language of its own
  const language = targetId === null ? code : null;
  const asked = useMemo(
    () => JSON.stringify({ options, targetId, language }),
    [options, targetId, language],
  );
  const { data, failure } = useSteadyQuery({
    key: `snippet/${media.id}/${asked}`,
    tags: [`media/${media.id}`, 'publishTargets'],
    load: (client) =>
      client.media.snippet({ id: media.id, options: { ...options, language }, targetId }),
  });
  return (
    <div className="embed">
      <EmbedOptions
        media={media}
        options={options}
        targetId={targetId}
        onChange={(fields) => setOptions((before) => ({ ...before, ...fields }))}
        onTarget={setTargetId}
      />
      <div className="embed-result">
        {failure !== null && <FailureNote failure={failure} />}
        {data === undefined && failure === null && <Busy>{t.app.loading}</Busy>}
        {data !== undefined && failure === null && (
          <>
            <CodeBlock code={data.html} label={t.embed.code} />
            <CopyText text={data.html} label={t.embed.copy} size="md" fullWidth />
            <h3 className="sub-title">{t.embed.preview}</h3>
            <EmbedPreview html={data.previewHtml} kind={media.kind} />
          </>
        )}
      </div>
    </div>
  );
}
