type Response = object;
type Responses = Readonly<Record<string, Response>>;

/** The name of a response that many operations share: its status, and what it says. */
const nameOf = (status: string, count: number): string => `Answer${status}${count === 0 ? '' : `-${count + 1}`}`;

/** Responses that are the same in several operations, to be referred to by name: the document is a third as long. */
export const sharedResponses = (all: readonly Responses[]) => {
  const counts = new Map<string, number>();
  for (const [, response] of all.flatMap((each) => Object.entries(each))) {
    const text = JSON.stringify(response);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const names = new Map<string, string>();
  const components = new Map<string, Response>();
  const named = new Map<string, number>();
  const shared = (status: string, response: Response): Response => {
    const text = JSON.stringify(response);
    if ((counts.get(text) ?? 0) < 2) return response;
    const known = names.get(text);
    if (known !== undefined) return { $ref: `#/components/responses/${known}` };
    const count = named.get(status) ?? 0;
    const name = nameOf(status, count);
    named.set(status, count + 1);
    names.set(text, name);
    components.set(name, response);
    return { $ref: `#/components/responses/${name}` };
  };
  const responses = all.map((each) =>
    Object.fromEntries(Object.entries(each).map(([status, response]) => [status, shared(status, response)])),
  );
  return { responses, components: Object.fromEntries(components) };
};
