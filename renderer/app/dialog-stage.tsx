import { Modal } from '@mantine/core';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { TargetForm } from '../publish/target-form.tsx';
import { FolderForm } from '../settings/folder-form.tsx';
import { ImportPathForm } from '../settings/import-path-form.tsx';
import type { Dialog } from '../state/dialogs.ts';
import { useDialogs } from '../state/stores.ts';
import type { Texts } from '../texts/en.ts';
import { useLanguage } from '../texts/language.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';

const SIZES: Readonly<Partial<Record<Dialog['kind'], string>>> = { publish: 'lg', shortcuts: 'xl' };

/** Where the one open dialog stands. */
export function DialogStage() {
  const { t } = useLanguage();
  const dialog = useDialogs((dialogs) => dialogs.open);
  const close = useDialogs((dialogs) => dialogs.close);
  const leave = () => close(dialog ?? undefined);
  return (
    <Modal
      opened={dialog !== null && dialog.kind !== 'palette'}
      onClose={leave}
      title={dialog === null ? '' : titleOf(dialog, t)}
      size={SIZES[dialog?.kind ?? 'publish'] ?? 'md'}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {dialog !== null && <Content dialog={dialog} onClose={leave} />}
    </Modal>
  );
}

function Content({ dialog, onClose }: { readonly dialog: Dialog; readonly onClose: () => void }) {
  switch (dialog.kind) {
    case 'watch-folder':
      return <FolderForm folderId={dialog.folderId} onDone={onClose} />;
    case 'publish-target':
      return <TargetForm targetId={dialog.targetId} onDone={onClose} />;
    case 'publish':
      return (
        <PublishDialog mediaIds={dialog.mediaIds} targetId={dialog.targetId} onDone={onClose} />
      );
    case 'import-path':
      return <ImportPathForm onDone={onClose} />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'palette':
      return null;
  }
}

function titleOf(dialog: Dialog, t: Texts): string {
  switch (dialog.kind) {
    case 'watch-folder':
      return t.settings.addFolder;
    case 'publish-target':
      return dialog.targetId === null ? t.publish.add : t.publish.edit;
    case 'publish':
      return t.publish.preview(dialog.mediaIds.length);
    case 'import-path':
      return t.settings.importTitle;
    case 'shortcuts':
      return t.shortcuts.title;
    case 'palette':
      return t.commands.palette;
  }
}
