import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Small things that outlive a run, where `DATA_DIR` says so; else they live in memory. */
export type Kept = {
  read(name: string): string | undefined;
  /** Returns what it wrote. */
  write(name: string, value: string): string;
};

export function keptIn(dataDir: string | undefined): Kept {
  if (dataDir === undefined) return inMemory();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(dataDir, name);
  return {
    read: (name) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : undefined),
    write(name, value) {
      // Written beside and moved: a run that is killed halfway leaves the old one.
      writeFileSync(`${file(name)}.new`, value, { mode: 0o600 });
      renameSync(`${file(name)}.new`, file(name));
      return value;
    },
  };
}

function inMemory(): Kept {
  const values = new Map<string, string>();
  return {
    read: (name) => values.get(name),
    write(name, value) {
      values.set(name, value);
      return value;
    },
  };
}
