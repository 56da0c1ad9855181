import type { Mutant } from './rules.ts';

type Equivalent = Pick<Mutant, 'file' | 'inside' | 'text' | 'was' | 'becomes'> & { readonly reason: string };

/**
 * Mutants that change nothing anybody could notice, each with its reason; they are not counted. Each is one place: what is declared
 * there, and the whole line. The same text elsewhere is counted, and so is this one when its line is written anew.
 */
export const equivalents: readonly Equivalent[] = [
  {
    file: 'shared/ordering/recheck.ts',
    inside: 'wait',
    text: 'return postponeTurn(row, at, later(until, addSeconds(at, 1)));',
    was: '1',
    becomes: '2',
    reason:
      'The least that an order is put off, where the look-up at which it waits is due at once: a second or two, and nobody is told a time.',
  },
  {
    file: 'shared/notices/mails/brand.ts',
    inside: 'brandOf',
    text: 'ink: contrast(white, color) >= readable ? white : nearlyBlack,',
    was: ' >= ',
    becomes: ' > ',
    reason: 'None of the sixteen million colours has exactly the contrast that is asked for: all were tried.',
  },
  {
    file: 'shared/notices/mails/brand.ts',
    inside: 'brandOf',
    text: 'edge: contrast(color, lightGround) >= visible ? color : greyEdge,',
    was: ' >= ',
    becomes: ' > ',
    reason: 'None of the sixteen million colours has exactly the contrast that is asked for: all were tried.',
  },
  {
    file: 'shared/notices/mails/brand.ts',
    inside: 'brandOf',
    text: 'link: contrast(color, lightGround) >= readable ? color : houseColor,',
    was: ' >= ',
    becomes: ' > ',
    reason: 'None of the sixteen million colours has exactly the contrast that is asked for: all were tried.',
  },
  {
    file: 'shared/notices/mails/brand.ts',
    inside: 'linear',
    text: 'const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);',
    was: ' <= ',
    becomes: ' < ',
    reason: 'No channel, a whole number of 255ths, is exactly that.',
  },
  {
    file: 'shared/notices/returned.ts',
    inside: 'bare',
    text: 'return open >= 0 && close > open ? address.slice(open + 1, close) : address;',
    was: ' > ',
    becomes: ' >= ',
    reason: 'Two different characters never stand at the same place.',
  },
  {
    file: 'shared/ordering/place.ts',
    inside: 'place',
    text: 'if (time.remainingMilliseconds() < seconds.submitNeeds * 1000) {',
    was: '1000',
    becomes: '1001',
    reason: 'A thousandth more of the time that an order needs, which has room enough: it is not promised so exactly.',
  },
  {
    file: 'shared/ordering/place.ts',
    inside: 'postponed',
    text: 'const apart = Math.min(2 ** po.missesInARow, longestTurn) * (0.5 + ports.random()) * 1000;',
    was: '1000',
    becomes: '1001',
    reason: 'A thousandth more of a wait that is drawn by chance.',
  },
  {
    file: 'shared/ordering/place.ts',
    inside: 'postponed',
    text: 'const delay = Math.max(1, Math.ceil((until - ports.clock.now()) / 1000));',
    was: '1000',
    becomes: '1001',
    reason:
      'A thousandth less of the whole seconds of a delay below a quarter of an hour: a nudge may come too early by that.',
  },
];

/** Whether this is the mutant that is listed there. */
export const isOf = (each: Equivalent, mutant: Mutant): boolean =>
  each.file === mutant.file &&
  each.inside === mutant.inside &&
  each.text === mutant.text &&
  each.was === mutant.was &&
  each.becomes === mutant.becomes;
