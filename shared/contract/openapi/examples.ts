import * as v from 'valibot';
import answers from './example-answers.json' with { type: 'json' };

const Recorded = v.object({
  answers: v.array(v.object({ operation: v.string(), status: v.number(), body: v.unknown() })),
  problems: v.array(v.object({ slug: v.string(), body: v.unknown() })),
  events: v.array(v.object({ type: v.string(), body: v.unknown() })),
});

/** What the running service answered when it was asked: a test plays it again and compares. */
const recorded = v.parse(Recorded, answers);

const byAnswer: ReadonlyMap<string, unknown> = new Map(
  recorded.answers.map(({ operation, status, body }) => [`${operation} ${status}`, body]),
);

/** The example of an answer; undefined where it has none (a body without one, or a text). */
export const exampleAnswer = (operation: string, status: number | string): unknown =>
  byAnswer.get(`${operation} ${status}`);

/** An example of each problem, by its slug. */
export const problemExamples: ReadonlyMap<string, unknown> = new Map(
  recorded.problems.map(({ slug, body }) => [slug, body]),
);

/** An example of each event, by its type. */
export const eventExamples: ReadonlyMap<string, unknown> = new Map(
  recorded.events.map(({ type, body }) => [type, body]),
);
