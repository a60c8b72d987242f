import { describe, expect, it } from 'vitest';
import { chooseLibrary } from '../../cli/default-library.ts';

const linux = {
  environment: {},
  platform: 'linux',
  homeFolder: '/home/ada',
  workingFolder: '/work',
} as const;

describe('the library’s place', () => {
  it('is what --library says, seen from where the person stands', () => {
    expect(chooseLibrary('lib', { ...linux, environment: { AVLOGUE_LIBRARY: '/other' } })).toBe(
      '/work/lib',
    );
  });

  it('is else what AVLOGUE_LIBRARY says', () => {
    expect(chooseLibrary(undefined, { ...linux, environment: { AVLOGUE_LIBRARY: '/other' } })).toBe(
      '/other',
    );
  });

  it('is else where the system keeps a user’s data', () => {
    expect(chooseLibrary(undefined, linux)).toBe('/home/ada/.local/share/avlogue');
    expect(chooseLibrary(undefined, { ...linux, environment: { XDG_DATA_HOME: '/data' } })).toBe(
      '/data/avlogue',
    );
    expect(chooseLibrary(undefined, { ...linux, platform: 'darwin' })).toBe(
      '/home/ada/Library/Application Support/avlogue',
    );
  });
});
