import { expect, it } from 'vitest';
import { readAudit } from './advisories.ts';

const audit = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

it.each([
  [{}, false, 'none is known'],
  [{ left: { severity: 'moderate' } }, false, '1 below high: left'],
  [{ left: { severity: 'low' }, right: { severity: 'critical' } }, true, 'right (critical)'],
  [{ right: { severity: 'high' } }, true, 'right (high)'],
])('advisories %j: bad = %s', (found, isBad, words) => {
  expect(readAudit(audit(found))).toEqual({ isBad, sentence: expect.stringContaining(words) });
});

it.each([
  '',
  'not JSON',
  '{"message":"405 Method Not Allowed","statusCode":405}',
  '{"vulnerabilities":{"a":{"severity":"odd"}}}',
])('an answer that is no list of advisories says that nothing is known, not that there are none: %s', (output) => {
  const { sentence, isBad } = readAudit(output);
  expect([sentence.includes('nothing is known'), isBad]).toEqual([true, false]);
});
