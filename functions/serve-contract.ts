import { awsLog } from '../shared/aws/log.ts';
import { newId } from '../shared/aws/system.ts';
import { openApi } from '../shared/contract/openapi.ts';
import { GetContract, GetHealth } from '../shared/contract/operations/contract.ts';
import { reply } from '../shared/contract/reply.ts';
import { httpHandler } from '../shared/http/door.ts';
import { lambda } from '../shared/http/lambda.ts';
import { type DoorPorts, route } from '../shared/http/route.ts';
import { unrouted } from '../shared/http/unrouted.ts';

const contract = route(GetContract, async (_request, _ports: DoorPorts) =>
  reply(200, openApi(), { 'cache-control': 'public, max-age=300' }),
);

const health = route(GetHealth, async (_request, _ports: DoorPorts) => reply(200, { status: 'ok' }));

/** What the API is, whether it is alive, and what to say where there is nothing. */
export const serveContract = httpHandler<DoorPorts>([contract, health, unrouted]);

export const handler = lambda(serveContract, () => ({ newId, log: awsLog('serve-contract') }));
