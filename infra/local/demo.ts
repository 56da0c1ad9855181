import { createInterface } from 'node:readline/promises';
import { optionsOf } from '../command/options.ts';
import { command, Sentence } from '../command/sentence.ts';
import { callerOf } from './demo/caller.ts';
import { narrator } from './demo/narrator.ts';
import { play } from './demo/play.ts';
import { startLocal } from './run.ts';

/**
 * `npm run demo`: the main job for all four distributors, told as a story, against a service that it starts itself or that runs
 * at `--url`. Exits with 1 when any step is not what it should be.
 */
const { url, yes } = optionsOf({ url: { type: 'string' }, yes: { type: 'boolean' } });
const say = (line: string) => console.log(line);

await command(async () => {
  process.exitCode = (await perform()) ? 0 : 1;
});

async function perform(): Promise<boolean> {
  if (url !== undefined) {
    const caller = await callerOf(url);
    await askFirst(url);
    return play(caller, narrator(say));
  }
  const local = await startLocal({ onStep: say });
  try {
    return await play(await callerOf(local.url), narrator(say));
  } finally {
    await local.stop();
  }
}

/** Another's service is not moved on in time unasked. */
async function askFirst(address: string): Promise<void> {
  say(`This orders parts from the simulated distributors of ${address} and moves its clock on by six weeks, for good.`);
  if (yes) return;
  if (!process.stdin.isTTY) throw new Sentence('Nobody can be asked here: say --yes if that is wanted.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Go on? (y/N) ');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Sentence('Nothing was done.');
}
