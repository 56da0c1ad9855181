import type { Line } from './schedule.ts';
import type { Found } from './task.ts';

const clock = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const rest = `${String(Math.floor(seconds / 60) % 1440).padStart(4)} min ${String(seconds % 60).padStart(2)} s`;
  return days === 0
    ? rest
    : `${days} d ${rest.replace(/^ *\d+ min/, `${String(Math.floor((seconds % 86_400) / 60)).padStart(4)} min`)}`;
};

const line = ({ at, what, faults }: Line): string =>
  `    ${clock(at)}  ${what}${faults.length > 0 ? `   ← ${faults.join('; ')}` : ''}`;

/** Of many uneventful steps only the first and the last are told. */
const shortened = (lines: readonly Line[]): readonly string[] => {
  const eventful = lines.map(({ faults }, at) => faults.length > 0 || at < 2 || at >= lines.length - 6);
  return lines.flatMap((each, at) => {
    if (eventful[at] || lines.length <= 24) return [line(each)];
    return eventful[at - 1] ? ['      …'] : [];
  });
};

/** How it came to a violation, step by step. */
export const traceOf = ({ scenario, lines, wrongs }: Found): string =>
  [`  ${scenario}:`, ...shortened(lines), ...wrongs.map((wrong) => `    ✗ ${wrong}`)].join('\n');
