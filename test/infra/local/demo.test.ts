import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '../../../infra/local/demo/caller.ts';
import { narrator } from '../../../infra/local/demo/narrator.ts';
import { play } from '../../../infra/local/demo/play.ts';
import { type Local, startLocal } from '../../../infra/local/run.ts';
import { metrics, metricsNamespace } from '../../../shared/domain/ports/metrics.ts';

/** A line of CloudWatch's embedded metric format. */
const Embedded = v.object({
  _aws: v.object({
    CloudWatchMetrics: v.array(
      v.object({
        Namespace: v.string(),
        Dimensions: v.array(v.array(v.string())),
        Metrics: v.array(v.object({ Name: v.string(), Unit: v.string() })),
      }),
    ),
  }),
});
const EmbeddedLine = v.pipe(v.string(), v.parseJson(), Embedded);

const lines: string[] = [];
const told: string[] = [];
let local: Local;
let cameOut: boolean;

beforeAll(async () => {
  local = await startLocal({ onLog: (_, line) => lines.push(line) });
  cameOut = await play(
    await callerOf(local.url),
    narrator((line) => told.push(line)),
  );
}, 300_000);
afterAll(() => local.stop());

const emitted = () =>
  lines.flatMap((line) => {
    const parsed = v.safeParse(EmbeddedLine, line);
    return parsed.success ? parsed.output._aws.CloudWatchMetrics : [];
  });

it('the look at a deployed stage finds a service that answers, and says so when one does not', async () => {
  const look = async (token: string) => {
    const smoke = spawn(process.execPath, ['infra/stage/smoke.ts', '--url', local.url], {
      env: { ...process.env, DROP_SHIP_TOKEN: token },
    });
    const [output, [code]] = await Promise.all([text(smoke.stdout), once(smoke, 'exit')]);
    return { output, code };
  };
  expect(await look(local.token)).toMatchObject({ code: 0, output: expect.not.stringContaining('✗') });
  expect(await look('ds_nobody_nothing')).toMatchObject({ code: 1, output: expect.stringContaining('✗ a store: 401') });
}, 60_000);

describe('the demo', () => {
  it('comes out as it should, every step of it', () => {
    expect(told.filter((line) => line.includes('✗'))).toEqual([]);
    expect(cameOut).toBe(true);
  });

  it('is heard in CloudWatch: every metric that is drawn or alarmed, and no other', () => {
    const seen = emitted().flatMap(({ Namespace, Dimensions, Metrics }) =>
      Metrics.map(({ Name, Unit }) => JSON.stringify([Namespace, Name, Unit, Dimensions])),
    );
    // Counted by CloudWatch itself, from lines of the log: nothing here reads those.
    const fromLines = ['RequestsFailed', 'RequestsThrottled', 'NudgesFailed', 'AssertionsFailed'];
    // No distributor of the demo answers so that it cannot be read.
    const notPlayed = ['AnswersUnreadable'];
    const emittedByCode = Object.entries(metrics).filter(([name]) => ![...fromLines, ...notPlayed].includes(name));
    const drawn = emittedByCode.map(([name, { unit, dimensions }]) =>
      JSON.stringify([metricsNamespace, name, unit, [['service', ...dimensions]]]),
    );
    expect([...new Set(seen)].sort()).toEqual(drawn.sort());
  });

  it('leaves no name, address or secret in any log line', () => {
    const said = lines.join('\n');
    for (const secret of [
      'Ada Rider',
      'ada@example.com',
      'Main St',
      'Meridian',
      'demo-wps-token',
      'demo-tucker',
      local.token,
    ]) {
      expect(said).not.toContain(secret);
    }
    expect(lines.length).toBeGreaterThan(100);
  });

  it('says before it moves the clock of another service, and does nothing unasked', async () => {
    const before = await (await fetch(`${local.url}/_local/distributors/wps/orders`)).text();
    const demo = spawn(process.execPath, ['infra/local/demo.ts', '--url', local.url]);
    demo.stdin.end();
    const [output, refusal, [code]] = await Promise.all([text(demo.stdout), text(demo.stderr), once(demo, 'exit')]);
    expect(output).toBe(
      `This orders parts from the simulated distributors of ${local.url} and moves its clock on by six weeks, for good.\n`,
    );
    expect([code, refusal]).toEqual([1, 'Nobody can be asked here: say --yes if that is wanted.\n']);
    expect(await (await fetch(`${local.url}/_local/distributors/wps/orders`)).text()).toBe(before);
  });

  it('ends with 1 when a distributor does not do what it should', async () => {
    await fetch(`${local.url}/_local/distributors/wps/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ call: 'submit', fault: 'reject-payment', times: 9 }),
    });
    const demo = spawn(process.execPath, ['infra/local/demo.ts', '--url', local.url, '--yes']);
    const [output, [code]] = await Promise.all([text(demo.stdout), once(demo, 'exit')]);
    expect(output).toContain('✗ the distributor accepts (201)');
    expect(code).toBe(1);
  }, 120_000);
});
