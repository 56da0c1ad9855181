import { optionsOf } from '../command/options.ts';
import { command, portOf } from '../command/sentence.ts';
import { greeting } from './greeting.ts';
import { stopSignal } from './process/stop-signal.ts';
import { startLocal } from './run.ts';

/** `npm start`: the whole service until Ctrl-C. */
const begin = performance.now();
const all = process.env.LOG === 'all';
let stopping = false;
const stopped = stopSignal().then(() => {
  stopping = true;
});
optionsOf({});

await command(async () => {
  const port = portOf(process.env.PORT, 3000);
  const dataDir = process.env.DATA_DIR || undefined;
  const onStep = (sentence: string) => console.log(sentence);
  const local = await startLocal({ port, dataDir, onLog: showLog, onStep }).catch((error: unknown) => {
    // Ctrl-C reaches the processes that a start needs, too.
    if (!stopping) throw error;
  });
  if (local !== undefined) {
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    if (!stopping) console.log(greeting(local, seconds));
    await stopped;
    await local.stop();
  }
  console.log('Stopped.');
});

/** Warnings and errors; with LOG=all every line. */
function showLog(functionName: string, line: string): void {
  if (all || /"level":"(WARN|ERROR|CRITICAL)"/.test(line)) console.log(`${functionName}  ${line}`);
}
