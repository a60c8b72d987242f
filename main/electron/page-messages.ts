import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { z } from 'zod';
import type { Logger } from '../logger.ts';
import { parseInput } from '../operations/parse-input.ts';
import { requireOwnSender } from './check-sender.ts';

export interface PageMessages {
  /** Answers one channel. The sender is checked, then the arguments; a refusal rejects the page's call. */
  answer<S extends z.ZodType<readonly unknown[]>>(
    channel: string,
    schema: S,
    work: (parsed: z.output<S>, ownFrame: () => WebFrameMain) => Promise<unknown>,
  ): void;
  stop(): void;
}

export interface PageMessageNeeds {
  readonly own: () => WebContents | null;
  readonly logger: Logger;
}

export function createPageMessages({ own, logger }: PageMessageNeeds): PageMessages {
  const channels: string[] = [];
  return {
    answer(channel, schema, work) {
      channels.push(channel);
      ipcMain.handle(channel, async (event, ...sent: readonly unknown[]) => {
        /** Anew at each use: a frame that has gone elsewhere meanwhile is ours no more. */
        const ownFrame = () => requireOwnSender(event.senderFrame, event.sender === own());
        try {
          ownFrame();
          return await work(parseInput(schema, sent), ownFrame);
        } catch (error) {
          logger.warn(`A message on ${channel} was refused.`, error);
          throw error;
        }
      });
    },
    stop() {
      for (const channel of channels.splice(0)) ipcMain.removeHandler(channel);
    },
  };
}
