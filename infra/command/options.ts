import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options of a command line. Where it cannot be understood, this says so in one sentence and ends the process. */
export function optionsOf<const Known extends Options>(options: Known) {
  return understood(options, () => parseArgs({ options }).values);
}

/** The same, and what the command is about. */
export function namedOf<const Known extends Options>(options: Known) {
  const { positionals, values } = understood(options, () => parseArgs({ options, allowPositionals: true }));
  return { ...values, names: positionals };
}

function understood<Parsed>(options: Options, parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    const known = Object.keys(options).map((name) => `--${name}`);
    console.error(`${sentence}. Known here: ${known.join(', ') || 'no option at all'}.`);
    process.exit(1);
  }
}
