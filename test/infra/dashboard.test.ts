import * as v from 'valibot';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { embeddedMeter } from '../../shared/aws/meter.ts';
import { countedLines, type Meter, metricsNamespace } from '../../shared/domain/ports/metrics.ts';
import { type DistributorSlug, distributorSlugs } from '../../shared/domain/vocabulary.ts';
import { deployedAlarms } from '../alarms/definitions.ts';
import { busyDay } from '../busy-day.ts';
import { inStore, itemBody, motoHut, orderBody, placed, putOrder, submit } from '../moto-hut.ts';
import { type Service, service } from '../service.ts';
import { resources } from './deployed.ts';

/** The body of the dashboard as CloudWatch gets it; what a `Ref` stands for is its logical id. */
const Ref = v.union([
  v.pipe(
    v.object({ Ref: v.string() }),
    v.transform(({ Ref }) => Ref),
  ),
  v.pipe(
    v.object({ 'Fn::GetAtt': v.array(v.string()) }),
    v.transform(({ 'Fn::GetAtt': [id] }) => id),
  ),
  v.string(),
]);
const Body = v.pipe(
  v.object({ DashboardBody: v.object({ 'Fn::Join': v.tuple([v.literal(''), v.array(Ref)]) }) }),
  v.transform(({ DashboardBody }) => JSON.parse(DashboardBody['Fn::Join'][1].join(''))),
  v.object({
    widgets: v.array(
      v.object({
        type: v.string(),
        width: v.number(),
        x: v.number(),
        properties: v.looseObject({
          title: v.optional(v.string(), ''),
          metrics: v.optional(v.array(v.array(v.unknown())), []),
          annotations: v.optional(
            v.object({ horizontal: v.optional(v.array(v.object({ value: v.number() })), []) }),
            {},
          ),
        }),
      }),
    ),
  }),
);
const [[, dashboard] = []] = resources('AWS::CloudWatch::Dashboard');
const { widgets } = v.parse(Body, dashboard?.Properties);
const graphs = widgets.filter(({ properties }) => properties.metrics.length > 0);

const Expression = v.object({ expression: v.string() });
const expressionsOf = (metrics: readonly (readonly unknown[])[]): readonly string[] =>
  metrics.flatMap(([first]) => (v.is(Expression, first) ? [first.expression] : []));

/** What a SEARCH looks for. */
const searched =
  /^SEARCH\('\{DropShip,(?<dimensions>[\w,]+)\} MetricName="(?<name>\w+)" service="(?<service>[\w-]+)"(?: distributor="(?<distributor>[\w-]+)")?', '(?<statistic>Sum|Maximum|Minimum|p90)', 300\)$/;
const Search = v.object({
  name: v.string(),
  dimensions: v.string(),
  service: v.string(),
  distributor: v.optional(v.string()),
  statistic: v.string(),
});
const searches = graphs
  .flatMap(({ properties }) => expressionsOf(properties.metrics))
  .filter((expression) => expression.startsWith('SEARCH'))
  .map((expression) => ({ expression, ...v.parse(Search, searched.exec(expression)?.groups) }));

type Told = Readonly<Record<string, unknown>> & { readonly names: readonly string[]; readonly dimensions: string };
const told: Told[] = [];
const Line = v.looseObject({
  _aws: v.object({
    CloudWatchMetrics: v.tuple([
      v.object({
        Namespace: v.literal(metricsNamespace),
        Dimensions: v.tuple([v.array(v.string())]),
        Metrics: v.array(v.object({ Name: v.string() })),
      }),
    ]),
  }),
});

/** For hours nobody can read what is answered about this one. */
const unreadable = async (hut: Service, poNumber: string): Promise<void> => {
  const { fetch } = hut.ports;
  hut.ports.fetch = async (input, init) =>
    new Request(input, init).url.includes(`=${poNumber}`) ? new Response('<html>') : fetch(input, init);
  await hut.pass(3 * 3600);
  hut.ports.fetch = fetch;
};

/** Six weeks in which distributors refuse, are silent, are asked too often, and answer what nobody can read. */
const badDays = async (): Promise<Service> => {
  const hut = await motoHut(service());
  const order = async (slug: DistributorSlug, orderId: string, fault: Parameters<Service['fault']>[2]) => {
    await putOrder(hut, orderId, orderBody([itemBody({ slug })]));
    hut.fault(slug, 'submit', fault);
    await submit(hut, orderId, { wait: 0 });
    await hut.pass(120);
  };
  for (const [index, slug] of distributorSlugs.entries()) {
    await order(slug, `800${index}`, 'out-of-stock');
    await order(slug, `810${index}`, 'rate-limit');
    if (slug === 'automatic') hut.fault(slug, 'find', 'server-error', 2);
    await order(slug, `820${index}`, 'timeout-after');
    const poNumber = await placed(hut, `830${index}`, { slug });
    hut.control(slug).ship(poNumber, [{ carrier: 'UPS', trackingNumber: '1Z5R89390357567127' }]);
  }
  await unreadable(hut, await placed(hut, '8400', { slug: 'automatic' }));
  await order('automatic', '8500', 'timeout-after');
  await hut.ask('DELETE', `${inStore}/distributors/automatic`);
  const row = hut.purchaseOrder(await placed(hut, '8600'));
  await hut.pass((Date.parse(row.trackUntil ?? '') - hut.now()) / 1000 + 300);
  return hut;
};

/** Everything that the service counts in a busy day, as the lines that CloudWatch makes metrics of. */
beforeAll(async () => {
  const counted = [...(await busyDay()).counted, ...(await badDays()).counted];
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'drop-ship-local');
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    const { _aws, ...values } = v.parse(Line, JSON.parse(line));
    const [{ Dimensions, Metrics }] = _aws.CloudWatchMetrics;
    told.push({ ...values, names: Metrics.map(({ Name }) => Name), dimensions: Dimensions[0].toSorted().join() });
  });
  const meter = embeddedMeter();
  for (const { metric, value, by } of counted) meter(metric, value, by as Parameters<Meter>[2]);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  // These the template counts from the log (a test of operations says how).
  for (const name of [...Object.values(countedLines), 'RequestsThrottled'])
    told.push({ service: 'drop-ship-local', names: [name], dimensions: 'service' });
});

describe('a graph of the dashboard', () => {
  it.each(searches.map((each) => [each.expression, each] as const))('%s finds what the service tells', (_, search) => {
    const { name, dimensions, service, distributor } = search;
    const found = told.filter(
      (each) =>
        each.names.includes(name) &&
        each.dimensions === dimensions.split(',').toSorted().join() &&
        each.service === service &&
        // One distributor is enough to say so of an answer that nobody can read.
        (distributor === undefined || name === 'AnswersUnreadable' || each.distributor === distributor),
    );
    expect(found).not.toEqual([]);
    if (distributor !== undefined) expect(distributorSlugs).toContain(distributor);
  });

  it('shows of what is told every minute the highest, of how long something took what nine of ten keep, of all else the sum', () => {
    const shown = new Map(searches.map(({ name, statistic }) => [name, statistic]));
    const others = [
      'OldestSweepDue',
      'NeedPerson',
      'OverdueWork',
      'TimeInDoubt',
      'TimeWaiting',
      'SweepsInVain',
      'DistributorLatency',
      'TimeToTracking',
    ];
    const gauges = ['Maximum', 'Maximum', 'Maximum', 'Maximum', 'Maximum', 'Minimum'];
    expect(others.map((name) => shown.get(name))).toEqual([...gauges, 'p90', 'p90']);
    const sums = searches.filter(({ name }) => !others.includes(name));
    expect(new Set(sums.map(({ statistic }) => statistic))).toEqual(new Set(['Sum']));
  });

  it('shows a line at zero where nothing has happened, instead of no data', () => {
    expect(graphs.length).toBeGreaterThan(45);
    for (const { properties } of graphs) {
      expect([properties.title, expressionsOf(properties.metrics).join()]).toEqual([
        properties.title,
        expect.stringContaining('0 * alive'),
      ]);
      // Of the poller, which runs every minute.
      expect(JSON.stringify(properties.metrics)).toMatch(
        /"AWS\/Lambda","Invocations","FunctionName","pollduefunction\w+"/,
      );
    }
  });

  it('has a threshold that is one of an alarm’s', () => {
    const drawn = graphs.flatMap(({ properties }) => properties.annotations.horizontal ?? []);
    expect(drawn.length).toBeGreaterThanOrEqual(10);
    const rings = deployedAlarms();
    for (const { value } of drawn)
      expect(rings.some(({ breaches }) => breaches(value) && !breaches(value - 0.001))).toBe(true);
  });

  it('is as wide as its neighbours leave room for', () => {
    for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
  });
});

it('there is a row for each distributor, and today’s numbers', () => {
  for (const slug of distributorSlugs) {
    const names = searches.flatMap(({ distributor, name }) => (distributor === slug ? [name] : []));
    expect(names).toEqual(
      expect.arrayContaining(['OrdersAccepted', 'OrdersRefused', 'OrdersInDoubt', 'DistributorLatency', 'RateLimited']),
    );
  }
  const today = widgets.filter(({ properties }) => properties.title.endsWith('today'));
  expect(today.map(({ properties }) => properties.title)).toEqual([
    'Orders accepted today',
    'Orders that came to be in doubt today',
    'Parcels found today',
    'Mails sent today',
  ]);
});
