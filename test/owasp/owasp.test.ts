import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sabotages } from './sabotages.ts';

const page = readFileSync('docs/owasp-api-security.md', 'utf8');
/** The part of the page about this risk. */
const partOf = (risk: number): string => page.split(/^## /m).find((part) => part.startsWith(`API${risk} `)) ?? '';

describe('the protections against the OWASP API Security Top 10', () => {
  it('are of all ten', () => {
    expect([...new Set(sabotages.map(({ risk }) => risk))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each(sabotages)(
    'API$risk: $protection: stands in the source, and in the page with the test that fails without it',
    ({ risk, protection, file, find, replace, test }) => {
      expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
      expect(replace).not.toBe(find);
      expect(existsSync(test)).toBe(true);
      const line = partOf(risk)
        .split('\n')
        .find((each) => each.toLowerCase().includes(protection.toLowerCase()));
      expect(line).toContain(`\`${test}\``);
    },
  );
});
