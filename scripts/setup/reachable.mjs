/** Longer than a name look-up and a handshake on a bad line. */
const TIMEOUT_MS = 5_000;

/**
 * Asked before a download that would otherwise wait long for nothing. Behind a proxy only the download
 * itself can tell.
 * @param {string} url
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export async function isReachable(url, environment) {
  if (environment.HTTPS_PROXY || environment.https_proxy) return true;
  try {
    await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return true;
  } catch {
    return false;
  }
}
