import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Sentence } from '../../command/sentence.ts';

/**
 * Takes the folder for one service, until it is disposed of or the process ends, however it ends: SQLite asks the kernel
 * for the lock. Makes the folder where there is none.
 */
export function claimDataDir(dataDir: string): Disposable {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(join(dataDir, 'in-use.sqlite'), { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return { [Symbol.dispose]: () => database.close() };
  } catch (error) {
    throw new Sentence(`DATA_DIR=${dataDir} ${reasonOf(error)}`, { cause: error });
  }
}

const databaseIsLocked = 5;

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be used.';
  if ('errcode' in error && error.errcode === databaseIsLocked) {
    return 'is in use by another service: stop that one, or choose another folder.';
  }
  if ('code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR')) {
    return 'is or lies in a file: choose a folder.';
  }
  return `cannot be written: choose a folder that can (${error.message}).`;
}
