/** `purchase_order.accepted` as `PurchaseOrderAccepted`: what its schema is called in the document. */
export const eventName = (type: string): string =>
  type.replaceAll(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase());
