import { Button } from '@mantine/core';
import { useAction } from '../data/use-action.tsx';
import { useUndoOffer } from '../data/use-undo-offer.tsx';
import { useLanguage } from '../texts/language.ts';

export interface ChangeButtonsProps {
  /** Of the entry, for those who hear one button at a time. */
  readonly name: string;
  readonly onEdit: () => void;
  /** Answers with what takes it back. */
  readonly remove: () => Promise<() => Promise<unknown>>;
}

/** At the end of an entry of one's own: change it, or delete it and think again. */
export function ChangeButtons({ name, onEdit, remove }: ChangeButtonsProps) {
  const { t } = useLanguage();
  const run = useAction();
  const offerUndo = useUndoOffer();
  const removeIt = () =>
    run(async () => {
      const restore = await remove();
      offerUndo(t.formats.removed(name), () => run(restore));
    });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t.formats.edit}: ${name}`}
        onClick={onEdit}
      >
        {t.formats.edit}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={`${t.formats.remove}: ${name}`}
        onClick={removeIt}
      >
        {t.formats.remove}
      </Button>
    </>
  );
}
