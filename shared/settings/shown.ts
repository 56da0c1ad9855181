const hidden = '••••';
/** Of a shorter secret the last four characters would tell too much. */
const longEnough = 16;

/** What may be shown of each credential that is not empty: never the credential. */
export const shownOf = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value.length >= longEnough ? hidden + value.slice(-4) : hidden,
    ]),
  );
