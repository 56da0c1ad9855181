import { optionsOf } from '../../infra/command/options.ts';
import { report } from './report.ts';

/** `npm run cost`: what the service costs, from operations that are counted in the simulation and a dated table of prices. */
optionsOf({});
await report((line) => console.log(line));
