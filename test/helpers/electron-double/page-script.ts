/** What a page of the double tells Node. */
export type FromPage =
  | { readonly kind: 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'port-message'; readonly id: number; readonly data: string };

/** What Node tells a page of the double. */
export type ToPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'port'; readonly channel: string; readonly id: number }
  | { readonly kind: 'port-message'; readonly id: number; readonly data: string }
  | { readonly kind: 'port-close'; readonly id: number };

export const TO_NODE = '__electronDoubleToNode';
export const FROM_NODE = '__electronDoubleFromNode';
export const FILE_PATHS = '__electronDoublePaths';

/**
 * Runs before every document: Electron's side of a sandboxed preload, then the preload itself. Written as text,
 * since the page's policy forbids making functions from text.
 */
export function pageScript(preloadSource: string, platform: string): string {
  return `(() => {
  if (window !== window.top || !location.href.startsWith('http://app.localhost:')) return;
  const toNode = (message) => window.${TO_NODE}(message);
  const listeners = new Map();
  const ports = new Map();
  const tell = (channel, event, args) => {
    for (const listener of listeners.get(channel) ?? []) listener(event, ...args);
  };
  window.${FROM_NODE} = (message) => {
    if (message.kind === 'send') tell(message.channel, { ports: [] }, message.args);
    if (message.kind === 'port-message') ports.get(message.id)?.postMessage(message.data);
    if (message.kind === 'port-close') ports.get(message.id)?.close();
    if (message.kind === 'port') {
      const { port1, port2 } = new MessageChannel();
      ports.set(message.id, port1);
      port1.onmessage = ({ data }) => toNode({ kind: 'port-message', id: message.id, data });
      tell(message.channel, { ports: [port2] }, [null]);
    }
  };
  const ipcRenderer = {
    async invoke(channel, ...args) {
      const answer = await toNode({ kind: 'invoke', channel, args });
      if (answer.ok) return answer.value;
      throw new Error("Error invoking remote method '" + channel + "': " + answer.error);
    },
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    off: (channel, listener) =>
      listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)),
  };
  const contextBridge = {
    exposeInMainWorld(name, api) {
      const copied = (value) => (typeof value === 'function' ? value : structuredClone(value));
      const members = Object.entries(api).map(([key, value]) => [
        key,
        typeof value === 'function' ? (...args) => value(...args.map(copied)) : value,
      ]);
      Object.defineProperty(window, name, { value: Object.freeze(Object.fromEntries(members)) });
    },
  };
  const webUtils = {
    getPathForFile: (file) => (window.${FILE_PATHS} ?? {})[file.name] ?? '',
  };
  const require = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer, webUtils };
    throw new Error('A sandboxed preload cannot require ' + name);
  };
  const process = { platform: '${platform}' };
  ${preloadSource}
})();`;
}
