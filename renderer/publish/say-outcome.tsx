import { notifications } from '@mantine/notifications';
import type { Answer, Client } from '../client/create-client.ts';
import { useLanguage } from '../texts/language.ts';
import { LeftOut } from './left-out.tsx';

type Outcome = Answer<Client['publish']['run']>;

/** Tells who has closed the dialog meanwhile; what could not be published stays until it is read. */
export function sayOutcome(outcome: Outcome): void {
  const failed = outcome.failed.length > 0;
  notifications.show({
    message: <OutcomeWords outcome={outcome} />,
    withBorder: true,
    ...(failed ? { color: 'red', autoClose: false, role: 'alert' } : {}),
  });
}

function OutcomeWords({ outcome: { published, failed } }: { readonly outcome: Outcome }) {
  const { t } = useLanguage();
  return (
    <>
      {published.length > 0 && <p>{t.publish.done(published.length)}</p>}
      <LeftOut failed={failed} title={t.publish.failed(failed.length)} />
    </>
  );
}
