import type { Page } from 'playwright-core';

const WHERE = { x: 640, y: 400 };

export interface Drag {
  drop(): Promise<void>;
}

/** Drags real files and folders over the page, as out of a file manager, and holds them there. */
export async function dragPaths(page: Page, paths: readonly string[]): Promise<Drag> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, ...WHERE, data });
  await send('dragEnter');
  await send('dragOver');
  return {
    async drop() {
      await send('drop');
      await session.detach();
    },
  };
}
