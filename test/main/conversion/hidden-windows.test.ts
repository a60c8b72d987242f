import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { endProcess } from '../../../main/conversion/end-process.ts';
import { commandLineOf } from '../../../main/conversion/process-state.ts';

type Answer = (error: Error | null, answer: { readonly stdout: string }) => void;

vi.mock('node:child_process', async (original) => ({
  ...(await original<typeof import('node:child_process')>()),
  execFile: vi.fn((_path: string, _argv: readonly string[], _options: object, answer: Answer) =>
    answer(null, { stdout: 'ffmpeg -i x' }),
  ),
}));

/** No process has it: Linux gives out 2^22 at most. */
const NOBODY = 2 ** 22 + 1;
const { platform } = process;

beforeAll(() => void Object.defineProperty(process, 'platform', { value: 'win32' }));
afterAll(() => void Object.defineProperty(process, 'platform', { value: platform }));

test('on Windows neither asking for a process nor ending one opens a console window', async () => {
  expect(await commandLineOf(NOBODY)).toBe('ffmpeg -i x');
  expect(await endProcess(NOBODY, { graceMs: 0 })).toBe(true);
  const calls = vi.mocked(execFile).mock.calls.map(([path, , options]) => [path, options]);
  expect(calls).toEqual([
    ['powershell.exe', { windowsHide: true }],
    ['taskkill', { windowsHide: true }],
  ]);
});
