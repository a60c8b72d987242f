import { protocol } from 'electron';
import { APP_SCHEME } from './app-scheme.ts';

/** Like https to the page: an origin of its own, a secure context, media that seek. Only before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}
