import { settingsPatch } from '../../core/catalog/settings-patch.ts';
import type { Settings } from '../../core/model/library.ts';
import type { Engine } from '../engine.ts';
import type { Logger } from '../logger.ts';
import type { Dialogs } from './dialogs.ts';
import type { ClosingAnswer, Leaving } from './quitting.ts';

export interface ClosingQuestionNeeds {
  readonly dialogs: Pick<Dialogs, 'askAboutConverting'>;
  readonly opening: Promise<Pick<Engine, 'catalog'>>;
  readonly logger: Logger;
}

/** Asks what becomes of the conversion, and keeps the answer where the person wants that. */
export function createClosingQuestion({ dialogs, opening, logger }: ClosingQuestionNeeds) {
  async function keep(whenClosing: Settings['whenClosing']): Promise<void> {
    try {
      const { catalog } = await opening;
      await catalog.commit([settingsPatch({ whenClosing })]);
    } catch (error) {
      // it is asked again then, which keeps nobody from closing
      logger.warn('The answer could not be kept.', error);
    }
  }

  return async (how: Leaving): Promise<ClosingAnswer> => {
    const decision = await dialogs.askAboutConverting(how);
    if (decision.keep && decision.answer !== 'cancel') await keep(decision.answer);
    return decision.answer;
  };
}
