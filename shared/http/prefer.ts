const usual = 20;
const most = 25;

/** How many seconds the caller would wait for an outcome (`Prefer: wait=20`, RFC 7240): 20 when it does not say, never more than 25. */
export const waitSeconds = (prefer: string | undefined): number => {
  for (const preference of (prefer ?? '').split(',')) {
    const [, seconds] = /^\s*wait\s*=\s*"?(\d{1,9})"?\s*(;.*)?$/i.exec(preference) ?? [];
    if (seconds !== undefined) return Math.min(most, Number(seconds));
  }
  return usual;
};
