import { app, Menu } from 'electron';
import { buildMenu, type MenuActions } from './menu-template.ts';
import type { Texts } from './texts/en.ts';

export function setAppMenu(texts: Texts, actions: MenuActions): void {
  const template = buildMenu({
    texts,
    platform: process.platform,
    forDevelopers: !app.isPackaged,
    actions,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
}
