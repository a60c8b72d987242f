import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import { isAutomaticLabel } from '../../core/import/caption-labels.ts';
import { originOf, readCaptionName } from '../../core/import/captions.ts';
import { readCaptions } from '../client/read-captions.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { ChangeButtons } from '../parts/change-buttons.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { useChooseFile } from '../parts/use-choose-file.ts';
import { useLanguage } from '../texts/language.ts';
import { CaptionForm, type EditedCaption } from './caption-form.tsx';

/** The captions and subtitles of a media: what was found, and what is added here; players show none with sound alone. */
export function CaptionList({ media }: { readonly media: MediaDetail }) {
  const { t } = useLanguage();
  const run = useAction();
  const [edited, setEdited] = useState<EditedCaption | null>(null);
  const open = useChooseFile('.vtt,.srt,text/vtt', (file) => {
    void run(async () => {
      const text = await readCaptions(file);
      const words = { ...readCaptionName(file.name), label: '', isDefault: false };
      setEdited({ captionId: null, text, words, fileName: file.name });
    });
  });
  return (
    <>
      {media.captions.length === 0 && <p className="hint">{t.details.noCaptions}</p>}
      <ul className="plain-list">
        {media.captions.map((caption) => (
          <CaptionRow key={caption.id} media={media} caption={caption} onEdit={setEdited} />
        ))}
      </ul>
      {media.kind === 'video' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          aria-label={`${t.details.addCaptions} ${t.details.captions}`}
          onClick={open}
        >
          {t.details.addCaptions}
        </Button>
      )}
      <EditorModal
        title={edited?.fileName ?? t.details.captionsEditor}
        size="md"
        edited={edited}
        onClose={() => setEdited(null)}
      >
        {(one) => <CaptionForm mediaId={media.id} edited={one} onDone={() => setEdited(null)} />}
      </EditorModal>
    </>
  );
}

/** Empty where the language names it, and will when it is another one. */
function ownLabel({ label, ...words }: CaptionRowProps['caption']): string {
  return isAutomaticLabel(label, words) ? '' : label;
}

interface CaptionRowProps {
  readonly media: MediaDetail;
  readonly caption: MediaDetail['captions'][number];
  readonly onEdit: (edited: EditedCaption) => void;
}

/** What comes from the master or from a file beside it is named there. */
function CaptionRow({ media, caption, onEdit }: CaptionRowProps) {
  const { t } = useLanguage();
  const { client } = useServices();
  const { id, label, language, kind, isDefault } = caption;
  const origin = originOf(caption);
  const words = [language, t.details.captionsTag[kind], t.details.captionsFrom[origin]];
  return (
    <li className="caption-row">
      <span>
        {label} <span className="hint">{words.filter((word) => word !== null).join(' · ')}</span>
        {isDefault && <span className="tag tone-ok">{t.details.captionsDefault}</span>}
      </span>
      {origin === 'person' && (
        <span className="caption-buttons">
          <ChangeButtons
            name={label}
            onEdit={() =>
              onEdit({
                captionId: id,
                text: null,
                words: { language, kind, label: ownLabel(caption), isDefault },
                fileName: null,
              })
            }
            remove={async () => {
              const { text } = await client.media.removeCaption({ id: media.id, captionId: id });
              const words = { language, kind, label, isDefault };
              return () => client.media.addCaption({ id: media.id, text, ...words });
            }}
          />
        </span>
      )}
    </li>
  );
}
