import { delimiter, join } from 'node:path';
import { findChromium } from '../setup/chromium.mjs';

/**
 * What set-up found, for tests that start tools by name: the bundled FFmpeg and ffprobe stand behind the
 * system's on the PATH, and the browser is named.
 * @param {string} root
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {NodeJS.Platform} platform
 * @returns {Record<string, string | undefined>}
 */
export function testEnvironment(root, environment, platform) {
  const bundled = [
    join(root, 'node_modules', 'ffmpeg-static'),
    join(root, 'node_modules', 'ffprobe-static', 'bin', platform, process.arch),
  ];
  const chromium = findChromium({ environment, platform });
  return {
    ...environment,
    PATH: [environment.PATH ?? environment.Path ?? '', ...bundled].join(delimiter),
    ...(chromium === null ? {} : { AVLOGUE_CHROMIUM: chromium }),
  };
}
