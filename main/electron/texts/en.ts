import type { PathUse } from '../paths-in-call.ts';

const USES: Readonly<Record<PathUse, string>> = {
  read: 'read the media there',
  watch: 'watch this folder and import what arrives',
  publish: 'write published files there',
  run: 'run this program',
};

/** What the system itself shows: menus, dialogs, notifications. */
export const en = {
  menu: {
    file: 'File',
    addFiles: 'Add files…',
    addFolder: 'Add folder…',
    showLibrary: 'Show library folder',
    quit: 'Quit AVlogue',
    edit: 'Edit',
    find: 'Find',
    view: 'View',
    library: 'Library',
    queue: 'Queue',
    publish: 'Publish',
    formats: 'Formats',
    settings: 'Settings…',
    window: 'Window',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    showLog: 'Show log file',
    about: 'About AVlogue',
  },
  choose: {
    files: 'Choose videos or audio',
    folder: 'Choose a folder',
    publishFolder: 'Choose the folder to publish into',
    program: 'Choose the program',
    library: 'Choose the folder of a library',
    media: 'Video and audio',
    all: 'All files',
  },
  library: {
    message: (path: string) => `Open the library in “${path}”?`,
    there: 'There is a library.',
    begins: 'A new, empty library begins there.',
    stays: (current: string) => `The one in “${current}” stays where it is, with all its files.`,
    restart: 'Restart with it',
    cancel: 'Cancel',
  },
  lost: {
    message: 'The library cannot be found.',
    choose: 'Choose another…',
    usual: 'Open the usual library',
    quit: 'Quit',
  },
  closing: {
    message: 'AVlogue is converting.',
    detail:
      'It can go on in the background and will end by itself when it is done. If you stop now, it takes the work up again at the next start.',
    background: 'Convert in the background',
    stop: 'Stop and quit',
    cancel: 'Cancel',
    keep: 'Don’t ask again (Settings can change it)',
  },
  allow: {
    message: (path: string) => `Allow “${path}”?`,
    detail: (use: PathUse) =>
      `The page named this path, and AVlogue would ${USES[use]}. Allow it only if you typed it yourself.`,
    yes: 'Allow',
    no: 'Don’t allow',
  },
  ended: {
    title: (failed: number): string => (failed === 0 ? 'Converted' : 'Converted, with problems'),
    body: (done: number, failed: number) =>
      failed === 0
        ? `${count(done)} ready.`
        : `${count(done)} ready, ${failed} failed. The queue says why.`,
  },
  /** `{version}` is filled in by the updater. */
  update: {
    title: 'An update is ready',
    body: 'AVlogue {version} was loaded and is installed when you quit.',
  },
  failed: {
    title: 'AVlogue cannot start',
  },
  page: {
    message: 'The window’s page breaks again and again.',
    detail: (logFile: string) =>
      `What is being converted goes on meanwhile, and nothing is lost. What happened is written in “${logFile}”.`,
    again: 'Load it again',
    quit: 'Quit AVlogue',
  },
};

export type Texts = typeof en;

function count(media: number): string {
  return media === 1 ? '1 media is' : `${media} media are`;
}
