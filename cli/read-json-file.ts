import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '../core/errors/app-error.ts';
import type { Terminal } from './terminal.ts';

/** The text of a file, or of standard input for "-". @throws AppError import/not-found, import/no-permission */
export async function readTextFile(terminal: Terminal, name: string): Promise<string> {
  if (name === '-') return terminal.readInput();
  const path = resolve(terminal.workingFolder, name);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && error.code === 'EACCES';
    throw new AppError(
      refused ? 'import/no-permission' : 'import/not-found',
      `The file “${name}” cannot be read.`,
      { details: { path }, cause: error },
    );
  }
}

/** @throws AppError input/invalid when it is no JSON */
export async function readJsonFile(terminal: Terminal, name: string): Promise<unknown> {
  const text = await readTextFile(terminal, name);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('input/invalid', `“${name}” holds no JSON: ${String(error)}.`, {
      cause: error,
    });
  }
}
