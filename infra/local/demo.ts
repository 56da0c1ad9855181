import { parseArgs } from 'node:util';
import { callerOf } from './demo/caller.ts';
import { play } from './demo/play.ts';
import { stage } from './demo/stage.ts';
import { startLocal } from './run.ts';

/**
 * `npm run demo`: the main job for all four distributors, told as a story, against a service that it starts itself or that runs
 * at `--url`. Exits with 1 when any step is not what it should be.
 */
const { values } = parseArgs({ options: { url: { type: 'string' } } });
const say = (line: string) => console.log(line);

const perform = async (): Promise<boolean> => {
  if (values.url !== undefined) return play(await callerOf(values.url), stage(say));
  const local = await startLocal({ onStep: say });
  try {
    return await play(await callerOf(local.url), stage(say));
  } finally {
    await local.stop();
  }
};

process.exitCode = (await perform()) ? 0 : 1;
