import { expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
import type { FindVerdict, SubmitVerdict, TrackVerdict, VerifyVerdict } from '../../../shared/domain/verdicts.ts';
import type { Fixtures } from './fixtures/fixture.ts';
import { leaksIn } from './leaks.ts';
import { answer, scriptedAccount, textAnswer } from './replies.ts';
import { sharesOf, spoiltReads, spoiltSteps, spoiltSubmits, writtenOtherwise } from './spoilt-answers.ts';
import { address, credentialsOf, open, order } from './world.ts';

const unheard = 'Zxqv wobble 77';

/** What each answer means, the sad ones and the broken ones too. */
export const answers = (fixtures: Fixtures): void => {
  const { slug, commit, before, answers, refusals, unheardIsDoubtful, reads } = fixtures;
  const distributor = distributors[slug];
  const credentials = credentialsOf(distributor);
  const submit = (reply: DistributorReply, resend = false): Promise<SubmitVerdict> =>
    distributor.submit(scriptedAccount(distributor, { ...before, [commit]: reply }).account, order(), { resend });

  test.each(answers)('$name: $verdict', async ({ reply, verdict }) => {
    expect(await submit(reply)).toMatchObject({ verdict });
  });

  test.each(refusals.filter(({ echo }) => !echo))('a definite no, $name: $code', async ({ reply, words, code }) => {
    expect(await submit(reply(words))).toMatchObject({ verdict: 'refused', code });
  });

  const echoes = refusals.filter(({ echo }) => echo);
  const atFirst = distributor.profile.lookUp === 'by-resend' ? 'refused' : 'unknown';
  if (echoes.length > 0)
    test.each(echoes)(
      `$name may be the echo of our own request: ${atFirst} at first, a no when sent again`,
      async (no) => {
        expect(await submit(no.reply(no.words))).toMatchObject({ verdict: atFirst });
        expect(await submit(no.reply(no.words), true)).toMatchObject({ verdict: 'refused', code: no.code });
      },
    );

  test.each(refusals)('a definite no in words never heard, $name', async ({ reply, code, always }) => {
    const no = { verdict: 'refused', code: always ? code : 'other' };
    expect(await submit(reply(unheard), true)).toMatchObject(no);
    expect(await submit(reply(unheard))).toMatchObject(unheardIsDoubtful && !always ? { verdict: 'unknown' } : no);
  });

  test.each(refusals)('a definite no that quotes the account, $name: nothing of it is repeated', async ({ reply }) => {
    const values = Object.values(credentials);
    const quoted = values
      .flatMap((value) => [value, encodeURIComponent(value), Buffer.from(value).toString('base64')])
      .join(' ');
    const verdict = await submit(reply(`<b>No</b> to ${quoted} at ${address.line1}`), true);
    expect(verdict).toMatchObject({ verdict: 'refused', message: expect.not.stringContaining('<') });
    expect(leaksIn(verdict, [...values, address.line1])).toEqual([]);
  });

  test.each([
    [200, ''],
    [200, 'null'],
    [200, '{}'],
    [200, '[]'],
    [200, '{"status":"OK"}'],
    [200, '<html><form action="/login"></form></html>'],
    [200, '{"data":{"order_number":"123"},"header":{"ordernumber":"123"}} <!-- served by a proxy -->'],
    [204, ''],
    [400, '<html>400 Bad Request</html>'],
    [403, '<html>Access denied</html>'],
    [404, '{"message":"no Route matched with those values"}'],
    [405, '{"message":"Method Not Allowed"}'],
    [407, 'Proxy Authentication Required'],
    [408, ''],
    [409, '{"message":"Conflict"}'],
    [410, 'Gone'],
    [413, '<html>413 Request Entity Too Large</html>'],
    [415, '{"message":"Unsupported Media Type"}'],
    [431, ''],
    [502, '<html>Bad Gateway</html>'],
    [511, '<html>Log in to this network</html>'],
  ])('what something in between says to an order is neither yes nor no: %i %s', async (status, text) => {
    expect(await submit(textAnswer(status, text))).toMatchObject({ verdict: 'unknown' });
  });

  test('spoilt answers: no exception, no yes without a number, no definite no but those listed', async () => {
    const shares = await spoiltSubmits(fixtures, 1_500, 20_261_120);
    console.info(`${slug}, 1,500 spoilt answers: ${sharesOf(shares)}`);
    expect([...shares.keys()]).toEqual(expect.arrayContaining(['accepted', 'refused', 'not-taken', 'unknown']));
  });

  if (Object.keys(before).some((call) => call.startsWith('POST')))
    test('spoilt answers before the call that commits: never in doubt, never ordered', async () => {
      const shares = await spoiltSteps(fixtures, 1_000, 20_261_120);
      const kinds = ['accepted', 'refused before the order', 'not-taken before the order'];
      expect([...shares.keys()]).toEqual(expect.arrayContaining(kinds));
    });

  const now = Date.UTC(2026, 10, 22);
  /** One answer, then pages with nothing on them. */
  const asked = (path: string, reply: DistributorReply) =>
    scriptedAccount(distributor, {
      [path]: [reply, answer(200, [])],
      ...(reads.find?.path === path ? {} : { [reads.find?.path ?? '']: answer(404, {}) }),
      ...(reads.find?.path === path && reads.find.list ? { [reads.find.list.path]: reads.find.list.without } : {}),
    }).account;
  const find = (reply: DistributorReply): Promise<FindVerdict> =>
    distributor.find(asked(reads.find?.path ?? '', reply), open, now);
  const track = (reply: DistributorReply): Promise<TrackVerdict> =>
    distributor.track(asked(reads.track.path, reply), [open], now);
  const verify = (reply: DistributorReply): Promise<VerifyVerdict> =>
    distributor.verify(asked(reads.verify.path, reply), now);

  const found = reads.find;
  if (found !== null)
    test('an order is found, or absent in the one way', async () => {
      expect(await find(answer(200, found.found))).toMatchObject({ verdict: 'accepted' });
      expect(await find(found.absent)).toEqual({ verdict: 'absent' });
      expect(await find(textAnswer(404, '<html>Not found</html>'))).toMatchObject({ verdict: 'no-answer' });
      expect(await find(answer(404, {}))).toMatchObject({ verdict: 'no-answer' });
    });

  const list = found?.list;
  if (found && list)
    test.each([
      ['is lost', { kind: 'lost', reason: 'cut-short' }],
      ['is a redirect', { kind: 'lost', reason: 'redirect' }],
      ['is not routed', answer(404, { message: 'no Route matched with those values' })],
      ['is not allowed', answer(405, { message: 'Method Not Allowed' })],
      ['is empty', textAnswer(200, '')],
      ['is empty without content', textAnswer(204, '')],
      ['is a login page', textAnswer(200, '<html><form action="/login"></form></html>')],
      ['is nothing', textAnswer(200, 'null')],
      ['has no list in it', answer(200, {})],
      ['has a remark behind it', textAnswer(200, '[] <!-- served by a proxy -->')],
      ['is for somebody who has not logged in', answer(511, { message: 'Log in' })],
      ['is cut', textAnswer(200, '{"data":[{"po_number":"PO-9"')],
      ['is something else', answer(200, { message: 'OK' })],
      ['holds an order that cannot be read', answer(200, [{ header: {} }])],
    ] as const)('"no such order" proves nothing where the list %s', async (_, reply) => {
      const { account } = scriptedAccount(distributor, { [found.path]: found.absent, [list.path]: reply });
      expect(await distributor.find(account, open, now)).toMatchObject({ verdict: 'no-answer' });
    });

  if (found && list)
    test.each([
      ['a gateway', answer(404, { message: 'no Route matched with those values' })],
      ['a framework', answer(404, { message: 'The route orders/PO-1001 could not be found.' })],
      ['a cloud gateway', answer(404, { message: 'Not Found' })],
    ] as const)('%s that says 404 to the look-up alone never makes an order absent', async (_, reply) => {
      const json = 'data' in Object(found.found) ? { data: [Object(found.found).data] } : found.found;
      const script = { [found.path]: reply, [list.path]: answer(200, json) };
      const verdict = await distributor.find(scriptedAccount(distributor, script).account, open, now);
      expect(['accepted', 'no-answer']).toContain(verdict.verdict);
    });

  test('a parcel is told, and good credentials are', async () => {
    expect(await track(answer(200, reads.track.json))).toMatchObject({
      orders: [{ parcels: [{ trackingNumber: '1Z12345E0205271688' }] }],
    });
    expect(await verify(answer(200, reads.verify.json))).toEqual({ verdict: 'ok' });
  });

  test('spoilt answers to each read: no exception, no absence but the exact one, no number that was not told', async () => {
    const { find: found, track: tracked, verify: verified, quote } = await spoiltReads(fixtures, 500, 42);
    if (reads.find !== null) expect([...found.keys()]).toEqual(expect.arrayContaining(['accepted', 'no-answer']));
    expect([...tracked.keys()]).toEqual(expect.arrayContaining(['parcels', 'no-answer']));
    expect([...verified.keys()]).toContain('ok');
    expect([...quote.keys()]).toEqual(expect.arrayContaining(['quoted', 'no-answer']));
  });

  test('answers written otherwise mean what they meant', async () => {
    await writtenOtherwise(fixtures, 300, 7);
  });
};
