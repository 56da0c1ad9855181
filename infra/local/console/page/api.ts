import * as v from 'valibot';

/** The answers, as far as the console shows them; everything else in them is the contract's. */
const Text = v.nullable(v.string());
const Shipment = v.object({ carrier: Text, trackingNumber: v.string(), trackingUrl: Text });
export const PurchaseOrder = v.object({
  poNumber: v.string(),
  storeId: v.string(),
  orderId: v.string(),
  itemId: v.string(),
  mode: v.string(),
  distributor: v.string(),
  status: v.string(),
  attention: v.nullable(v.object({ whatToDo: v.string() })),
  distributorOrderNumbers: v.array(v.string()),
  trackUntil: Text,
  shipments: v.array(Shipment),
});
export type PurchaseOrder = v.InferOutput<typeof PurchaseOrder>;

const Step = v.object({ at: v.string(), text: v.string(), by: v.string(), poNumber: Text });
export type Step = v.InferOutput<typeof Step>;
export const Timeline = v.object({ items: v.array(Step) });

export const Order = v.object({
  orderId: v.string(),
  items: v.array(
    v.object({
      itemId: v.string(),
      title: v.string(),
      quantity: v.number(),
      purchaseOrder: v.nullable(PurchaseOrder),
      testPurchaseOrder: v.nullish(PurchaseOrder),
    }),
  ),
});
export type Order = v.InferOutput<typeof Order>;
export const Orders = v.object({ items: v.array(Order) });

export const PurchaseOrders = v.object({ items: v.array(PurchaseOrder) });

const HeldOrder = v.object({
  poNumber: v.string(),
  orderNumber: v.string(),
  mode: v.string(),
  lines: v.array(v.object({ partNumber: v.string(), quantity: v.number() })),
  shipments: v.array(v.object({ carrier: v.string(), trackingNumber: v.string() })),
});
export const Held = v.array(HeldOrder);
export type HeldOrder = v.InferOutput<typeof HeldOrder>;

export const Mails = v.array(
  v.object({ to: v.array(v.string()), from: v.string(), subject: v.string(), text: Text, at: v.string() }),
);
export type Mail = v.InferOutput<typeof Mails>[number];

export const Webhooks = v.array(
  v.object({
    verified: v.boolean(),
    body: v.object({
      type: v.string(),
      timestamp: v.string(),
      data: v.looseObject({
        poNumber: v.optional(Text),
        purchaseOrder: v.nullish(v.object({ poNumber: v.string() })),
        rejection: v.nullish(v.object({ poNumber: v.string() })),
      }),
    }),
  }),
);
export type Webhook = v.InferOutput<typeof Webhooks>[number];

export const Distributors = v.array(
  v.object({
    distributor: v.string(),
    name: v.string(),
    configured: v.boolean(),
    mode: v.string(),
    capabilities: v.object({ status: v.string(), testMode: v.boolean() }),
    stopped: v.nullable(v.object({ message: v.string() })),
    pausedUntil: Text,
  }),
);
export type Distributor = v.InferOutput<typeof Distributors>[number];

const Graph = v.object({
  title: v.string(),
  total: v.nullable(v.number()),
  points: v.array(v.object({ at: v.string(), value: v.number() })),
});
export const GraphRows = v.array(v.object({ title: v.string(), graphs: v.array(Graph) }));
export type GraphRow = v.InferOutput<typeof GraphRows>[number];

export const Hello = v.object({ token: v.string(), now: v.string() });
export const Opened = v.object({ storeId: v.string() });
export const Nothing = v.unknown();

const Problem = v.object({
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  distributorMessage: v.optional(v.string()),
});

/** A no, in words; the distributor's own, where it was its no. */
export class Refused extends Error {
  readonly distributorMessage: string | null;
  constructor(words: string, distributorMessage: string | null = null) {
    super(words);
    this.distributorMessage = distributorMessage;
  }
}

let token = '';

/** The key that the local run hands out on this machine. */
export const useToken = (given: string): void => {
  token = given;
};

/** Asks this origin's JSON API; throws what it says when it says no. */
export const ask = async <S extends v.GenericSchema>(
  schema: S,
  method: string,
  path: string,
  body?: object,
  more: Readonly<Record<string, string>> = {},
): Promise<v.InferOutput<S>> => {
  const headers = {
    ...more,
    authorization: `Bearer ${token}`,
    ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
  };
  const answer = await fetch(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }).catch(() => {
    throw new Refused('The local run does not answer: does `npm start` still run?');
  });
  const given: unknown = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (answer.ok) return v.parse(schema, given);
  const problem = v.safeParse(Problem, given);
  const { distributorMessage, detail, title } = problem.success ? problem.output : {};
  throw new Refused(detail ?? title ?? `${method} ${path} answered ${answer.status}.`, distributorMessage ?? null);
};

export const get = <S extends v.GenericSchema>(schema: S, path: string): Promise<v.InferOutput<S>> =>
  ask(schema, 'GET', path);
