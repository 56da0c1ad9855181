import { type Body, type Moment, type Running, running } from './body.ts';
import { knownBy } from './known-by.ts';
import type { Completion, Run } from './state.ts';

/** A moment that an invocation came to, and what came of what it was answered then. */
type Point = { readonly moment: Moment; readonly next: Next[] };
/** `under` = what its identifiers begin with, where it has drawn one since: only those that begin so go on in that way. */
type Next = { readonly completion: Completion; readonly under: string | null; readonly point: Point };
/** The beginnings of invocations that were begun alike, each with what its identifiers begin with, where it has drawn one at once. */
type Beginning = { readonly under: string | null; readonly point: Point };

/**
 * What invocations did, by what they were begun with and answered. A function that is answered the same goes on in the same way: where
 * it was run so far before, it need not run again. Many runs of a search differ only in what happens elsewhere.
 */
export type Courses = { recent: Map<string, Beginning[]>; older: Map<string, Beginning[]>; points: number };
export const noCourses = (): Courses => ({ recent: new Map(), older: new Map(), points: 0 });

/** So many moments are remembered, and those before them until there are so many again; none = every invocation is run. */
export const remembered = { most: 20_000 };

const forgetSome = (courses: Courses): void => {
  if (courses.points < remembered.most) return;
  courses.older = remembered.most === 0 ? new Map() : courses.recent;
  courses.recent = new Map();
  courses.points = 0;
};

/** How invocations that were begun like this one began. */
const begunAlike = (courses: Courses, key: string): Beginning[] => {
  const known = courses.recent.get(key) ?? courses.older.get(key) ?? [];
  courses.recent.set(key, known);
  return known;
};

/** What things are as texts, the same for equal things; nothing that is answered is changed afterwards. */
const textOf = knownBy((value: object): string => JSON.stringify(value));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A page of a list: the list is new each time, and its rows stay what they are. */
type Page = { readonly rows: readonly unknown[]; readonly next: unknown };
const isPage = (value: object): value is Page =>
  'rows' in value && 'next' in value && Array.isArray(value.rows) && Object.keys(value).length === 2;

const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  if (!isPage(one) || !isPage(other)) return textOf(one) === textOf(other);
  return (
    one.rows.length === other.rows.length &&
    isSame(one.next, other.next) &&
    one.rows.every((row, at) => isSame(row, other.rows[at]))
  );
};

const isAlike = (one: Completion, other: Completion): boolean => {
  if (one === other) return true;
  if (one.op !== other.op || one.at !== other.at) return false;
  if ('value' in one.answer) return 'value' in other.answer && isSame(one.answer.value, other.answer.value);
  return !('value' in other.answer) && JSON.stringify(one.answer) === JSON.stringify(other.answer);
};

/** What a function is begun with, as far as it sees it. */
const beginningOf = ({ cause, startedAt, skew }: Run, retentionDays: number): string => {
  const seen =
    cause.by === 'schedule'
      ? JSON.stringify([...cause.nudged])
      : cause.by === 'request'
        ? textOf(cause.request)
        : `${cause.message.queue} ${cause.message.received} ${cause.message.body}`;
  return `${cause.by} ${startedAt} ${skew} ${retentionDays} ${seen}`;
};

/** Goes the course of one invocation: as far as it is known by memory, and from there on by running it. */
export const followCourse = (courses: Courses, run: Run, body: Body, retentionDays: number): Running => {
  const told: Completion[] = [];
  let point: Point | undefined;
  let live: Running | undefined;
  let tells = 0;

  /** Brings what runs to where the course is. */
  const catchUp = async (): Promise<Moment> => {
    let moment: Moment | undefined;
    if (live === undefined) {
      live = running(run, body, retentionDays);
      moment = await live.begin();
    }
    for (; tells < told.length; tells += 1) {
      const completion = told[tells];
      if (completion !== undefined) moment = await live.goOn(completion);
    }
    if (moment === undefined) throw new Error('Nothing was told to what runs.');
    return moment;
  };

  /** By memory, or by running. */
  const comeTo = async (
    known: { readonly point: Point } | undefined,
    note: (point: Point, under: string | null) => void,
    hasDrawn: boolean,
  ): Promise<Moment> => {
    point = known?.point;
    if (point !== undefined) return point.moment;
    const moment = await catchUp();
    point = { moment, next: [] };
    note(point, moment.hasDrawn && !hasDrawn ? run.ids : null);
    courses.points += 1;
    return moment;
  };
  const isOurs = ({ under }: { readonly under: string | null }): boolean => under === null || under === run.ids;

  return {
    begin: () => {
      forgetSome(courses);
      const alike = begunAlike(courses, beginningOf(run, retentionDays));
      return comeTo(alike.find(isOurs), (point, under) => alike.push({ under, point }), false);
    },
    goOn: (completion) => {
      told.push(completion);
      if (point === undefined) throw new Error('It has not begun.');
      const { next, moment } = point;
      return comeTo(
        next.find((each) => isOurs(each) && isAlike(each.completion, completion)),
        (point, under) => next.push({ completion, under, point }),
        moment.hasDrawn,
      );
    },
  };
};
