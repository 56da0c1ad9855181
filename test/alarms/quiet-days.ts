import { queueNames } from '../../shared/domain/ports/queues.ts';
import { type DistributorSlug, distributorSlugs } from '../../shared/domain/vocabulary.ts';
import { seededRandom } from '../simulation/search/seeded-random.ts';
import type { AlarmDefinition } from './definitions.ts';
import { evaluator } from './evaluate.ts';
import { type CloudWatch, cloudWatch } from './on-call.ts';

const minute = 60_000;
const minutesADay = 1440;

/** What a time of day is told: CloudWatch, the moment, and chance. */
type Moment = { readonly cloud: CloudWatch; readonly at: number; readonly chance: (odds: number) => boolean };

/** Once in this many minutes, on the average. */
const hours = (count: number): number => 1 / (count * 60);
const days = (count: number): number => hours(count * 24);

/** What a service of four thousand stores tells every minute of an ordinary day. */
const usual = ({ cloud, at, chance }: Moment): void => {
  cloud.lambda(at, 'poll-due', 'Invocations');
  cloud.service(at, 'NeedPerson', 0);
  // What came due in this very minute is swept in the next; a lane with a slow account takes a while.
  cloud.service(at, 'OldestSweepDue', chance(0.1) ? 900 : 60);
  cloud.service(at, 'OverdueWork', chance(hours(6)) ? 2 : 0);
  cloud.ses(at, 'Reputation.BounceRate', 0.012);
  cloud.ses(at, 'Reputation.ComplaintRate', 0.0002);
  for (const name of queueNames) cloud.sqs(at, name, 'ApproximateAgeOfOldestMessage', chance(0.05) ? 240 : 20);
  for (const distributor of distributorSlugs) {
    const by = { distributor, mode: 'live' };
    cloud.service(at, 'OrdersAccepted', chance(0.5) ? 1 : 0, by);
    cloud.service(at, 'WebhooksFailed', 0, by);
    cloud.service(at, 'MailsFailed', 0, by);
    if (chance(hours(3))) cloud.service(at, 'OrdersRefused', 1, { ...by, code: 'out-of-stock' });
    if (chance(hours(12))) cloud.service(at, 'RateLimited', 1, by);
    // Of a thousand accounts some have failures behind them; others are answered.
    if (chance(0.5)) cloud.service(at, 'SweepsInVain', chance(0.2) ? 8 : 0, by);
  }
};

/** Small things that go wrong by themselves and mend by themselves. */
const small = ({ cloud, at, chance }: Moment): void => {
  if (chance(hours(8))) {
    cloud.api(at, '5xx', 2);
    cloud.service(at, 'RequestsFailed', 2);
  }
  if (chance(0.2)) cloud.api(at, '4xx', 7);
  if (chance(hours(2))) cloud.service(at, 'NudgesFailed', 3);
  if (chance(days(10))) cloud.lambda(at, 'sweep-tracking', 'Errors');
  if (chance(days(10))) cloud.lambda(at, 'drop-ship-items', 'Errors');
  if (chance(days(4))) cloud.lambda(at, 'send-notice', 'Throttles', 2);
  if (chance(days(6))) cloud.table(at, 'WriteThrottleEvents', 6);
  if (chance(hours(6))) cloud.service(at, 'MailsFailed', 1, { distributor: 'wps', mode: 'live' });
  // What is tried out in test mode wakes nobody.
  if (chance(hours(1))) cloud.service(at, 'WebhooksFailed', 60, { distributor: 'wps', mode: 'test' });
};

/** A trouble of a longer kind, for as many minutes: what it tells in each of them. */
type Spell = { readonly minutes: number; readonly tell: (moment: Moment, since: number, by: DistributorSlug) => void };

const spells: readonly (readonly [odds: number, spell: Spell])[] = [
  // A distributor is down: orders are in doubt until it is back, its accounts are asked less and less often.
  [
    days(2),
    {
      minutes: 90,
      tell: ({ cloud, at }, since, distributor) => {
        const by = { distributor, mode: 'live' };
        if (since % 10 === 0) cloud.service(at, 'TimeInDoubt', since * 60, by);
        if (since % 15 === 0) cloud.service(at, 'TimeWaiting', since * 60, by);
        if (since % 20 === 0) cloud.service(at, 'SweepsInVain', 5, by);
        cloud.service(at, 'OldestSweepDue', 300);
      },
    },
  ],
  // A webhook of one store is down: it is asked once in a while, and the others are not held up.
  [
    days(1),
    {
      minutes: 12 * 60,
      tell: ({ cloud, at, chance }, _, distributor) => {
        if (chance(0.1)) cloud.service(at, 'WebhooksFailed', 1, { distributor, mode: 'live' });
      },
    },
  ],
  // A big store sends its orders of the weekend at once.
  [
    days(3),
    {
      minutes: 15,
      tell: ({ cloud, at }, since) => {
        if (since < 2) cloud.service(at, 'RequestsThrottled', 400);
        cloud.sqs(at, 'submit-wps', 'ApproximateAgeOfOldestMessage', Math.min(since, 12) * 60);
        cloud.sqs(at, 'mail', 'ApproximateAgeOfOldestMessage', since * 60);
      },
    },
  ],
  // A deployment: instances start, a request or two are answered with an error.
  [
    days(4),
    {
      minutes: 3,
      tell: ({ cloud, at }, since) => {
        cloud.service(at, 'NudgesFailed', 2);
        if (since === 1) cloud.service(at, 'RequestsFailed', 2);
      },
    },
  ],
];

/** How many ordinary days, minute by minute; the alarms that rang, and when. Chance follows from the seed. */
export const quietDays = (alarms: readonly AlarmDefinition[], count: number, seed: number): readonly string[] => {
  const { roll, pick } = seededRandom(seed);
  const chance = (odds: number): boolean => roll() < odds;
  const cloud = cloudWatch();
  const watched = evaluator(alarms, cloud.store);
  let going: readonly { readonly spell: Spell; readonly begun: number; readonly by: DistributorSlug }[] = [];
  const rang: string[] = [];
  for (let now = 0; now < count * minutesADay; now++) {
    const moment = { cloud, at: now * minute, chance };
    usual(moment);
    small(moment);
    for (const [odds, spell] of spells) {
      const by = pick(distributorSlugs);
      if (chance(odds)) going = [...going, { spell, begun: now, by }];
    }
    going = going.filter(({ spell, begun }) => now - begun < spell.minutes);
    for (const { spell, begun, by } of going) spell.tell(moment, now - begun, by);
    // What is silent at the beginning has not begun yet.
    const began = watched.evaluate(moment.at);
    if (now > 60) rang.push(...began.map((name) => `${name} on day ${now / minutesADay}`));
  }
  return rang;
};
