import { EventEmitter } from 'node:events';
import type { PathLike } from 'node:fs';
import { DoubleTheme } from './double-theme.ts';

interface OpenAnswer {
  readonly canceled: boolean;
  readonly filePaths: readonly string[];
}

interface Parent {
  isVisible(): boolean;
}

interface MessageBox {
  readonly message: string;
  readonly buttons: readonly string[];
  readonly checkboxLabel?: string;
}

interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

interface NotificationOptions {
  readonly title: string;
  readonly body: string;
}

/** What a person would see of the system, and what they would answer. */
export class DoubleSystem {
  /** Answers of the open dialog, taken one after the other; none: cancelled. */
  readonly chosen: (readonly string[])[] = [];
  /** Buttons pressed in message boxes, by their place; none: the last one. */
  readonly pressed: number[] = [];
  readonly openDialogs: object[] = [];
  readonly messageBoxes: MessageBox[] = [];
  /** Whether the checkbox of the next message boxes is ticked. */
  ticks = false;
  readonly errorBoxes: string[] = [];
  readonly notifications: (NotificationOptions & { click(): void })[] = [];
  readonly openedOutside: string[] = [];
  readonly openedPaths: PathLike[] = [];
  readonly shownInFolder: string[] = [];
  /** Why nothing can be opened; empty: it can. */
  refusesToOpen = '';
  /** Running power blockers. */
  readonly awake = new Set<number>();
  readonly powerMonitor = new EventEmitter();
  readonly nativeTheme = new DoubleTheme();
  menu: readonly MenuItem[] = [];
  permissions: ((permission: string, address: string) => boolean)[] = [];

  readonly dialog = {
    /** With a window that is shown, or without. */
    showOpenDialog: async (...given: readonly [...Parent[], object]): Promise<OpenAnswer> => {
      requireShown(given.slice(0, -1) as readonly Parent[]);
      this.openDialogs.push(given.at(-1) as object);
      const filePaths = this.chosen.shift();
      return { canceled: filePaths === undefined, filePaths: filePaths ?? [] };
    },
    /** With a window that is shown, or without. */
    showMessageBox: async (...given: readonly [...Parent[], MessageBox]) => {
      requireShown(given.slice(0, -1) as readonly Parent[]);
      const box = given.at(-1) as MessageBox;
      this.messageBoxes.push(box);
      return {
        response: this.pressed.shift() ?? box.buttons.length - 1,
        checkboxChecked: box.checkboxLabel !== undefined && this.ticks,
      };
    },
    showErrorBox: (_title: string, content: string) => {
      this.errorBoxes.push(content);
    },
  };

  readonly shell = {
    openExternal: async (url: string) => {
      this.openedOutside.push(url);
    },
    openPath: async (path: string) => {
      this.openedPaths.push(path);
      return this.refusesToOpen;
    },
    showItemInFolder: (path: string) => {
      this.shownInFolder.push(path);
    },
  };

  readonly powerSaveBlocker = {
    start: () => {
      const id = this.awake.size + 1;
      this.awake.add(id);
      return id;
    },
    stop: (id: number) => this.awake.delete(id),
  };

  readonly screen = {
    getPrimaryDisplay: () => DISPLAY,
    getAllDisplays: () => [DISPLAY],
  };

  readonly session = {
    defaultSession: {
      setPermissionRequestHandler: (
        handler: (
          contents: null,
          permission: string,
          answer: (isAllowed: boolean) => void,
          details: { readonly requestingUrl: string },
        ) => void,
      ) => {
        this.permissions.push((permission, requestingUrl) => {
          let allowed = false;
          handler(
            null,
            permission,
            (isAllowed) => {
              allowed = isAllowed;
            },
            { requestingUrl },
          );
          return allowed;
        });
      },
      setPermissionCheckHandler: (
        handler: (contents: null, permission: string, origin: string) => boolean,
      ) => {
        this.permissions.push((permission, origin) => handler(null, permission, origin));
      },
      setDevicePermissionHandler: () => {},
    },
  };

  readonly Menu = {
    buildFromTemplate: (template: readonly MenuItem[]) => template,
    setApplicationMenu: (menu: readonly MenuItem[]) => {
      this.menu = menu;
    },
  };

  /** Chooses a menu item by its label. */
  chooseMenu(label: string): void {
    const item = this.menu
      .flatMap(({ submenu }) => submenu ?? [])
      .find((one) => one.label === label);
    if (item?.click === undefined) throw new Error(`There is no menu item “${label}”.`);
    item.click();
  }

  /** Electron's `Notification`; `click` is what a person does with it. */
  notificationClass(): new (options: NotificationOptions) => object {
    const { notifications } = this;
    return class {
      readonly options: NotificationOptions;
      static isSupported(): boolean {
        return true;
      }
      constructor(options: NotificationOptions) {
        this.options = options;
      }
      on(_event: 'click', listener: () => void): void {
        this.click = listener;
      }
      show(): void {
        notifications.push({ ...this.options, click: () => this.click() });
      }
      click: () => void = () => {};
    };
  }
}

/** A sheet hangs from its window: nobody sees it, and nobody can answer it, while that is hidden. */
function requireShown(parents: readonly Parent[]): void {
  if (parents.some((window) => !window.isVisible())) throw new Error('The dialog is not seen.');
}

const DISPLAY = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
