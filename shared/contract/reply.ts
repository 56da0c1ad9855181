/** An answer that went well. */
export type Reply<Status extends number, Body> = {
  readonly status: Status;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string>>;
};

/** An answer with this body as JSON; `undefined` = without a body. */
export const reply = <const Status extends number, const Body = undefined>(
  status: Status,
  body: Body,
  headers: Readonly<Record<string, string>> = {},
): Reply<Status, Body> => ({ status, body, headers });
