import * as v from 'valibot';
import { expect, test } from 'vitest';
import { events } from '../../shared/contract/bodies/event.ts';
import recorded from '../../shared/contract/openapi/example-answers.json' with { type: 'json' };
import { operations } from '../../shared/contract/operations/all.ts';
import { problems } from '../../shared/contract/problem.ts';
import { story } from './story.ts';

const answers = await story();

test('the examples in the document are what the service answers (mend it, or run `npm run contract`)', () => {
  expect(recorded).toEqual(answers);
});

test('every answer of every operation has an example', () => {
  const known = new Set(answers.answers.map(({ operation, status }) => `${operation} ${status}`));
  const without = operations.flatMap(({ id, answers: declared, media }) =>
    Object.entries(declared)
      .filter(([status, schema]) => schema !== null && media === 'application/json' && !known.has(`${id} ${status}`))
      .map(([status]) => `${id} ${status}`),
  );
  expect(without).toEqual(['getContract 200']);
});

test('every problem has an example', () => {
  expect(answers.problems.map(({ slug }) => slug).sort()).toEqual(Object.keys(problems).sort());
});

test.each(Object.entries(events))(
  'the event %s has an example, with the members that it always has',
  (type, schema) => {
    const body: { data: object } = v.parse(schema, answers.events.find((each) => each.type === type)?.body);
    const told = answers.events.find((each) => each.type === type)?.body as { data: object };
    expect(Object.keys(told.data).sort()).toEqual(Object.keys(body.data).sort());
  },
);
