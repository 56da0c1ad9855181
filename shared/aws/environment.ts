import * as v from 'valibot';
import { type QueueName, queueNames, queueVariable } from '../domain/ports/queues.ts';

const Text = v.pipe(v.string(), v.minLength(1));

/** A variable that this function cannot do without. Throws with its name, at the cold start. */
export const variable = (name: string): string => {
  const parsed = v.safeParse(Text, process.env[name]);
  if (!parsed.success) throw new Error(`The environment variable ${name} is missing.`);
  return parsed.output;
};

/** A variable that holds a whole number. */
export const wholeVariable = (name: string): number => {
  const parsed = v.safeParse(v.pipe(v.string(), v.digits(), v.transform(Number), v.integer()), variable(name));
  if (!parsed.success) throw new Error(`The environment variable ${name} is no whole number.`);
  return parsed.output;
};

/** What one key may ask of the API. */
export const keyLimit = () => ({
  perSecond: wholeVariable('REQUESTS_PER_SECOND'),
  burst: wholeVariable('REQUEST_BURST'),
});

/** The URL of every queue that this function may send to: the others it is not told of. */
export const queueUrls = (): ReadonlyMap<QueueName, string> =>
  new Map(
    queueNames.flatMap((name) => {
      const url = v.safeParse(Text, process.env[queueVariable(name)]);
      return url.success ? [[name, url.output] as const] : [];
    }),
  );

/** A variable that holds JSON. */
export const jsonVariable = <Schema extends v.GenericSchema>(name: string, schema: Schema): v.InferOutput<Schema> => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), variable(name));
  if (!parsed.success) throw new Error(`The environment variable ${name} does not hold what it should.`);
  return parsed.output;
};
