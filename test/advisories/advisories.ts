import * as v from 'valibot';

const Severity = v.picklist(['info', 'low', 'moderate', 'high', 'critical']);
const Answered = v.object({
  vulnerabilities: v.record(v.string(), v.object({ severity: Severity })),
});

/** What there is to say, and whether it may stay so. */
export type Finding = { readonly sentence: string; readonly isBad: boolean };

/** Reads what `npm audit --json` wrote; anything but a list of advisories means that nothing is known. */
export const readAudit = (output: string): Finding => {
  const answered = v.safeParse(Answered, jsonIn(output));
  if (!answered.success)
    return {
      sentence:
        'Advisories: npm audit did not answer here, so nothing is known of advisories. Ask where the registry answers it.',
      isBad: false,
    };
  const found = Object.entries(answered.output.vulnerabilities);
  const grave = found.filter(([, { severity }]) => severity === 'high' || severity === 'critical');
  if (grave.length > 0)
    return {
      sentence: `Advisories: ${grave.map(([name, { severity }]) => `${name} (${severity})`).join(', ')}. See npm audit --omit=dev.`,
      isBad: true,
    };
  const others =
    found.length === 0 ? 'none is known' : `${found.length} below high: ${found.map(([name]) => name).join(', ')}`;
  return { sentence: `Advisories of what is deployed: ${others}.`, isBad: false };
};

const jsonIn = (output: string): unknown => {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
};
