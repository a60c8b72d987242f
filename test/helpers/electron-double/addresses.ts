/**
 * Chromium knows no scheme of ours, so `avlogue://app/x` is served as `http://app.localhost:PORT/x`: an origin of its
 * own and a secure context too.
 */
export interface Addresses {
  toReal(address: string): string;
  toOwn(address: string): string;
}

export function createAddresses(scheme: string, port: number): Addresses {
  const own = new RegExp(`^${scheme}://([a-z]+)(?=/|$)`);
  const real = new RegExp(`^http://([a-z]+)\\.localhost:${port}(?=/|$)`);
  return {
    toReal: (address) => address.replace(own, `http://$1.localhost:${port}`),
    toOwn: (address) => address.replace(real, `${scheme}://$1`),
  };
}

/** As Chromium writes an origin: schemes of our own have one here too. */
export function originOf(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/]*/.exec(address)?.[0] ?? 'null';
}
