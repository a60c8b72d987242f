import { IconUpload } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useServices } from '../client/services.ts';
import { useFormatSets, useSettings } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { useStores } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { readDroppedFiles } from './read-dropped-files.ts';

/** Files may be dropped anywhere; while they hover, the page says what dropping will do. */
export function DropZone() {
  const { t } = useLanguage();
  const { desktop } = useServices();
  const hovering = useFileDrop(useTakeDrop());
  const settings = useSettings().data;
  const sets = useFormatSets().data ?? [];
  if (!hovering) return null;
  const usual = sets.find(({ id }) => id === settings?.videoFormatSetId)?.name ?? '';
  return (
    <div className="drop" role="status">
      <div className="drop-panel">
        <IconUpload size={40} stroke={1.4} aria-hidden />
        <div className="drop-title">{t.drop.title}</div>
        <div className="drop-text">
          {desktop === null ? t.drop.copied : t.drop.inPlace}{' '}
          {settings?.convertOnImport === false ? t.drop.textNoConvert : t.drop.text(usual)}
        </div>
      </div>
    </div>
  );
}

/** In the window folders are left to the engine; a browser must read them itself. Nothing found is said. */
function useTakeDrop(): (transfer: DataTransfer) => void {
  const { t } = useLanguage();
  const { uploads } = useStores();
  const { desktop } = useServices();
  const run = useAction();
  return useCallback(
    (transfer) => {
      if (desktop !== null) {
        uploads.getState().add([...transfer.files]);
        return;
      }
      const reading = readDroppedFiles(transfer);
      void run(
        () => reading,
        (places) => {
          for (const files of places) uploads.getState().add(files);
          return places.length === 0 ? t.drop.nothing : null;
        },
      );
    },
    [uploads, desktop, run, t],
  );
}

function useFileDrop(onDrop: (transfer: DataTransfer) => void): boolean {
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (carriesFiles(event)) setDepth((before) => before + 1);
    };
    const leave = () => setDepth((before) => Math.max(0, before - 1));
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      setDepth(0);
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      onDrop(event.dataTransfer);
    };
    const abort = new AbortController();
    const { signal } = abort;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => abort.abort();
  }, [onDrop]);
  return depth > 0;
}
