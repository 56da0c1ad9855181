/** A webhook to be delivered. */
export type Delivery = {
  readonly url: string;
  /** The notice's: the same at every try, so that the receiver can tell a repeat. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
  /** The request that began what it tells of. */
  readonly correlationId?: string | undefined;
  /** Every secret that lives, as the store knows them. */
  readonly secrets: readonly string[];
};

/**
 * What came of it. `gone` = the receiver wants no more of it. `reason` names no URL; `status` is null where there was no answer;
 * `retryAfterSeconds` is what the receiver asks for, however long.
 */
export type Delivered =
  | { readonly outcome: 'delivered'; readonly status: number }
  | { readonly outcome: 'gone'; readonly status: number }
  | {
      readonly outcome: 'failed';
      readonly status: number | null;
      readonly reason: string;
      readonly retryAfterSeconds?: number;
    };

/** Delivers webhooks, as a port. Never throws. */
export type Deliver = (delivery: Delivery) => Promise<Delivered>;
