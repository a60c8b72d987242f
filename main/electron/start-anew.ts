import { app } from 'electron';

/**
 * The next launch begins when this one has gone, with other files than this one was opened with. Not twice: there would
 * be two. An AppImage runs from where it is mounted, not from its file.
 */
export function startAnew(paths: readonly string[]): void {
  const args = [...process.argv.slice(1, process.defaultApp === true ? 2 : 1), ...paths];
  const { APPIMAGE } = process.env;
  app.relaunch(APPIMAGE === undefined ? { args } : { args, execPath: APPIMAGE });
}
