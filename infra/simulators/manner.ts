import type { Context } from 'hono';
import type { Refusal } from './parts.ts';

/** Who asks. `account` may be shown, `secret` may not. */
type Caller = { readonly account: string; readonly secret: string };

/** How a distributor words what all of them have to say. */
export type Manner = {
  /** The caller, or null when the request does not say who it is. */
  readonly caller: (c: Context) => Caller | null;
  /** Quotes the secret that it was given. */
  readonly unauthorized: (c: Context, secret: string) => Response;
  readonly rateLimited: (c: Context) => Response;
  readonly serverError: (c: Context) => Response;
  readonly refused: (c: Context, refusal: Refusal, partNumber: string) => Response;
};
