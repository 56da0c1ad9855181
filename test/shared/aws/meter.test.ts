import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { embeddedMeter, gatheringMeter } from '../../../shared/aws/meter.ts';

let lines: Record<string, unknown>[];
beforeEach(() => {
  lines = [];
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'drop-ship-test');
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(JSON.parse(line)));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const wps = { distributor: 'wps', mode: 'live' } as const;

it('writes a count at once, with its dimensions and the service', () => {
  embeddedMeter()('OrdersAccepted', 1, wps);
  expect(lines).toMatchObject([{ OrdersAccepted: 1, ...wps, service: 'drop-ship-test' }]);
});

it('gathers latencies by kind of account, and writes everything else at once', () => {
  const { meter, publish } = gatheringMeter();
  meter('DistributorLatency', 300, wps);
  meter('DistributorLatency', 200, { ...wps, mode: 'test' });
  meter('DistributorLatency', 400, wps);
  expect(lines).toEqual([]);
  meter('ShipmentsFound', 2, wps);
  expect(lines).toMatchObject([{ ShipmentsFound: 2, ...wps }]);
  lines = [];
  publish();
  publish();
  expect(lines).toMatchObject([
    { DistributorLatency: [300, 400], ...wps, service: 'drop-ship-test' },
    { DistributorLatency: 200, ...wps, mode: 'test', service: 'drop-ship-test' },
  ]);
});

it('gathers a hundred at the most', () => {
  const { meter, publish } = gatheringMeter();
  for (let call = 0; call < 250; call++) meter('DistributorLatency', call, wps);
  publish();
  expect(lines.map(({ DistributorLatency: values }) => (values as unknown[]).length)).toEqual([100, 100, 50]);
  expect(lines.every(({ distributor, mode }) => distributor === 'wps' && mode === 'live')).toBe(true);
});
