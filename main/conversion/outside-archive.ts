/** Electron packs the program into `app.asar`; what the system itself opens stands beside it, unpacked. */
export function outsideArchive(path: string): string {
  return path.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked');
}
