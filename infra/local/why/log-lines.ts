import * as v from 'valibot';
import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import type { Entry } from './entry.ts';

const Value = v.nullish(v.union([v.string(), v.number(), v.boolean()]));

/** A line of a function's log, as far as it tells of a purchase order. */
const Line = v.looseObject({
  timestamp: v.string(),
  message: v.string(),
  function: v.optional(v.string(), ''),
  storeId: Value,
  poNumber: Value,
  pk: Value,
  correlationId: Value,
});
export type LogLine = v.InferOutput<typeof Line>;

const parsed = (text: string): LogLine | null => {
  const line = v.safeParse(v.pipe(v.string(), v.parseJson(), Line), text);
  return line.success ? line.output : null;
};

/** What is worth telling of a line, beside its event. */
const told = ['state', 'status', 'distributor', 'route', 'notice', 'found', 'tries', 'error', 'reason', 'received'];

const isAbout = (po: PurchaseOrderRow, line: LogLine): boolean =>
  (line.poNumber === po.poNumber && line.storeId === po.storeId) ||
  line.pk === po.pk ||
  (po.correlationId !== undefined && line.correlationId === po.correlationId);

/** The lines about this purchase order or about the request that submitted it. */
export const logEntries = (po: PurchaseOrderRow, lines: readonly LogLine[]): readonly Entry[] =>
  lines
    .filter((line) => isAbout(po, line))
    .map((line) => {
      const fields = new Map(Object.entries(line));
      const shown = told.flatMap((name) => {
        const value = v.safeParse(Value, fields.get(name));
        return value.success && value.output != null ? [`${name}=${value.output}`] : [];
      });
      return { at: line.timestamp, what: [`[${line.function}]`, line.message, ...shown].join(' ') };
    });

/** How many lines are kept: the newest. */
const mostLines = 3000;

/** Keeps what the functions log about purchase orders and requests. */
export const keptLines = () => {
  const lines: LogLine[] = [];
  return {
    lines,
    take(text: string): void {
      if (!/"(?:poNumber|pk|correlationId)"/.test(text)) return;
      const line = parsed(text);
      if (line !== null) lines.push(line);
      if (lines.length > mostLines) lines.splice(0, lines.length - mostLines);
    },
  };
};
