import { type Node, parseSync } from 'oxc-parser';

/** A mutant: this piece of a source file, from `start` to `end`, replaced; `inside` what is declared there, in the line `text`. */
export type Mutant = {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly inside: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly becomes: string;
};

type Found = Pick<Mutant, 'rule' | 'start' | 'end' | 'becomes'>;
type Rule = (node: Node, source: string) => readonly Found[];
type Span = { readonly start: number; readonly end: number };

const textOf = ({ start, end }: Span, source: string): string => source.slice(start, end);
const negated = (test: Span, source: string): Found => ({
  rule: 'condition negated',
  start: test.start,
  end: test.end,
  becomes: `!(${textOf(test, source)})`,
});

const conditions: Rule = (node, source) =>
  node.type === 'IfStatement' || node.type === 'ConditionalExpression' || node.type === 'WhileStatement'
    ? [negated(node.test, source)]
    : [];

const others: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
};

const operators: Rule = (node, source) => {
  if (node.type !== 'BinaryExpression' && node.type !== 'LogicalExpression') return [];
  const other = others[node.operator];
  const between = source.slice(node.left.end, node.right.start);
  // Texts are put together with a plus: what is no number is no mutant.
  if (other === undefined || (node.operator === '+' && /["'`]/.test(textOf(node, source)))) return [];
  return [
    {
      rule: 'operator changed',
      start: node.left.end,
      end: node.right.start,
      becomes: between.replace(node.operator, other),
    },
  ];
};

const constants: Rule = (node) => {
  if (node.type !== 'Literal') return [];
  const { start, end, value } = node;
  if (typeof value === 'number') return [{ rule: 'constant moved', start, end, becomes: String(value + 1) }];
  return typeof value === 'boolean' ? [{ rule: 'constant moved', start, end, becomes: String(!value) }] : [];
};

const leaves = /^\s*\{?\s*(return|throw|continue|break)\b/;
const guards: Rule = (node, source) =>
  node.type === 'IfStatement' && node.alternate === null && leaves.test(textOf(node.consequent, source))
    ? [{ rule: 'guard dropped', start: node.start, end: node.end, becomes: ';' }]
    : [];

const isAwait = (statement: Node | undefined): boolean =>
  statement?.type === 'ExpressionStatement' && statement.expression.type === 'AwaitExpression';

const swaps: Rule = (node, source) =>
  node.type !== 'BlockStatement'
    ? []
    : node.body.flatMap((statement, at) => {
        const next = node.body[at + 1];
        if (next === undefined || !isAwait(statement) || !isAwait(next)) return [];
        const becomes = `${textOf(next, source)}\n${textOf(statement, source)}`;
        return [{ rule: 'awaits swapped', start: statement.start, end: next.end, becomes }];
      });

const drops: Rule = (node) =>
  isAwait(node) ? [{ rule: 'await dropped', start: node.start, end: node.end, becomes: ';' }] : [];

const rules: readonly Rule[] = [conditions, operators, constants, guards, swaps, drops];

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/** Types decide nothing when the program runs. */
const isType = ({ type }: Node): boolean => type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(type);

function* nodesIn(node: Node): Generator<Node> {
  if (isType(node) || node.type === 'ImportDeclaration') return;
  yield node;
  for (const member of Object.values(node)) {
    for (const each of Array.isArray(member) ? member : [member]) if (isNode(each)) yield* nodesIn(each);
  }
}

const nameOf = (statement: Node): string => {
  if (statement.type === 'ExportNamedDeclaration' && statement.declaration) return nameOf(statement.declaration);
  if (statement.type === 'FunctionDeclaration') return statement.id?.name ?? '';
  const [first] = statement.type === 'VariableDeclaration' ? statement.declarations : [];
  return first?.id.type === 'Identifier' ? first.id.name : '';
};

/** Where a mutant stands, so that a person finds it again when lines have moved. */
const placeOf = ({ start }: Found, statement: Node, source: string): Pick<Mutant, 'line' | 'inside' | 'text'> => {
  const line = source.slice(0, start).split('\n').length;
  return { line, inside: nameOf(statement), text: source.split('\n')[line - 1]?.trim() ?? '' };
};

/** Every mutant of a file, by rule, in the order in which they stand. */
export const mutantsOf = (file: string, source: string): readonly Mutant[] =>
  parseSync(file, source)
    .program.body.flatMap((statement) =>
      [...nodesIn(statement)]
        .flatMap((node) => rules.flatMap((rule) => rule(node, source)))
        .map((found) => ({ ...found, ...placeOf(found, statement, source), file, was: textOf(found, source) })),
    )
    .sort((one, other) => one.start - other.start || one.end - other.end);

export const mutated = (source: string, { start, end, becomes }: Mutant): string =>
  source.slice(0, start) + becomes + source.slice(end);
