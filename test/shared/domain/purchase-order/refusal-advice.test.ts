import { expect, it } from 'vitest';
import { refusalAdvice } from '../../../../shared/domain/purchase-order/refusal-advice.ts';
import { instant, type RefusalCode } from '../../../../shared/domain/vocabulary.ts';
import { noon, refused } from '../../../rows.ts';

const wps = { name: 'WPS', contact: { name: 'Western Power Sports', site: 'https://wps.example' } };
const of = (code: RefusalCode, more: Parameters<typeof refused>[0] = {}) =>
  refusalAdvice(refused({ refusal: { code, message: 'sk-secret <b>No</b>', at: instant(noon) }, ...more }), wps);

it.each<[RefusalCode, RegExp]>([
  ['bad-credentials', /^WPS refused the store’s credentials: enter them again .+ verified/],
  [
    'unknown-part',
    /^WPS does not know part 26-1772: put the part number right in the webstore, or choose another part/,
  ],
  ['out-of-stock', /^WPS has none of part 26-1772 now: choose another part .+ when there is stock/],
  [
    'payment',
    /^WPS takes no order on the store’s account .+ settle that with Western Power Sports \(https:\/\/wps\.example\)/,
  ],
  ['bad-address', /^WPS does not take this address: put it right in the dialog or in the webstore/],
  ['duplicate-po', /^WPS has this PO number already: ask Western Power Sports .+ another number/],
  ['not-allowed', /^WPS does not sell or drop-ship part 26-1772 here: choose another part/],
  ['other', /^WPS refused: do what its words say, and ask Western Power Sports/],
])('after %s it says who has to do what, and that the item is free', (code, words) => {
  expect(of(code)).toMatch(words);
  expect(of(code)).toMatch(/\. There is no purchase order, and the item is free again\.$/);
});

it('calls a no of ours by its name: nothing was sent', () => {
  expect(of('not-allowed', { sends: 0 })).toBe(
    'Nothing was sent to WPS: mend what the message names, then submit again. There is no purchase order, and the item is free again.',
  );
});

it.each([
  [
    { by: 'store' as const, sends: 1 },
    'A person of the store found that WPS does not hold it: submit again if it is still wanted.',
  ],
  [
    { by: 'service' as const, sends: 1 },
    'WPS was seen not to hold it, and it was not sent again: mend what the message names, then submit again.',
  ],
  [{ by: 'service' as const, sends: 0 }, 'Nothing was sent to WPS: mend what the message names, then submit again.'],
])('does not blame the distributor for a no that was not its own: %j', ({ by, sends }, words) => {
  const advice = of('other', { sends, refusal: { code: 'other', message: 'Why.', at: instant(noon), by } });
  expect(advice).toBe(`${words} There is no purchase order, and the item is free again.`);
});

it('quotes nobody: what it says is kept with the answer', () => {
  expect(of('other')).not.toContain('sk-secret');
});
