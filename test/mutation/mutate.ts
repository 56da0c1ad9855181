import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { optionsOf } from '../../infra/command/options.ts';
import { type Sabotage, sabotages } from '../owasp/sabotages.ts';
import { seededRandom } from '../simulation/search/seeded-random.ts';
import { equivalents, isOf } from './equivalents.ts';
import { judge, testsFail, type Verdict, workplace } from './judge.ts';
import { relatedTests } from './related.ts';
import { type Mutant, mutantsOf } from './rules.ts';

/**
 * Mutation testing: `npm run mutate`. Mutants by rule from the syntax tree, a seeded sample of each room drawn before looking, each
 * judged by the nearest unit tests and, with `--proof`, by the quick searches of the proof. It goes on where it was ended: verdicts
 * are kept in `node_modules/.cache`, by the mutant's own text. With `--owasp` instead: every protection of
 * docs/owasp-api-security.md taken away, before the one test that has to fail.
 */
const values = optionsOf({
  room: { type: 'string', multiple: true, default: ['domain', 'ordering', 'tracking', 'notices', 'accounts'] },
  sample: { type: 'string', default: '60' },
  seed: { type: 'string', default: '20261125' },
  proof: { type: 'boolean', default: false },
  owasp: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
});

const kept = 'node_modules/.cache/mutate.jsonl';

const keyOf = ({ file, rule, was, becomes, start }: Mutant): string =>
  JSON.stringify([file, rule, was, becomes, readFileSync(file, 'utf8').slice(Math.max(0, start - 40), start)]);

const known = (): Map<string, Verdict> =>
  new Map(
    existsSync(kept)
      ? readFileSync(kept, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line): [string, Verdict] => JSON.parse(line))
      : [],
  );

const mutantsIn = (room: string): readonly Mutant[] =>
  globSync(`shared/${room}/**/*.ts`)
    .sort()
    .flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));

/** How many of them, by lot. */
const drawn = (all: readonly Mutant[], size: number, seed: number): readonly Mutant[] => {
  const random = seededRandom(seed);
  const left = [...all];
  return Array.from({ length: Math.min(size, all.length) }, () => left.splice(random.below(left.length), 1)).flat();
};

/** The interval in which the true share lies in 95 of 100 samples, after Wilson. */
const interval = (part: number, whole: number): string => {
  if (whole === 0) return '–';
  const z = 1.96;
  const share = part / whole;
  const middle = (share + z ** 2 / (2 * whole)) / (1 + z ** 2 / whole);
  const half = (z / (1 + z ** 2 / whole)) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  const percent = (value: number): string => `${(100 * Math.max(0, Math.min(1, value))).toFixed(1)} %`;
  return `${percent(share)} (95 %: ${percent(middle - half)} to ${percent(middle + half)})`;
};

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const isEquivalent = (mutant: Mutant): boolean => equivalents.some((each) => isOf(each, mutant));

const mutantOf = ({ file, find, replace }: Sabotage): Mutant => {
  const source = readFileSync(file, 'utf8');
  const start = source.indexOf(find);
  const line = source.slice(0, start).split('\n').length;
  const end = start + find.length;
  return { file, rule: 'protection taken away', line, inside: '', text: find, start, end, was: find, becomes: replace };
};

const place = workplace();
const tests = relatedTests();
const verdicts = known();
mkdirSync('node_modules/.cache', { recursive: true });
let isBad = false;
for (const sabotage of values.owasp ? sabotages : []) {
  const verdict = await judge(mutantOf(sabotage), place.folder, [sabotage.test], false);
  say(`${verdict === 'tests' ? '✓ caught' : '✗ unseen'}: API${sabotage.risk}: ${sabotage.protection}`);
  isBad ||= verdict !== 'tests';
}
for (const room of values.owasp ? [] : values.room) {
  const all = mutantsIn(room);
  const sample = drawn(all, Number(values.sample), Number(values.seed));
  const counted = sample.filter((mutant) => !isEquivalent(mutant));
  const [first] = values.list ? [] : counted;
  if (first !== undefined && (await testsFail(place.folder, tests(first.file)))) {
    say(`✗ ${room}: its tests fail as they are, so nothing can be said of mutants.`);
    isBad = true;
    continue;
  }
  let killed = 0;
  for (const mutant of values.list ? [] : counted) {
    const key = keyOf(mutant);
    const before = verdicts.get(key);
    const isKnown = before !== undefined && (before !== 'survived' || !values.proof);
    const verdict = isKnown ? before : await judge(mutant, place.folder, tests(mutant.file), values.proof);
    if (!isKnown) appendFileSync(kept, `${JSON.stringify([key, verdict])}\n`);
    if (verdict === 'survived')
      say(`✗ survived: ${mutant.file}:${mutant.line} ${mutant.rule}: ${mutant.was} → ${mutant.becomes}`);
    else killed += 1;
  }
  if (values.list)
    for (const { file, line, rule, was, becomes } of sample) say(`${file}:${line} ${rule}: ${was} → ${becomes}`);
  else
    say(
      `${room}: ${killed} of ${counted.length} killed, ${interval(killed, counted.length)}; ${all.length} mutants in all, ${sample.length - counted.length} of the sample equivalent`,
    );
  isBad ||= killed < 0.95 * counted.length;
}
place.remove();
process.exitCode = isBad && !values.list ? 1 : 0;
