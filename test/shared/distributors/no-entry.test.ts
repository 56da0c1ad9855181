import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { automatic } from './fixtures/automatic.ts';
import { partsUnlimited } from './fixtures/parts-unlimited.ts';
import { wps } from './fixtures/wps.ts';
import { answer, type Script, scriptedAccount, textAnswer } from './replies.ts';
import { open, order } from './world.ts';

const now = Date.UTC(2026, 10, 22);

/** What each distributor's credentials are asked for by, and its list. */
const verifying = {
  'parts-unlimited': 'GET /v1/parts/pricing/01013337',
  wps: 'GET /items',
  'tucker-rocky': 'GET ',
  automatic: 'GET /order/find/range',
} as const satisfies Record<DistributorSlug, string>;
const tracking = {
  'parts-unlimited': 'GET /v2/orders/dropship',
  wps: 'GET /orders',
  'tucker-rocky': 'GET ',
  automatic: 'GET /order/headers',
} as const satisfies Record<DistributorSlug, string>;

const account = (slug: DistributorSlug, script: Script) => scriptedAccount(distributors[slug], script).account;
const verify = (slug: DistributorSlug, reply: DistributorReply) =>
  distributors[slug].verify(account(slug, { [verifying[slug]]: reply }), now);
const track = (slug: DistributorSlug, reply: DistributorReply) =>
  distributors[slug].track(account(slug, { [tracking[slug]]: reply }), [open], now);

const between: readonly (readonly [name: string, reply: DistributorReply])[] = [
  ['API Gateway', answer(403, { message: 'Forbidden' })],
  ['API Gateway that knows no such path', answer(403, { message: 'Missing Authentication Token' })],
  [
    'API Gateway of a token of its own',
    answer(403, { message: 'The security token included in the request is invalid.' }),
  ],
  ['API Gateway’s authorizer', answer(403, { Message: 'User is not authorized with an explicit deny' })],
  [
    'Apigee',
    answer(403, { fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } } }),
  ],
  ['Apigee with a 401', answer(401, { fault: { faultstring: 'Invalid Access Token' } })],
  ['Azure', answer(401, { statusCode: 401, message: 'Access denied due to missing subscription key.' })],
  ['Cloudflare’s page', textAnswer(403, '<!DOCTYPE html><title>Attention Required! | Cloudflare</title>')],
  ['Cloudflare’s number', textAnswer(403, 'error code: 1020')],
  ['Cloudflare in JSON', answer(403, { cloudflare_error: true, title: 'Error 1020: Access denied', ray_id: 'a' })],
  ['a form for people', textAnswer(401, '<html><h1>401 Authorization Required</h1><hr>nginx</html>')],
  ['CloudFront', textAnswer(403, '<HTML><TITLE>ERROR: The request could not be satisfied</TITLE></HTML>')],
  ['a firewall that says nothing', textAnswer(403, '')],
];

describe.each(Object.keys(verifying) as DistributorSlug[])('what stands before %s', (slug) => {
  test.each(between)('says nothing about the credentials: %s', async (_, reply) => {
    expect(await verify(slug, reply)).toMatchObject({ verdict: 'no-answer' });
    expect(await track(slug, reply)).toMatchObject({ verdict: 'no-answer' });
  });
});

test.each([
  ['parts-unlimited', answer(403, { message: 'Invalid api-key' })],
  ['parts-unlimited', answer(401, { message: 'Unauthorized' })],
  ['parts-unlimited', textAnswer(401, '')],
  ['wps', answer(401, { message: 'Unauthenticated.' })],
  ['wps', answer(403, { message: 'Invalid scope(s) provided.' })],
  ['wps', answer(403, { error: { message: 'This token may not read items.' } })],
  ['automatic', answer(401, { code: 'E001', message: 'Authorization error' })],
  ['automatic', answer(401, { message: 'Unauthorized' })],
  ['automatic', answer(423, { code: 'E002', message: 'API access is disabled' })],
  ['tucker-rocky', answer(200, { INV: { status: 'FAILED', errormsg: 'INVALID APIKEY' } })],
] as const)('the own words of %s refuse the credentials', async (slug, reply) => {
  expect(await verify(slug, reply)).toMatchObject({ verdict: 'credentials-refused' });
});

test.each([
  [
    wps,
    { 'POST /carts': answer(403, { message: 'Missing Authentication Token' }) },
    { verdict: 'refused', code: 'other' },
  ],
  [wps, { [wps.commit]: answer(403, { message: 'Missing Authentication Token' }) }, { verdict: 'unknown' }],
  [wps, { [wps.commit]: textAnswer(401, '<html>Login</html>') }, { verdict: 'unknown' }],
  [partsUnlimited, { [partsUnlimited.commit]: textAnswer(401, '<html>Login</html>') }, { verdict: 'unknown' }],
  [
    partsUnlimited,
    { [partsUnlimited.commit]: answer(403, { message: 'Missing Authentication Token' }) },
    { verdict: 'refused', code: 'other' },
  ],
  [
    automatic,
    { [automatic.commit]: answer(401, { fault: { faultstring: 'Invalid ApiKey' } }) },
    { verdict: 'unknown' },
  ],
] as const)('of an order it refuses no credentials either: %#', async ({ slug, before }, answers, verdict) => {
  const placed = distributors[slug].submit(account(slug, { ...before, ...answers }), order(), { resend: false });
  expect(await placed).toMatchObject(verdict);
});

test.each(Object.keys(verifying) as DistributorSlug[])(
  'who is down and says for how long pauses the account: %s',
  async (slug) => {
    const down = { ...textAnswer(503, '<h1>Maintenance</h1>'), retryAfterSeconds: 900 };
    const pause = { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: 900 };
    expect(await verify(slug, down)).toMatchObject(pause);
    expect(await track(slug, down)).toMatchObject(pause);
  },
);

test('WPS that is down before the call that orders is asked again when it says', async () => {
  const down = { ...textAnswer(503, ''), retryAfterSeconds: 900 };
  const submit = (answers: Script) =>
    distributors.wps.submit(account('wps', { ...wps.before, ...answers }), order(), { resend: false });
  expect(await submit({ 'POST /carts': down })).toMatchObject({
    verdict: 'not-taken',
    retryAfterSeconds: 900,
    before: true,
  });
  expect(await submit({ [wps.commit]: down })).toMatchObject({ verdict: 'unknown' });
});

describe('a limit in the words of a gateway, under a status that says no', () => {
  const limit = { verdict: 'not-taken', reason: 'rate-limited' };
  const words = [
    answer(403, { message: 'Rate limit exceeded' }),
    answer(403, { fault: { faultstring: 'Spike arrest violation. Allowed rate: 10ps' } }),
    answer(400, { error: 'Request was throttled. Expected available in 30 seconds.' }),
    textAnswer(403, 'Too many requests, slow down'),
    textAnswer(509, 'Bandwidth quota exceeded'),
  ];

  test.each([wps, partsUnlimited, automatic])('is no refusal of the order: %#', async ({ slug, before, commit }) => {
    for (const told of words) {
      const placed = distributors[slug].submit(account(slug, { ...before, [commit]: told }), order(), {
        resend: false,
      });
      // What no program could have said of our order is in doubt.
      expect((await placed).verdict).toMatch(told.json === undefined ? /^(?:not-taken|unknown)$/ : /^not-taken$/);
    }
  });

  test.each(['parts-unlimited', 'wps', 'automatic', 'tucker-rocky'] as const)(
    'pauses the account: %s',
    async (slug) => {
      for (const told of words) expect(await verify(slug, told)).toMatchObject(limit);
    },
  );

  test('is told from a throttle', async () => {
    const no = answer(400, { message: 'THROTTLE CABLE 26-1772 is out of stock' });
    const placed = distributors.wps.submit(account('wps', { ...wps.before, [wps.commit]: no }), order(), {
      resend: false,
    });
    expect(await placed).toMatchObject({ verdict: 'refused', code: 'out-of-stock' });
  });

  test('may stand in a good answer of Parts Unlimited', async () => {
    const { before, commit, slug } = partsUnlimited;
    const told = answer(200, { status_code: 400, status_message: 'Too many requests' });
    const placed = distributors[slug].submit(account(slug, { ...before, [commit]: told }), order(), { resend: false });
    expect(await placed).toMatchObject(limit);
  });

  test('refuses nothing at WPS before the order', async () => {
    const placed = distributors.wps.submit(account('wps', { ...wps.before, 'POST /carts': words[0] ?? [] }), order(), {
      resend: false,
    });
    expect(await placed).toMatchObject({ ...limit, before: true });
  });
});
