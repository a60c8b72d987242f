import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DoubleWindow } from './double-window.ts';
import { preventable } from './preventable.ts';

/** Electron's `app`: quits as Electron does, by asking listeners and windows; the process itself stays. */
export class DoubleApp extends EventEmitter {
  readonly isPackaged = false;
  readonly windows: DoubleWindow[] = [];
  /** Whether another instance runs already. */
  isSecond = false;
  lockData: unknown = null;
  exitCode: number | null = null;
  userModelId = '';
  /** What the application is to be started with again. */
  readonly relaunches: object[] = [];
  readonly #paths = new Map<string, string>();
  readonly #folder: string;
  #isQuitting = false;

  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  getPath(name: string): string {
    const path = this.#paths.get(name) ?? join(this.#folder, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  setAppUserModelId(id: string): void {
    this.userModelId = id;
  }

  getPreferredSystemLanguages(): readonly string[] {
    return ['en-GB'];
  }

  requestSingleInstanceLock(data: unknown): boolean {
    this.lockData = data;
    return !this.isSecond;
  }

  quit(): void {
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of [...this.windows]) window.close();
    this.#isQuitting = false;
    if (this.windows.length === 0) this.exit(0);
  }

  relaunch(options: object): void {
    this.relaunches.push(options);
  }

  exit(code: number): void {
    if (this.exitCode !== null) return;
    this.exitCode = code;
    this.emit('quit', {}, code);
  }

  windowClosed(window: DoubleWindow): void {
    this.windows.splice(this.windows.indexOf(window), 1);
    if (!this.#isQuitting && this.windows.length === 0) this.quit();
  }
}
