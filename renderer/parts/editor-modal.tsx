import { Modal, type ModalProps } from '@mantine/core';
import { useLanguage } from '../texts/language.ts';

export interface EditorModalProps<Edited> {
  /** null: nothing is edited. */
  readonly edited: Edited | null;
  readonly title: string;
  readonly size?: ModalProps['size'];
  readonly onClose: () => void;
  readonly children: (edited: Edited) => React.ReactNode;
}

/** Over the list: what is being changed in it. */
export function EditorModal<Edited>(props: EditorModalProps<Edited>) {
  const { edited, title, size = 'xl', onClose, children } = props;
  const { t } = useLanguage();
  return (
    <Modal
      opened={edited !== null}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {edited !== null && children(edited)}
    </Modal>
  );
}
