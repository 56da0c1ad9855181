import * as v from 'valibot';

const names = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionConflictException',
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
  'KMSInternalException',
  'DependencyTimeoutException',
  'TimeoutError',
  'RequestTimeout',
  'NetworkingError',
  // Too many others write the same row at once.
  'Contended',
]);
const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Why DynamoDB cancels a transaction that may well succeed in a moment: nothing of it was done. */
const reasons = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded', 'TransactionConflict']);
const Cancelled = v.object({ CancellationReasons: v.array(v.object({ Code: v.optional(v.string()) })) });

const isThrottledTransaction = (error: Error): boolean =>
  v.is(Cancelled, error) && error.CancellationReasons.some(({ Code }) => Code !== undefined && reasons.has(Code));

/** Whether the same request may well succeed in a moment: a throttle, a time-out, a fault of AWS; not a fault of ours. */
export const isTransient = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (names.has(error.name) || isThrottledTransaction(error)) return true;
  if ('$retryable' in error && error.$retryable !== undefined) return true;
  if ('$fault' in error && error.$fault === 'server') return true;
  return 'code' in error && typeof error.code === 'string' && codes.has(error.code);
};
