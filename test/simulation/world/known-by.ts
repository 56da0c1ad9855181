/** What follows from a thing alone, found once for each: things are replaced, never changed, and asked for again and again. */
export const knownBy = <Thing extends object, Known extends NonNullable<unknown>>(
  of: (thing: Thing) => Known,
): ((thing: Thing) => Known) => {
  const known = new WeakMap<Thing, Known>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const found = of(thing);
    known.set(thing, found);
    return found;
  };
};
