import { AppError } from '../../core/errors/app-error.ts';
import { APP_ORIGIN } from './app-scheme.ts';

/** What Electron says about the frame that a message came from. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: unknown;
}

/**
 * Only the main frame of our own window, while it shows our own page, is listened to.
 * @param frame null once it is gone
 * @throws AppError access/origin-refused
 */
export function requireOwnSender<Frame extends SenderFrame>(
  frame: Frame | null,
  isOwnWindow: boolean,
): Frame {
  const isOwnPage = frame?.parent === null && frame.origin === APP_ORIGIN;
  if (frame !== null && isOwnPage && isOwnWindow) return frame;
  throw new AppError(
    'access/origin-refused',
    'The message comes from a foreign page. AVlogue answers to its own page only.',
  );
}
