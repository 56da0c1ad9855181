import type { AskingPorts } from '../ordering/ports.ts';

/** What looking for parcels needs of the world. */
export type TrackingPorts = AskingPorts<'track' | 'verify'>;
