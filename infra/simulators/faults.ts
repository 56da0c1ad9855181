import * as v from 'valibot';

/** What a request is for. `quote` orders nothing and finds nothing: stock, price, a dry run, an open cart. */
export const CallKind = v.picklist(['submit', 'find', 'track', 'verify', 'quote']);
export type CallKind = v.InferOutput<typeof CallKind>;

/** Ways for a call to go wrong. */
export const FaultName = v.picklist([
  'reject-part',
  'reject-payment',
  'bad-credentials',
  'out-of-stock',
  'rate-limit',
  'server-error',
  'timeout-before',
  'timeout-after',
  'late',
  'garbage',
  'unrouted',
]);
export type FaultName = v.InferOutput<typeof FaultName>;

/** The faults that leave a caller in doubt whether its order was taken. */
export const leaveInDoubt: ReadonlySet<FaultName> = new Set<FaultName>([
  'server-error',
  'timeout-before',
  'timeout-after',
  'late',
  'garbage',
  'unrouted',
]);

/** Who answers `unrouted`, in whose voice: nothing of it says anything about what the distributor holds. */
export const UnroutedVoice = v.picklist([
  'gateway',
  'api-gateway',
  'framework',
  'html',
  'not-allowed',
  'not-implemented',
]);
export type UnroutedVoice = v.InferOutput<typeof UnroutedVoice>;

/** The next `times` calls of this kind go wrong in this way. */
export const Fault = v.strictObject({
  call: CallKind,
  fault: FaultName,
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)), 1),
  /** Of `unrouted` only; left out = the first. */
  as: v.optional(UnroutedVoice),
});
export type Fault = v.InferOutput<typeof Fault>;
