import { promises } from 'node:fs';
import { join } from 'node:path';

/** The dialog, as it was built beside this function's code; read when it is asked for, not at the start. */
export const dialogModule = (): Promise<string> =>
  promises.readFile(join(import.meta.dirname, 'drop-ship-dialog.js'), 'utf8');
