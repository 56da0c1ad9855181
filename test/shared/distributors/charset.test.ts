import { describe, expect, test } from 'vitest';
import { readBody } from '../../../shared/distributors/body.ts';

const read = (bytes: Uint8Array, contentType?: string) =>
  readBody(
    new Response(Buffer.from(bytes), { headers: contentType === undefined ? {} : { 'content-type': contentType } }),
    9_999,
  );
const latin = (text: string) => Buffer.from(text, 'latin1');
const wide = (text: string) => Buffer.from(text, 'utf16le');
const wideTheOtherWay = (text: string) => wide(text).swap16();

const told = '{"name":"Zoë"}';

describe('a body is read as it was written', () => {
  test.each([
    ['UTF-8 where nothing is said', Buffer.from(told), undefined],
    ['as the header says', latin(told), 'application/json; charset=ISO-8859-1'],
    ['as the header says in quotes', latin(told), 'application/json;charset="windows-1252"'],
    ['UTF-8 where the header names what nobody knows', Buffer.from(told), 'application/json; charset=utf8mb4'],
    ['a mark outranks the header', Buffer.from(`\ufeff${told}`), 'application/json; charset=iso-8859-1'],
    ['two bytes a character, by the mark', wide(`\ufeff${told}`), 'application/json'],
    ['two bytes a character, the other way', wideTheOtherWay(`\ufeff${told}`), 'application/json'],
    ['two bytes a character without a mark', wide(told), undefined],
    ['two bytes a character without a mark, the other way', wideTheOtherWay(told), undefined],
    ['what cannot be UTF-8 is Western', latin(told), 'application/json'],
    ['although the header says UTF-8', latin(told), 'application/json; charset=utf-8'],
  ])('%s', async (_, bytes, contentType) => {
    const body = await read(bytes, contentType);
    expect(body).toEqual({ text: contentType?.endsWith('charset=utf-8') ? '{"name":"Zo\ufffd"}' : told });
  });

  test.each([
    ['<?xml version="1.0" encoding="ISO-8859-1"?><name>Zoë</name>'],
    ['<html><head><meta charset=windows-1252></head>Zoë</html>'],
  ])('as it says of itself: %s', async (text) => {
    expect(await read(latin(text), 'text/xml')).toEqual({ text });
  });

  test('the characters that only Windows has are read as such', async () => {
    expect(await read(Buffer.from([0x93, 0x61, 0x94]), 'text/plain; charset=iso-8859-1')).toEqual({ text: '“a”' });
  });

  test('an empty body, and one of a single byte', async () => {
    expect(await read(Buffer.from(''))).toEqual({ text: '' });
    expect(await read(Buffer.from('0'))).toEqual({ text: '0' });
  });
});
