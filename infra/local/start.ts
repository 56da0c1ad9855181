import { greeting } from './greeting.ts';
import { orphaned } from './process/parent.ts';
import { Sentence } from './process/sentence.ts';
import { startLocal } from './run.ts';

/** `npm start`: the whole service until Ctrl-C. */
const begin = performance.now();
const all = process.env.LOG === 'all';
const gone = orphaned();

try {
  const port = portOf(process.env.PORT);
  const dataDir = process.env.DATA_DIR || undefined;
  const local = await startLocal({ port, dataDir, onLog: showLog, onStep: (sentence) => console.log(sentence) });
  console.log(`Ready after ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
  console.log(greeting(local));
  const end = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end.resolve());
  await Promise.race([end.promise, gone]);
  await local.stop();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error);
  process.exit(1);
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Sentence(`PORT=${text} is no port: give a number from 0 to 65535.`);
}

/** Warnings and errors; with LOG=all every line. */
function showLog(functionName: string, line: string): void {
  if (all || /"level":"(WARN|ERROR|CRITICAL)"/.test(line)) console.log(`${functionName}  ${line}`);
}
