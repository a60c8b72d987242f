import { IconUpload } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useFormatSets, useSettings } from '../data/queries.ts';
import { useStores } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { readDroppedFiles } from './read-dropped-files.ts';

/** Files may be dropped anywhere; while they hover, the page says what dropping will do. */
export function DropZone() {
  const { t } = useLanguage();
  const { uploads } = useStores();
  const add = useCallback((files: readonly File[]) => uploads.getState().add(files), [uploads]);
  const hovering = useFileDrop(add);
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
          {settings?.convertOnImport === false ? t.drop.textNoConvert : t.drop.text(usual)}
        </div>
      </div>
    </div>
  );
}

function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
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
      void readDroppedFiles(event.dataTransfer).then(onFiles);
    };
    const abort = new AbortController();
    const { signal } = abort;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => abort.abort();
  }, [onFiles]);
  return depth > 0;
}
