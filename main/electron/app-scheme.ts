/** The address of the page in the window: a scheme of our own, never `file://`. */
export const APP_SCHEME = 'avlogue';
export const APP_HOST = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_PAGE = `${APP_ORIGIN}/`;

/** Whether this address is one of the window's own page; anything that is no address is not. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}
