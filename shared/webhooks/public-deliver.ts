import type { Clock } from '../domain/ports/ports.ts';
import type { Deliver } from '../notices/delivery.ts';
import { deliver } from './deliver.ts';
import { guardedPost } from './guarded-post.ts';

/** Delivers to the public internet; `loopback`: to this machine as well. */
export const publicDeliver = (clock: Clock, loopback: boolean): Deliver =>
  deliver({ post: guardedPost({ loopback }), clock });
