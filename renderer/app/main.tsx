import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './tokens.css';
import './base.css';
import './frame.css';
import '../parts/parts.css';
import '../library/library.css';
import '../media/media.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../client/create-client.ts';
import { createQueryStore } from '../client/query-store.ts';
import { ServicesContext } from '../client/services.ts';
import { uploadFile } from '../client/upload-file.ts';
import { createStores, StoresContext } from '../state/stores.ts';
import { App } from './app.tsx';

const { origin } = window.location;
const services = {
  origin,
  client: createClient({ kind: 'http', origin }),
  queries: createQueryStore(),
};
const stores = createStores((file, listen) => uploadFile({ origin, file, ...listen }));
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
