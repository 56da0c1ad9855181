import { expect, test } from 'vitest';
import { withoutStop } from '../../../shared/domain/sentence.ts';

test('a distributor’s words end in one full stop inside ours, whether they bring their own or not', () => {
  expect(['goes elsewhere.', 'goes elsewhere', 'goes elsewhere. '].map((words) => `It ${withoutStop(words)}.`)).toEqual(
    ['It goes elsewhere.', 'It goes elsewhere.', 'It goes elsewhere.'],
  );
});
