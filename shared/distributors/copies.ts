/** What tells an entry of a list from a copy of it: its number, what it holds, and its parcels. */
type Content = {
  readonly number: string | null;
  readonly holds: unknown;
  readonly parcels: readonly (string | null)[];
};

/**
 * The entries of a list without copies: one may stand on two pages, when the list grows between them, and tell of more parcels on the
 * second. Two of one number that have parcels of their own are two shipments.
 */
export const withoutCopies = <Entry>(
  entries: readonly Entry[],
  contentOf: (entry: Entry) => Content,
): readonly Entry[] => {
  const read = entries.map((entry) => {
    const { number, holds, parcels } = contentOf(entry);
    return { entry, alike: JSON.stringify([number, holds]), parcels: new Set(parcels.flatMap((one) => one ?? [])) };
  });
  return [...Map.groupBy(read, ({ alike }) => alike).values()].flatMap((alike) => {
    if (alike.length > mostCompared)
      return [...new Map(alike.map((one) => [[...one.parcels].join(), one.entry])).values()];
    return alike
      .filter(({ parcels }, at) => {
        const isCopyOf = (other: (typeof alike)[number], place: number): boolean =>
          place !== at &&
          (place > at || parcels.size < other.parcels.size) &&
          [...parcels].every((parcel) => other.parcels.has(parcel));
        return !alike.some(isCopyOf);
      })
      .map(({ entry }) => entry);
  });
};
/** Of more than so many that are alike, those with the same parcels alone are copies. */
const mostCompared = 100;
