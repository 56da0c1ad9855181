import type { Context } from 'hono';
import * as v from 'valibot';
import { loosened } from './lenience.ts';

/** What a request says, understood or with the first thing that is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly field: string; readonly wrong: string };

/** Reads a value strictly. The field is named as it was sent, `line_items.0.quantity`. */
export const read = <S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  say: (issue: v.BaseIssue<unknown>) => string = ({ message }) => message,
): Read<v.InferOutput<S>> => {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return { value: result.output };
  const issue = result.issues[0];
  return { field: v.getDotPath(issue) ?? 'request', wrong: say(issue) };
};

/** Whether a server takes only what is documented, or what clients in production send. */
export type Reading = 'strict' | 'lenient';

/** Reads a request; a lenient server assumes something for fields that some clients leave out. */
export type ReadRequest = <S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  assumed?: Readonly<Record<string, unknown>>,
) => Read<v.InferOutput<S>>;

export const readAs =
  (reading: Reading): ReadRequest =>
  (schema, input, assumed = {}) => {
    if (reading === 'strict') return read(schema, input, wrongOf);
    const loose = loosened(schema, input);
    return read(schema, typeof loose === 'object' && loose !== null ? { ...assumed, ...loose } : loose, wrongOf);
  };

/** What is wrong, as a server would put it: never the words of the library that found it. */
const wrongOf = (issue: v.BaseIssue<unknown>): string => {
  if (issue.received === 'undefined' || issue.type === 'non_empty') return 'is required';
  if (issue.kind === 'validation' && !/^Invalid /.test(issue.message)) return issue.message;
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is not known';
  return 'is not valid';
};

/** The body, when it is JSON, and where the reading is strict says that it is; else undefined. */
export const jsonBody = async (c: Context, reading: Reading): Promise<unknown> => {
  if (reading === 'strict' && !/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return undefined;
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
};

/** The parameters of the query: one that is repeated, or not known by name, makes the query unreadable. */
export const query = (c: Context): unknown => {
  const sent = new URL(c.req.url).searchParams;
  const once = new Map(sent);
  return once.size === sent.size ? Object.fromEntries(once) : undefined;
};

/** Text of 1 to `max` characters, of which an emoji is one. */
export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.nonEmpty(),
    v.check((sent) => [...sent].length <= max, `must have at most ${max} characters`),
  );
/** A state of the United States as two capitals. */
export const stateCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a state of 2 letters'));
/** How many pieces. */
export const pieces = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999));
