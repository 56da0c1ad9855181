import type { Clock } from '../../../shared/domain/ports/ports.ts';
import { NotUnderstood } from '../template/intrinsics.ts';
import type { Resource } from '../template/resource-schemas.ts';
import { nameInArn } from '../template/template.ts';

/** What runs how often. */
export type Timetable = {
  readonly id: string;
  readonly functionName: string;
  readonly seconds: number;
  readonly event: unknown;
};

const units: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/** The rules of the template; only `rate(…)` is understood. */
export function timetables(rules: readonly Resource<'AWS::Events::Rule'>[]): readonly Timetable[] {
  return rules.flatMap((rule) => {
    const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(rule.ScheduleExpression) ?? [];
    const seconds = Number(count) * (units[unit ?? ''] ?? Number.NaN);
    if (!(seconds > 0)) throw new NotUnderstood(rule.id, `the ScheduleExpression "${rule.ScheduleExpression}"`);
    return rule.Targets.map(({ Arn, Input }) => ({
      id: rule.id,
      functionName: nameInArn(Arn),
      seconds,
      event: Input === undefined ? { source: 'aws.events', 'detail-type': 'Scheduled Event' } : JSON.parse(Input),
    }));
  });
}

/** Runs it by the clock until aborted: a clock moved by an hour runs it once, not sixty times. */
export async function keepTime(
  timetable: Timetable,
  clock: Clock,
  run: (timetable: Timetable) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const period = timetable.seconds * 1000;
    const untilNext = period - (clock.now() % period);
    await clock.sleep(untilNext, signal).catch(() => undefined);
    if (!signal.aborted) await run(timetable);
  }
}
