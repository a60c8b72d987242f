type Listener = (event: object, ...args: unknown[]) => unknown;

export interface IpcAnswer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: string;
}

/** Electron's `ipcMain`: one answerer a channel; what it throws reaches the page as text. */
export class DoubleIpc {
  readonly #handlers = new Map<string, Listener>();

  handle(channel: string, listener: Listener): void {
    if (this.#handlers.has(channel)) throw new Error(`A second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** For tests too: as if a frame had sent it past the preload. */
  async deliver(event: object, channel: string, args: readonly unknown[]): Promise<IpcAnswer> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined)
      return { ok: false, error: `No handler registered for '${channel}'` };
    try {
      return { ok: true, value: await handler(event, ...args) };
    } catch (error) {
      return { ok: false, error: String(error) };
    }
  }

  get channels(): readonly string[] {
    return [...this.#handlers.keys()];
  }
}
