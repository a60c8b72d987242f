import { installWithApt } from './apt.mjs';
import { findProgram, isProgram } from './find-program.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const USUAL_PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};
const ADVICE = 'Install Chromium or Chrome, or name it in AVLOGUE_CHROMIUM.';

/**
 * The browser that plays what the tests make.
 * @type {import('./step.mjs').SetupStep}
 */
export const chromium = {
  required: false,
  isOutstanding: async (context) => {
    const { options, memory } = context;
    return (
      options.forTests &&
      options.apt &&
      findChromium(context) === null &&
      (options.retry || !memory.failedLately('apt-chromium', 'chromium'))
    );
  },

  async provide(context) {
    const packages = ['chromium', 'fonts-liberation'];
    const { installed, why } = await installWithApt(context, packages, 'Chromium for the tests');
    if (installed) return true;
    context.memory.rememberFailure('apt-chromium', 'chromium');
    context.reporter.problem(`Chromium could not be installed: ${why}.`);
    return false;
  },

  remind(context) {
    if (context.options.forTests && findChromium(context) === null) {
      context.reporter.problem(`There is no Chromium: the tests in a browser will fail. ${ADVICE}`);
    }
  },
};

/**
 * @param {Pick<import('./step.mjs').SetupContext, 'environment' | 'platform'>} context
 * @returns {string | null}
 */
export function findChromium({ environment, platform }) {
  const named = environment.AVLOGUE_CHROMIUM;
  if (named !== undefined && isProgram(named)) return named;
  const usual = platform === 'darwin' || platform === 'win32' ? USUAL_PLACES[platform] : [];
  return usual.find(isProgram) ?? findProgram(NAMES, environment, platform);
}
