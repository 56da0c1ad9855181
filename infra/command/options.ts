import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options of a command line. Where it cannot be understood, this says so in one sentence and ends the process. */
export function optionsOf<const Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    const known = Object.keys(options).map((name) => `--${name}`);
    console.error(`${sentence}. Known here: ${known.join(', ') || 'no option at all'}.`);
    process.exit(1);
  }
}
