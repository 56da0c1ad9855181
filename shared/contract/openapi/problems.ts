import * as v from 'valibot';
import { isPost, type Operation } from '../operation.ts';
import { type ProblemSlug, problems } from '../problem.ts';
import { problemMembers } from '../problem-body.ts';
import { routes } from '../routes.ts';
import { problemExamples } from './examples.ts';
import { gatewayAnswer } from './gateway.ts';
import { type HeaderName, headersNamed, usualHeaders } from './headers.ts';
import { jsonSchema, referenceTo } from './json-schema.ts';

/** A refusal is told at once as 422, and as 410 to whoever asks for the purchase order that it never became. */
const statusOf = (slug: ProblemSlug, { id }: Operation): number =>
  slug === 'rejected-by-distributor' && id !== 'submitDialog' ? 410 : problems[slug].status;

const schemaOf = (slug: ProblemSlug) => {
  const { status, title } = problems[slug];
  return jsonSchema(
    v.looseObject({
      type: v.literal(`urn:problem:drop-ship:${slug}`),
      title: v.literal(title),
      status: slug === 'rejected-by-distributor' ? v.picklist([410, status]) : v.literal(status),
      correlationId: v.optional(v.string()),
      detail: slug === 'internal-error' ? v.optional(v.string()) : v.string(),
      ...problemMembers[slug],
    }),
    'Problem',
  );
};

/** What no operation answers: a path asked with a method that it does not have is none. */
const ofNoOperation: ReadonlySet<string> = new Set(['method-not-allowed']);

const isSlug = (slug: string): slug is ProblemSlug => slug in problems && !ofNoOperation.has(slug);
const slugs = Object.keys(problems).filter(isSlug);
const nameOf = (slug: ProblemSlug): string => `Problem-${slug}`;

/** Every problem as a named schema. */
export const problemSchemas = () => Object.fromEntries(slugs.map((slug) => [nameOf(slug), schemaOf(slug)]));

/** An example of every problem that has one, each a real answer. */
export const problemExampleComponents = () =>
  Object.fromEntries(
    slugs.flatMap((slug) => {
      const value = problemExamples.get(slug);
      return value === undefined ? [] : [[nameOf(slug), { summary: problems[slug].title, value }]];
    }),
  );

/** What can go wrong with any request of this shape. */
const everywhere = ({ key, path }: Operation): readonly ProblemSlug[] => [
  'invalid-request',
  ...(routes[key].scope === null ? [] : (['unauthorized', 'forbidden', 'too-many-requests'] as const)),
  ...(Object.keys(path).length > 0 ? (['not-found'] as const) : []),
  ...(isPost(key) ? (['in-progress', 'idempotency-key-reused'] as const) : []),
  'too-large',
  'unsupported-media-type',
  'internal-error',
  'try-again',
];

/** Problems that say when to ask again. */
const waiting: ReadonlySet<ProblemSlug> = new Set(['in-progress', 'too-many-requests', 'daily-limit', 'try-again']);

const headersOf = (status: number, { key }: Operation, kinds: readonly ProblemSlug[]) => {
  const needsKey = routes[key].scope !== null;
  // Who sends no valid key has no limit of its own.
  const usual = usualHeaders(needsKey && status !== 401);
  const own: readonly HeaderName[] = [
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    ...(status === 405 ? (['Allow'] as const) : []),
    ...(kinds.some((slug) => waiting.has(slug)) ? (['Retry-After'] as const) : []),
  ];
  const replayed = isPost(key) && status < 500 ? (['idempotency-replayed'] as const) : [];
  return headersNamed([...usual, ...replayed, ...own]);
};

const examplesOf = (kinds: readonly ProblemSlug[]) => {
  const known = kinds.filter((slug) => problemExamples.has(slug));
  if (known.length === 0) return {};
  return {
    examples: Object.fromEntries(known.map((slug) => [slug, { $ref: `#/components/examples/${nameOf(slug)}` }])),
  };
};

/** The problems that an operation may answer, by status; with what API Gateway itself says under the same status. */
export const problemAnswers = (operation: Operation): readonly (readonly [string, object])[] => {
  const byStatus = Map.groupBy([...new Set([...everywhere(operation), ...operation.problems])], (slug) =>
    statusOf(slug, operation),
  );
  const ours = [...byStatus].map(([status, kinds]): readonly [string, object] => {
    const refs = kinds.map((slug) => ({ $ref: referenceTo(nameOf(slug)) }));
    const [only] = refs;
    const schema = refs.length === 1 && only !== undefined ? only : { anyOf: refs };
    const description = kinds.map((slug) => `${problems[slug].title} (\`${slug}\`)`).join('; ');
    const content = { 'application/problem+json': { schema, ...examplesOf(kinds) }, ...gatewayAnswer(status) };
    return [String(status), { description, headers: headersOf(status, operation, kinds), content }];
  });
  return byStatus.has(429) ? ours : [...ours, ['429', throttled]];
};

/** Where nobody needs a key no function of ours counts requests: API Gateway does. */
const throttled = {
  description: 'Too many requests of all callers together: wait',
  headers: headersNamed(['apigw-requestid']),
  content: gatewayAnswer(429),
};
