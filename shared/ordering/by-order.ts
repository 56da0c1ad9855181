/** How many orders are worked on side by side. */
const ordersAtOnce = 10;

/** Works on items of many orders: orders side by side, the items of each one after another, since each claim writes its order's row. */
export const byOrder = async <Item extends { readonly orderId: string }, Verdict>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Verdict>,
): Promise<readonly Verdict[]> => {
  // One iterator for all: whoever is done takes the next order.
  const orders = Map.groupBy(items.entries(), ([, { orderId }]) => orderId).values();
  const worker = async () => {
    const done: (readonly [index: number, verdict: Verdict])[] = [];
    for (const order of orders) for (const [index, item] of order) done.push([index, await work(item, index)]);
    return done;
  };
  const done = (await Promise.all(Array.from({ length: ordersAtOnce }, worker))).flat();
  return done.toSorted(([a], [b]) => a - b).map(([, verdict]) => verdict);
};
