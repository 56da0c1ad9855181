/** Mutants that change nothing anybody could notice, each with its reason; they are not counted. */
export const equivalents: readonly {
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
  readonly reason: string;
}[] = [
  {
    file: 'shared/ordering/recheck.ts',
    was: '1',
    becomes: '2',
    reason:
      'The least that an order is put off, where the look-up at which it waits is due at once: a second or two, and nobody is told a time.',
  },
  {
    file: 'shared/notices/mails/brand.ts',
    was: ' >= ',
    becomes: ' > ',
    reason: 'None of the sixteen million colours has exactly the contrast that is asked for: all were tried.',
  },
  {
    file: 'shared/ordering/place.ts',
    was: '1000',
    becomes: '1001',
    reason:
      'A thousandth more of a wait that is drawn by chance, of the whole seconds of a delay below a quarter of an hour, and of the time that an order needs: none is promised so exactly.',
  },
];
