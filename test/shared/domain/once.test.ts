import { expect, it } from 'vitest';
import { once } from '../../../shared/domain/once.ts';

it('what is loaded late is loaded once, however many ask at the same time', async () => {
  let loads = 0;
  const late = once(async () => {
    loads += 1;
    return 'loaded';
  });
  expect(await Promise.all([late(), late()])).toEqual(['loaded', 'loaded']);
  expect(await late()).toBe('loaded');
  expect(loads).toBe(1);
});

it('what could not be loaded is tried again: an instance is not without it for ever', async () => {
  let loads = 0;
  const late = once(async () => {
    loads += 1;
    if (loads === 1) throw new Error('EMFILE: too many open files');
    return 'loaded';
  });
  expect(await Promise.allSettled([late(), late()])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(await late()).toBe('loaded');
  expect(loads).toBe(2);
});
