/** Whether a path is this one or lies below it, as either system writes paths; both are normal and absolute. */
export function isWithin(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  return (
    path.length === folder.length ||
    /[/\\]$/u.test(folder) ||
    /^[/\\]/u.test(path.slice(folder.length))
  );
}

/** The last part of a path, as either system writes paths. */
export function nameInPath(path: string): string {
  return path.split(/[/\\]/u).findLast((part) => part !== '') ?? path;
}
