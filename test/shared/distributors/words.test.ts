import { expect, test } from 'vitest';
import { wordsIn } from '../../../shared/distributors/words.ts';

test.each<readonly [unknown, readonly string[]]>([
  [{ fault: { faultstring: 'Out of stock', detail: { errorcode: 'x' } } }, ['Out of stock']],
  [
    { Message: 'The request is invalid.', ModelState: { 'order.Zip': ['The Zip field is required.'] } },
    ['The request is invalid.', 'The Zip field is required.'],
  ],
  [{ errors: { zip: ['is invalid'] } }, ['zip: is invalid']],
  [{ errors: { 'order.ship_zip': ['The ship zip is unknown.'] } }, ['The ship zip is unknown.']],
  [{ errors: { 0: ['is invalid'] } }, ['is invalid']],
  [{ items: ['an echo of ours'] }, ['an echo of ours']],
  [{ Response: { Errors: { Error: [{ ErrorCode: '110', ErrorText: 'No such part' }] } } }, ['No such part']],
  [{ status: 'fail', data: { title: 'A title is required' } }, ['A title is required']],
  [{ response: { errors: ['Out of stock'] } }, ['Out of stock']],
  [{ result: { error: 'Out of stock' } }, ['Out of stock']],
  [{ data: { message: 'Out of stock' } }, ['Out of stock']],
  [{ msg: 'Out of stock' }, ['Out of stock']],
  [{ error_msg: 'Out of stock' }, ['Out of stock']],
  [{ statusMessage: 'Out of stock' }, ['Out of stock']],
  [{ httpCode: '400', moreInformation: 'Out of stock' }, ['Out of stock']],
  [{ violations: [{ propertyPath: 'zip', message: 'The zip is invalid' }] }, ['The zip is invalid']],
  [{ violations: [{ propertyPath: 'shipTo.zip', message: 'is invalid' }] }, ['shipTo.zip: is invalid']],
  [{ errors: [{ field: 'zip', message: 'is invalid' }] }, ['zip: is invalid']],
  [{ errors: [{ field: 7, message: 'is invalid' }] }, ['is invalid']],
  [{ errors: { base: ['out of stock'], non_field_errors: ['no'] } }, ['out of stock', 'no']],
  [{ data: [{ message: 'A remark of one order' }] }, []],
  [{ order_number: '7', name: 'Oil filter' }, []],
])('the words of %j', (json, words) => {
  expect(wordsIn(json)).toEqual(words);
});
