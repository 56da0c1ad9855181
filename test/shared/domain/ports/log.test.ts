import { expect, it } from 'vitest';
import { failure } from '../../../../shared/domain/ports/log.ts';

it('tells a library’s own code of an error: its class may have another name in a bundle', () => {
  const error = Object.assign(new Error('decryption operation failed'), { code: 'ERR_JWE_DECRYPTION_FAILED' });
  expect(failure(error)).toMatchObject({ error: 'Error', code: 'ERR_JWE_DECRYPTION_FAILED' });
});

it('tells no code where there is none, or it is no text, and not more of one than 100 characters', () => {
  expect(failure(new Error('x'))).not.toHaveProperty('code');
  expect(failure(Object.assign(new Error('x'), { code: 20 }))).not.toHaveProperty('code');
  expect(failure(Object.assign(new Error('x'), { code: 'A'.repeat(1000) })).code).toBe('A'.repeat(100));
});

it('does not repeat what was parsed, and of no error but its kind', () => {
  const error = new SyntaxError('Unexpected token in {"password":"secret"}');
  expect(JSON.stringify(failure(error))).not.toContain('secret');
  expect(failure('secret')).toEqual({ error: 'string' });
});
