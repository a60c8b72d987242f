import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { readFailure } from '../client/read-failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';

/** Says something once, at the edge of the window. */
export function say(message: React.ReactNode): void {
  notifications.show({ message, withBorder: true });
}

/** Runs a call to the engine; what fails is said, with what to do about it. Answers whether it worked. */
export function useAction(): <T>(
  work: () => Promise<T>,
  done?: (answer: T) => React.ReactNode,
) => Promise<boolean> {
  const { t } = useLanguage();
  return useCallback(
    async (work, done) => {
      try {
        const answer = await work();
        const message = done?.(answer);
        if (message !== undefined && message !== null) say(message);
        return true;
      } catch (error) {
        notifications.show({
          title: t.errors.title,
          message: <FailureNote failure={readFailure(error)} plain />,
          color: 'red',
          autoClose: 12_000,
          withBorder: true,
          role: 'alert',
        });
        return false;
      }
    },
    [t],
  );
}
