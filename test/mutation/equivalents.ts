/** Mutants that change nothing anybody could notice, each with its reason; they are not counted. */
export const equivalents: readonly {
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
  readonly reason: string;
}[] = [];
