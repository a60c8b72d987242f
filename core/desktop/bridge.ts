/** What a person is asked to choose in the system's own dialog. */
export type Choice = 'files' | 'folders' | 'folder' | 'publish-folder' | 'program';

/** What can be shown in the system's file manager; the shell looks the path up itself. */
export type Place =
  | { readonly kind: 'library' }
  | { readonly kind: 'log' }
  | { readonly kind: 'master'; readonly mediaId: string }
  | { readonly kind: 'rendition'; readonly mediaId: string; readonly renditionId: string }
  | { readonly kind: 'target'; readonly targetId: string }
  /** The gallery page of a publish folder, opened in the browser. */
  | { readonly kind: 'target-page'; readonly targetId: string };

/** What menus ask the page to do. */
export type DesktopCommand =
  | 'library'
  | 'queue'
  | 'publish'
  | 'formats'
  | 'settings'
  | 'find'
  | 'shortcuts';

/** `window.avlogue` in the desktop window: all that the page can ask of the shell. Refusals are rejections. */
export interface DesktopBridge {
  /** `darwin`, `win32`, `linux`. */
  readonly platform: string;
  /** The engine's port then arrives as a window message, see `PORT_MESSAGE`. */
  connect(): Promise<void>;
  /** Opens a dialog; what is chosen may be used from then on. Empty: nothing was chosen. */
  choose(choice: Choice): Promise<readonly string[]>;
  /** Where dropped or chosen `File`s lie; '' for one that is not on a disk. They may be used from then on. */
  pathsOf(files: readonly object[]): Promise<readonly string[]>;
  show(place: Place): Promise<void>;
  /** Asks for another library and starts anew with it; whatever was decided, the call ends. */
  openLibrary(): Promise<void>;
  /** Whether this build knows a place to ask for updates. */
  hasUpdateFeed(): Promise<boolean>;
  /** Returns the end of the subscription. */
  onCommand(listener: (command: DesktopCommand) => void): () => void;
}

/** `type` of the window message whose only port leads to the engine. */
export const PORT_MESSAGE = 'avlogue:port';

/** All ways between the page's preload and the shell. */
export const CHANNELS = {
  connect: 'avlogue:connect',
  port: 'avlogue:port',
  choose: 'avlogue:choose',
  dropped: 'avlogue:dropped',
  show: 'avlogue:show',
  openLibrary: 'avlogue:open-library',
  updateFeed: 'avlogue:update-feed',
  command: 'avlogue:command',
} as const;
