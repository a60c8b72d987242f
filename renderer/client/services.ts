import { createContext, use } from 'react';
import type { DesktopBridge } from '../../core/desktop/bridge.ts';
import type { Client } from './create-client.ts';
import type { QueryStore } from './query-store.ts';

/** What views are handed: built once in `app/main.tsx`. */
export interface Services {
  readonly client: Client;
  readonly queries: QueryStore;
  /** Prefix of `/files/…` and `/upload`. */
  readonly origin: string;
  /** The shell around the window: dialogs, the file manager. null in a browser. */
  readonly desktop: DesktopBridge | null;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('No services: wrap the tree in ServicesContext.');
  return services;
}
