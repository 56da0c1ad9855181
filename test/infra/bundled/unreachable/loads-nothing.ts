import { used } from '../late.ts';

export const handler = used;
