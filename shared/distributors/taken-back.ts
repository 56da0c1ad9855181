import * as v from 'valibot';
import { isWithdrawal } from '../domain/tracking-numbers/not-numbers.ts';

const flags =
  /^(?:is_?)?(?:void(?:ed)?|cancell?ed|deleted|replaced|superseded|return(?:ed|_?label)?)(?:_?(?:at|on|date))?$/i;
const states = /^(?:status|state|type|label_?type|kind)$/i;
const nothing = /^(?:false|0|no?|none|null|)$/i;

const isFlag = ([name, value]: readonly [string, unknown]): boolean =>
  (flags.test(name) && !nothing.test(String(value ?? '').trim())) ||
  (states.test(name) && typeof value === 'string' && isWithdrawal(value.toUpperCase()));

/** Where the fields of a thing say that it is void, its texts say so, too: whoever reads one of them reads that beside it. */
const marked = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).slice(0, 100);
  if (!fields.some(isFlag)) return value;
  return Object.fromEntries(
    fields.map(([name, told]) => [name, typeof told === 'string' || typeof told === 'number' ? `VOID ${told}` : told]),
  );
};

/** What is told of a parcel, by a schema; of one that was taken back its texts begin with `VOID`. */
export const unlessTakenBack = <Told>(told: v.GenericSchema<unknown, Told>) =>
  v.pipe(v.unknown(), v.transform(marked), told);
