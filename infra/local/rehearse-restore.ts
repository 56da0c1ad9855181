import { optionsOf } from '../command/options.ts';
import { command } from '../command/sentence.ts';
import { rehearse } from './restore/rehearsal.ts';

/** `npm run rehearse-restore`: the table is saved, orders are placed, the table is restored; no order may be placed twice. */
optionsOf({});

await command(async () => {
  process.exitCode = (await rehearse((line) => console.log(line))) ? 0 : 1;
});
