import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useStores } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

/** Time enough to read it and to think again. */
const OFFERED_MS = 15_000;

let offered = 0;

/** Says what was done and offers to take it back, on the toast and by Ctrl Z. */
export function useUndoOffer(): (message: string, takeBack: () => unknown) => void {
  const { undo } = useStores();
  const { t } = useLanguage();
  return useCallback(
    (message, takeBack) => {
      offered += 1;
      // its own, since what is said twice alike means two things
      const id = `undo-${offered}`;
      const take = () => {
        notifications.hide(id);
        takeBack();
      };
      undo.getState().offer(take);
      notifications.show({
        id,
        autoClose: OFFERED_MS,
        withBorder: true,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {message}
            <Button
              size="compact-sm"
              variant="light"
              flex="none"
              onClick={() => undo.getState().run(take)}
            >
              {t.app.undo}
            </Button>
          </Group>
        ),
      });
    },
    [undo, t],
  );
}
