/** One data point of a time series; undefined where it has none. */
export type Point = number | undefined;

/** What an expression is about, at one time: a single series, or an array of them. */
type Value = Point | readonly Point[];

/** The metrics of a request, at one time, by their ids. */
type Points = ReadonlyMap<string, Point>;

/** An expression that can be asked for its value at any time. */
export type Expression = (points: Points) => Point;

const asArray = (value: Value): readonly Point[] => (Array.isArray(value) ? value : [value as Point]);
const asPoint = (value: Value): Point => {
  if (Array.isArray(value)) throw new Error('An array of time series stands where one is wanted');
  return value as Point;
};

/** Functions that make one series of an array pass over the series that have no point there. */
const ofThose =
  (fold: (there: readonly number[]) => number) =>
  (value: Value): Point => {
    const there = asArray(value).filter((point) => point !== undefined);
    return there.length === 0 ? undefined : fold(there);
  };

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

const folds = new Map([
  ['SUM', ofThose(sum)],
  ['MAX', ofThose((all) => Math.max(...all))],
  ['MIN', ofThose((all) => Math.min(...all))],
  ['AVG', ofThose((all) => sum(all) / all.length)],
]);

const operators = new Map<string, (a: number, b: number) => number>([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
]);
/** Operators that bind as strongly, the weakest first. */
const levels = [
  ['+', '-'],
  ['*', '/'],
];

const token = /\s*([A-Za-z_]\w*|\d+(?:\.\d+)?|[()[\],+\-*/])/y;

const tokensOf = (text: string): readonly string[] => {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const [, found] = token.exec(text) ?? [];
    if (found === undefined) throw new Error(`The expression ${text} is not understood`);
    tokens.push(found);
  }
  return tokens;
};

/**
 * The part of CloudWatch's metric math that alarms here use, and no more: what is not understood is refused. `TIME_SERIES(n)` has
 * a point at every time; arithmetic has none where one of its parts has none.
 */
export const parseExpression = (text: string): Expression => {
  const tokens = tokensOf(text);
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const expect = (wanted: string): void => {
    if (next() !== wanted) throw new Error(`The expression ${text} lacks "${wanted}"`);
  };
  type Node = (points: Points) => Value;

  const list = (end: string): readonly Node[] => {
    const nodes: Node[] = [];
    while (tokens[at] !== end) {
      nodes.push(level(0));
      if (tokens[at] !== end) expect(',');
    }
    expect(end);
    return nodes;
  };

  const call = (name: string): Node => {
    expect('(');
    const parameters = list(')');
    const [first] = parameters;
    if (name === 'METRICS' && first === undefined) return (points) => [...points.values()];
    const fold = folds.get(name);
    if (fold !== undefined && first !== undefined && parameters.length === 1) return (points) => fold(first(points));
    if (name === 'TIME_SERIES' && first !== undefined) return first;
    throw new Error(`${name} in ${text} is not understood`);
  };

  const leaf = (): Node => {
    const word = next();
    if (word === '[') {
      const nodes = list(']');
      return (points) => nodes.flatMap((node) => asArray(node(points)));
    }
    if (word === '(') {
      const [inner] = list(')');
      if (inner === undefined) throw new Error(`${text} has an empty pair of brackets`);
      return inner;
    }
    if (/^\d/.test(word)) return () => Number(word);
    if (tokens[at] === '(') return call(word);
    if (!/^[a-z]/.test(word)) throw new Error(`"${word}" in ${text} is not understood`);
    return (points) => {
      if (!points.has(word)) throw new Error(`${text} speaks of ${word}, which the alarm does not have`);
      return points.get(word);
    };
  };

  const level = (height: number): Node => {
    const names = levels[height];
    if (names === undefined) return leaf();
    let left = level(height + 1);
    while (names.includes(tokens[at] ?? '')) {
      const operator = operators.get(next());
      const [before, right] = [left, level(height + 1)];
      left = (points) => {
        const [a, b] = [asPoint(before(points)), asPoint(right(points))];
        return a === undefined || b === undefined ? undefined : operator?.(a, b);
      };
    }
    return left;
  };

  const whole = level(0);
  if (at < tokens.length) throw new Error(`The expression ${text} goes on where it should end`);
  return (points) => asPoint(whole(points));
};
