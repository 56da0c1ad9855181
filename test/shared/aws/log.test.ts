import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awsLog } from '../../../shared/aws/log.ts';

const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
const lines = () => written.mock.calls.map(([line]) => JSON.parse(String(line)));

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12) });
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'drop-ship-test');
  vi.stubEnv('AWS_LAMBDA_FUNCTION_VERSION', '12');
  vi.stubEnv('AWS_LAMBDA_LOG_LEVEL', undefined);
});
afterEach(() => {
  written.mockClear();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const writeAll = (): void => {
  const log = awsLog('submit-order');
  log.info('answered', { status: 200, poNumber: undefined });
  log.warn('nudge-not-sent');
  log.error('nudge-failed', { stack: 'at somewhere (elsewhere.cjs:1:1)' });
};

it('writes a line of JSON for each event: what happened, when, in which function of which service', () => {
  writeAll();
  const timestamp = '2026-11-23T12:00:00.000Z';
  const common = { timestamp, service: 'drop-ship-test', function: 'submit-order' };
  expect(lines()).toEqual([
    { level: 'INFO', message: 'answered', ...common, status: 200 },
    { level: 'WARN', message: 'nudge-not-sent', ...common },
    { level: 'ERROR', message: 'nudge-failed', ...common, stack: 'at somewhere (elsewhere.cjs:1:1)', version: '12' },
  ]);
  expect(written.mock.calls.every(([line]) => String(line).indexOf('\n') === String(line).length - 1)).toBe(true);
});

it('writes what Lambda takes: what is below its level it would drop', () => {
  vi.stubEnv('AWS_LAMBDA_LOG_LEVEL', 'WARN');
  writeAll();
  expect(lines().map(({ level }) => level)).toEqual(['WARN', 'ERROR']);
});
