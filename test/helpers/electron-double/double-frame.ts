import type { Frame } from 'playwright-core';
import { type Addresses, originOf } from './addresses.ts';
import type { DoublePort } from './double-ports.ts';
import { FROM_NODE, type ToPage } from './page-script.ts';

/** Electron's `WebFrameMain` over a real frame of Chromium. */
export class DoubleFrame {
  readonly #frame: Frame;
  readonly #frames: DoubleFrames;

  constructor(frame: Frame, frames: DoubleFrames) {
    this.#frame = frame;
    this.#frames = frames;
  }

  get url(): string {
    return this.#frames.addresses.toOwn(this.#frame.url());
  }

  get origin(): string {
    return originOf(this.url);
  }

  get parent(): DoubleFrame | null {
    const parent = this.#frame.parentFrame();
    return parent === null ? null : this.#frames.of(parent);
  }

  postMessage(channel: string, _message: unknown, ports: readonly DoublePort[] = []): void {
    for (const port of ports) this.#frames.handOver(port, channel, this.#frame);
  }
}

/** All frames of one window, and the ports that its page holds. */
export class DoubleFrames {
  readonly addresses: Addresses;
  readonly #known = new WeakMap<Frame, DoubleFrame>();
  readonly #ports = new Map<number, DoublePort>();
  #lastPort = 0;
  #telling: Promise<void> = Promise.resolve();
  #listener: (data: string) => void = () => {};

  constructor(addresses: Addresses) {
    this.addresses = addresses;
  }

  of(frame: Frame): DoubleFrame {
    const known = this.#known.get(frame) ?? new DoubleFrame(frame, this);
    this.#known.set(frame, known);
    return known;
  }

  /** In order; a frame that is gone hears nothing. */
  tell(frame: Frame, message: ToPage): void {
    this.#telling = this.#telling.then(() =>
      frame
        .evaluate(
          ([name, sent]) =>
            (window as never as Record<string, (one: unknown) => void>)[name]?.(sent),
          [FROM_NODE, message] as const,
        )
        .catch(() => {}),
    );
  }

  handOver(port: DoublePort, channel: string, frame: Frame): void {
    this.#lastPort += 1;
    const id = this.#lastPort;
    this.#ports.set(id, port);
    this.tell(frame, { kind: 'port', channel, id });
    port.handOver({
      deliver: (data) => this.tell(frame, { kind: 'port-message', id, data: String(data) }),
      close: () => this.tell(frame, { kind: 'port-close', id }),
    });
  }

  /** What a page says into its end comes out at the other end of the channel. */
  fromPage(id: number, data: string): void {
    this.#listener(data);
    this.#ports.get(id)?.postMessage(data);
  }

  /** For tests: hears all that the page says to the other end of its ports. */
  onPortMessage(listener: (data: string) => void): void {
    this.#listener = listener;
  }

  /** Another document: the ports of the one before are gone. */
  closePorts(): void {
    for (const port of this.#ports.values()) port.close();
    this.#ports.clear();
  }
}
