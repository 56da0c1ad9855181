import * as v from 'valibot';
import { awsLog } from '../shared/aws/log.ts';
import { awsRowReader } from '../shared/aws/row-reader.ts';
import { systemClock } from '../shared/aws/system.ts';
import type { Clock, Log } from '../shared/domain/ports/ports.ts';
import type { RowReader } from '../shared/domain/ports/table.ts';
import { judgeToken } from '../shared/http/api-key.ts';
import { correlationOf } from '../shared/http/correlation.ts';
import type { Verdict } from '../shared/http/event.ts';
import { lambda } from '../shared/http/lambda.ts';

export type AuthorizeRequestPorts = { readonly table: RowReader; readonly clock: Clock; readonly log: Log };

const Asked = v.object({ headers: v.optional(v.record(v.string(), v.string()), {}) });

const bearer = /^bearer +(\S+)$/i;

/**
 * The authorizer of the HTTP API (payload 2.0, simple response). It lets every request pass and says what it found in the
 * context: the function answers 401 and 403 itself, as a problem. Throws when the table cannot be read.
 */
export const authorizeRequest =
  ({ table, clock, log }: AuthorizeRequestPorts) =>
  async (event: unknown): Promise<{ readonly isAuthorized: true; readonly context: Verdict }> => {
    const { headers } = v.parse(Asked, event);
    const [, token = ''] = bearer.exec(headers.authorization?.trim() ?? '') ?? [];
    const context = await judgeToken(table, token, clock.now());
    if (context.verdict !== 'ok') log.info('key-refused', { correlationId: correlationOf(event) });
    return { isAuthorized: true, context };
  };

export const handler = lambda(authorizeRequest, () => ({
  table: awsRowReader(),
  clock: systemClock,
  log: awsLog('authorize-request'),
}));
