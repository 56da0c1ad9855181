import * as v from 'valibot';
import { jsonSchema, referenceTo } from './json-schema.ts';
import { isPost, type Operation } from './operation.ts';
import { type ProblemSlug, problems } from './problem.ts';
import { problemMembers } from './problem-body.ts';
import { routes } from './routes.ts';

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
  );
};

const slugs = Object.entries(problems).map(([slug]) => slug);
const isSlug = (slug: string): slug is ProblemSlug => slug in problems;
const nameOf = (slug: ProblemSlug): string => `Problem-${slug}`;

/** Every problem as a named schema. */
export const problemSchemas = () =>
  Object.fromEntries(slugs.filter(isSlug).map((slug) => [nameOf(slug), schemaOf(slug)]));

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

/** The problems that an operation may answer, by status. */
export const problemAnswers = (operation: Operation, headers: object): readonly (readonly [string, object])[] => {
  const slugsOf = new Set([...everywhere(operation), ...operation.problems]);
  const byStatus = Map.groupBy(slugsOf, (slug) => statusOf(slug, operation));
  return [...byStatus].map(([status, kinds]) => {
    const schema = { anyOf: kinds.map((slug) => ({ $ref: referenceTo(nameOf(slug)) })) };
    const description = kinds.map((slug) => `${problems[slug].title} (${slug})`).join('; ');
    return [String(status), { description, headers, content: { 'application/problem+json': { schema } } }];
  });
};
