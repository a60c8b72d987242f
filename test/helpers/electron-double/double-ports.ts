import { EventEmitter } from 'node:events';

/** Where the messages of a port go once it was handed to a page. */
export interface PortRelay {
  deliver(data: unknown): void;
  close(): void;
}

/** Electron's `MessagePortMain`: waits until started, and can be handed to a page. */
export class DoublePort extends EventEmitter {
  #peer: DoublePort | null = null;
  #relay: PortRelay | null = null;
  #waiting: unknown[] | null = [];
  #isClosed = false;

  static entangle(one: DoublePort, other: DoublePort): void {
    one.#peer = other;
    other.#peer = one;
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  postMessage(data: unknown): void {
    if (!this.#isClosed) this.#peer?.receive(structuredClone(data));
  }

  /** From the other end, or from the page that holds the other end of `handOver`. */
  receive(data: unknown): void {
    if (this.#isClosed) return;
    if (this.#relay !== null) this.#relay.deliver(data);
    else if (this.#waiting !== null) this.#waiting.push(data);
    else this.emit('message', { data, ports: [] });
  }

  handOver(relay: PortRelay): void {
    this.#relay = relay;
    for (const data of this.#waiting?.splice(0) ?? []) relay.deliver(data);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#relay?.close();
    this.emit('close');
    this.#peer?.close();
  }
}

export class DoubleChannel {
  readonly port1 = new DoublePort();
  readonly port2 = new DoublePort();

  constructor() {
    DoublePort.entangle(this.port1, this.port2);
  }
}
