/** The path of a request's URL, still encoded. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}
