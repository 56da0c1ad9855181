// Loaded together, since who looks for parcels also verifies stopped accounts: apart, all that both use would lie in files of its own.
export { track } from './track.ts';
export { verify } from './verify.ts';
