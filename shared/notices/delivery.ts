/** A webhook to be delivered. */
export type Delivery = {
  readonly url: string;
  /** The notice's: the same at every try, so that the receiver can tell a repeat. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
  /** Every secret that lives, as the store knows them. */
  readonly secrets: readonly string[];
};

/** What came of it. `gone` = the receiver wants no more of it. `reason` names no URL. */
export type Delivered =
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'failed'; readonly reason: string };

/** Delivers webhooks, as a port. Never throws. */
export type Deliver = (delivery: Delivery) => Promise<Delivered>;
