import type * as v from 'valibot';
import { nothing } from './fields.ts';
import type { ProblemSlug } from './problem.ts';
import type { Reply } from './reply.ts';
import type { RouteKey } from './routes.ts';

export type Schema = v.GenericSchema;

/** The bodies by status; null = no body. */
export type Answers = { readonly [status: number]: Schema | null };

/** One route as the contract has it: what the door parses, and what the OpenAPI document says. */
export type Operation<
  Path extends v.ObjectEntries = v.ObjectEntries,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  A extends Answers = Answers,
> = {
  readonly key: RouteKey;
  readonly id: string;
  readonly summary: string;
  readonly path: Path;
  readonly query: Query;
  /** `nothing` = none is needed, and only an empty one is taken. */
  readonly body: Body;
  /** Bytes. */
  readonly limit: number;
  /** Whether the header `Prefer: wait` means something here. */
  readonly prefer: boolean;
  /** The media type of what is answered. */
  readonly media: 'application/json' | 'text/javascript';
  readonly answers: A;
  /** What can go wrong beside what can go wrong everywhere. */
  readonly problems: readonly ProblemSlug[];
};

/** Whether an `Idempotency-Key` is heeded: PUT and DELETE are idempotent by themselves. */
export const isPost = (key: RouteKey): boolean => key.startsWith('POST ');

/** The names in the braces of a route. */
type Names<Key extends string> = Key extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** 64 kB. */
const usualLimit = 64 * 1024;
/** 256 kB. */
export const bulkLimit = 256 * 1024;

/** What most operations have in common: spread it first. */
export const usual = {
  path: {},
  query: nothing,
  body: nothing,
  limit: usualLimit,
  prefer: false,
  media: 'application/json',
  problems: [],
} as const;

/** Says what one route takes and answers. The compiler asks for a schema of every name in the route's braces. */
export const operation = <
  const Key extends RouteKey,
  Path extends { readonly [Name in Names<Key>]: Schema },
  Query extends Schema,
  Body extends Schema,
  A extends Answers,
>(
  key: Key,
  parts: Omit<Operation<Path, Query, Body, A>, 'key'>,
): Operation<Path, Query, Body, A> => ({ key, ...parts });

type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: DeepReadonly<T[Name]> }
    : T;

type BodyOf<S extends Schema | null> = S extends Schema ? DeepReadonly<v.InferInput<S>> : undefined;

/** The replies that an operation has declared: the compiler refuses any other. */
export type ReplyOf<A extends Answers> = {
  [Status in keyof A & number]: Reply<Status, BodyOf<A[Status]>>;
}[keyof A & number];
