import { readFile } from 'node:fs/promises';

/** The dialog, as it was built beside this function's code; read when it is asked for, not at the start. */
export const dialogModule = (): Promise<string> => readFile(new URL('./drop-ship-dialog.js', import.meta.url), 'utf8');
