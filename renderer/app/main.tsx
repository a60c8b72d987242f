import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './tokens.css';
import './base.css';
import './frame.css';
import '../parts/parts.css';
import '../commands/commands.css';
import '../formats/formats.css';
import '../library/library.css';
import '../media/media.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findBrowserNotifications } from '../client/browser-notifications.ts';
import { type Connection, createClient } from '../client/create-client.ts';
import { connectPort, findDesktop } from '../client/desktop.ts';
import { createQueryStore } from '../client/query-store.ts';
import { createSend, type SendNeeds } from '../client/send-files.ts';
import { ServicesContext } from '../client/services.ts';
import { takeFiles } from '../client/take-files.ts';
import { uploadFile } from '../client/upload-file.ts';
import { createStores, StoresContext } from '../state/stores.ts';
import { App } from './app.tsx';
import { followCommands } from './follow-commands.ts';

const { origin } = window.location;
const desktop = findDesktop();
const connection: Connection =
  desktop === null ? { kind: 'http', origin } : { kind: 'port', port: await connectPort(desktop) };
const client = createClient(connection);
const sendNeeds: SendNeeds = {
  upload: (request) => uploadFile({ origin, ...request }),
  addCaption: (input) => client.media.addCaption(input),
};
const services = { origin, client, queries: createQueryStore(), desktop };
const stores = createStores({
  intake:
    desktop === null
      ? { kind: 'copy', send: createSend(sendNeeds) }
      : {
          kind: 'in-place',
          take: (files, onPaths) => takeFiles({ desktop, client }, files, onPaths),
        },
  storage: window.localStorage,
  notifications: desktop === null ? findBrowserNotifications() : null,
});
if (desktop !== null) followCommands(desktop, stores);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');

createRoot(root).render(
  <StrictMode>
    <ServicesContext value={services}>
      <StoresContext value={stores}>
        <App />
      </StoresContext>
    </ServicesContext>
  </StrictMode>,
);
