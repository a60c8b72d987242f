/** Whether the system's browser may be handed this address: nothing but https ever leaves by a link. */
export function isOutsideLink(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}
