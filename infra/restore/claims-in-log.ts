import * as v from 'valibot';
import { LoggedClaim } from '../../shared/domain/purchase-order/restored.ts';

const Line = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ message: v.picklist(['purchase-order-claimed', 'purchase-order-called']), ...LoggedClaim.entries }),
);

/** The claims that these log lines tell of, each purchase order once, the oldest first; every other line is passed over. */
export const claimsIn = (lines: readonly string[]): readonly LoggedClaim[] => {
  const claims = new Map<string, LoggedClaim>();
  for (const line of lines) {
    const read = v.safeParse(Line, line);
    if (!read.success) continue;
    const { message: _message, ...claim } = read.output;
    const name = `${claim.storeId} ${claim.poNumber}`;
    if (!claims.has(name)) claims.set(name, claim);
  }
  return [...claims.values()].toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
};

const Exported = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** The lines of a file: one a line, or a list of them in JSON, as `aws logs filter-log-events --query 'events[].message'` gives it. */
export const linesOf = (text: string): readonly string[] => {
  const exported = v.safeParse(Exported, text);
  return exported.success ? exported.output : text.split('\n');
};
