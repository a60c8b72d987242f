import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  CHANNELS,
  type DesktopBridge,
  type DesktopCommand,
  PORT_MESSAGE,
} from '../core/desktop/bridge.ts';

/** Only these seven ways lead out of the page; `ipcRenderer` itself is never handed to it. */
const bridge: DesktopBridge = {
  platform: process.platform,
  connect: () => ipcRenderer.invoke(CHANNELS.connect),
  choose: (choice) => ipcRenderer.invoke(CHANNELS.choose, choice),
  pathsOf: (files) => ipcRenderer.invoke(CHANNELS.dropped, files.map(pathOf)),
  show: (place) => ipcRenderer.invoke(CHANNELS.show, place),
  openLibrary: () => ipcRenderer.invoke(CHANNELS.openLibrary),
  hasUpdateFeed: () => ipcRenderer.invoke(CHANNELS.updateFeed),
  onCommand(listener) {
    const relay = (_event: unknown, command: DesktopCommand) => listener(command);
    ipcRenderer.on(CHANNELS.command, relay);
    return () => {
      ipcRenderer.off(CHANNELS.command, relay);
    };
  },
};

/** A path that the page only says is no file: Electron knows the path of real ones. */
function pathOf(file: object): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

// a port cannot pass contextBridge; `/` is this page's own origin
ipcRenderer.on(CHANNELS.port, ({ ports }) => {
  window.postMessage({ type: PORT_MESSAGE }, '/', [...ports]);
});

contextBridge.exposeInMainWorld('avlogue', bridge);
