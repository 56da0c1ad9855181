/** Something that a person can mend: shown as this one sentence, without a stack trace. */
export class Sentence extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Sentence';
  }
}

/** Runs a command; what goes wrong is said, in one sentence where a person can mend it or AWS refuses it, and is the exit code. */
export async function command(run: () => Promise<void>): Promise<never> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : (refusedByAws(error) ?? error));
    process.exit(1);
  }
  process.exit();
}

const refusedByAws = (error: unknown): string | undefined =>
  error instanceof Error && '$fault' in error ? `AWS answers ${error.name}: ${error.message}` : undefined;

/** The port that the setting names. */
export function portOf(text: string | undefined, otherwise: number): number {
  const port = Number(text || otherwise);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Sentence(`PORT=${text} is no port: give a number from 0 to 65535.`);
}
