import { homedir } from 'node:os';
import { join, resolve, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../../core/contract/contract.ts';
import { openedPaths } from '../../../main/electron/opened-paths.ts';
import { createPathGate } from '../../../main/electron/path-gate.ts';
import { createPathGrants } from '../../../main/electron/path-grants.ts';
import {
  type NamedPath,
  OPERATIONS_WITH_PATHS,
  pathsInCall,
} from '../../../main/electron/paths-in-call.ts';

const clips = resolve('/films/clips');

describe('granted paths', () => {
  it('hold for themselves and for what lies in them, not for their neighbours', () => {
    const grants = createPathGrants();
    grants.grant([clips]);
    expect(grants.allows(clips)).toBe(true);
    expect(grants.allows(join(clips, 'day 1', 'a.mov'))).toBe(true);
    expect(grants.allows(`${clips}-private`)).toBe(false);
    expect(grants.allows(resolve('/films'))).toBe(false);
    expect(grants.allows(homedir())).toBe(false);
  });

  it.each([
    ['a drive', 'D:\\', 'D:\\clips\\a.mov', 'C:\\clips\\a.mov'],
    ['a share', '\\\\nas\\films', '\\\\nas\\films\\day 1\\a.mov', '\\\\nas\\letters\\a.mov'],
  ])('hold for everything on %s of Windows', (_what, granted, within, outside) => {
    const grants = createPathGrants(win32);
    grants.grant([granted]);
    expect(grants.allows(granted)).toBe(true);
    expect(grants.allows(within)).toBe(true);
    expect(grants.allows(outside)).toBe(false);
  });

  it('are not left by dots, nor made of what is no full path', () => {
    const grants = createPathGrants();
    grants.grant([clips, '', 'relative']);
    expect(grants.allows(join(clips, '..', 'secret.mov'))).toBe(false);
    expect(grants.allows(`${clips}/../secret.mov`)).toBe(false);
    expect(grants.allows('relative')).toBe(false);
    expect(grants.allows('')).toBe(false);
  });
});

describe('the gate for paths in calls', () => {
  function gate(answer: boolean, known: readonly string[] = []) {
    const asked: NamedPath[] = [];
    const grants = createPathGrants();
    const pathGate = createPathGate({
      grants,
      isKnown: ({ path }) => known.includes(path),
      ask: async (named) => {
        asked.push(named);
        return answer;
      },
    });
    return { pathGate, grants, asked };
  }

  it('lets what a person named pass without a question', async () => {
    const { pathGate, grants, asked } = gate(false, ['/known']);
    grants.grant([clips]);
    await pathGate.require([
      { path: join(clips, 'a.mov'), use: 'read' },
      { path: '/known', use: 'watch' },
    ]);
    expect(asked).toEqual([]);
  });

  it('refuses a path that the person does not allow, and asks about it once', async () => {
    const { pathGate, asked } = gate(false);
    const named: NamedPath = { path: '/etc/shadow', use: 'read' };
    await expect(pathGate.require([named])).rejects.toMatchObject({ code: 'access/path-refused' });
    await expect(pathGate.require([named])).rejects.toMatchObject({ code: 'access/path-refused' });
    expect(asked).toEqual([named]);
  });

  it('takes the person’s yes for this path and asks again about another one', async () => {
    const { pathGate, asked } = gate(true);
    await pathGate.require([{ path: '/a', use: 'publish' }]);
    await pathGate.require([{ path: '/a', use: 'publish' }]);
    await pathGate.require([{ path: '/b', use: 'publish' }]);
    expect(asked.map(({ path }) => path)).toEqual(['/a', '/b']);
  });
});

describe('the table of operations that take paths', () => {
  it('names every operation of the contract whose input holds a path of this machine', () => {
    const found = operationsOf(contract).filter(([, schema]) =>
      /"(paths?|[a-z]+Path)":/.test(
        JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
      ),
    );
    expect(found.map(([name]) => name).toSorted()).toEqual([...OPERATIONS_WITH_PATHS].toSorted());
  });

  it.each([
    ['import.paths', { paths: ['/a', '/b'] }, ['/a', '/b']],
    ['media.planPath', { path: '/a' }, ['/a']],
    ['import.saveWatchFolder', { id: null, path: '/w' }, ['/w']],
    ['publish.saveTarget', { path: '/site' }, ['/site']],
    ['system.updateSettings', { ffmpegPath: '/bin/x', ffprobePath: null }, ['/bin/x']],
    ['system.updateSettings', { theme: 'dark' }, []],
    ['import.paths', { paths: 'not a list' }, []],
    ['media.list', { path: '/a' }, []],
  ])('finds them in %s %j', (operation, input, paths) => {
    const found = pathsInCall(operation.split('.'), input);
    expect(found.map(({ path }) => path)).toEqual(paths);
  });
});

function operationsOf(node: object, path: readonly string[] = []): [string, z.ZodType][] {
  return Object.entries(node).flatMap(([name, child]): [string, z.ZodType][] => {
    const here = [...path, name];
    const definition = (child as { '~orpc'?: { inputSchema?: z.ZodType } })['~orpc'];
    if (definition === undefined) return operationsOf(child as object, here);
    return definition.inputSchema === undefined ? [] : [[here.join('.'), definition.inputSchema]];
  });
}

describe('what the application is opened with', () => {
  const workingFolder = resolve('/home/ada');

  it('is everything behind the program that is no switch, from the folder it was called in', () => {
    const found = openedPaths({
      arguments: ['avlogue', '--no-sandbox', 'clip.mov', resolve('/films/b.mp4'), ''],
      workingFolder,
      fromSource: false,
    });
    expect(found).toEqual([resolve('/home/ada/clip.mov'), resolve('/films/b.mp4')]);
  });

  it('does not take the source folder for it', () => {
    const launch = { arguments: ['electron', '.', 'a.mp4'], workingFolder, fromSource: true };
    expect(openedPaths(launch)).toEqual([resolve('/home/ada/a.mp4')]);
  });
});
