import { isWithin, type Ratio, type Result, type Say } from '../page.ts';
import { type StartUp, startUp } from './start-up.ts';

/** What a function may take of the common one's start; the authorizer is before every request. */
const mostOfCommon = (name: string): number =>
  name === 'authorize-request' || name === 'serve-contract' ? 0.35 : 0.55;

/** How each function starts. */
export async function reportStartUp(rounds: number, say: Say): Promise<Result> {
  const measured = await startUp(rounds);
  for (const line of table(rounds, measured)) say(line);
  const ratios = measured.filter(({ name }) => !isCommon(name)).map(ratioOf);
  return { held: ratios.every(isWithin), ratios, figures: { rounds, functions: measured } };
}

const ratioOf = ({ name, request }: StartUp): Ratio => ({
  what: `${name}, until its first request`,
  by: 'the common function',
  ratio: request,
  most: mostOfCommon(name),
});
/** What ours are measured by. */
const isCommon = (name: string): boolean => name.startsWith('common') || name.startsWith('the SDK');

const kB = (size: number): string => `${Math.round(size)} kB`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const table = (rounds: number, measured: readonly StartUp[]): readonly string[] => [
  `Start of each function over an empty one, medians of ${rounds}, as a share of the same kind of function as commonly written`,
  `${''.padEnd(24)}${'at start'.padStart(10)}${'all'.padStart(8)}${'loaded'.padStart(9)}${'first request'.padStart(15)}${'processor'.padStart(11)}${'limit'.padStart(8)}`,
  ...measured.map((each) => {
    const limit = isCommon(each.name) ? '' : percent(mostOfCommon(each.name));
    const figures = `${kB(each.bundle.start).padStart(10)}${kB(each.bundle.all).padStart(8)}${percent(each.loaded).padStart(9)}`;
    const isMore = !isCommon(each.name) && !isWithin(ratioOf(each));
    return `${each.name.padEnd(24)}${figures}${percent(each.request).padStart(15)}${percent(each.processor).padStart(11)}${limit.padStart(8)}${isMore ? '  more' : ''}`;
  }),
  `The common ones take ${measured
    .filter(({ name }) => name.startsWith('common'))
    .map(({ milliseconds }) => `${Math.round(milliseconds)} ms`)
    .join(' and ')} until their first request.`,
];
