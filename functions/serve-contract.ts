import { dialogModule } from '../shared/aws/dialog-module.ts';
import { awsLog } from '../shared/aws/log.ts';
import { newId, systemClock } from '../shared/aws/system.ts';
import { openApi } from '../shared/contract/openapi/document.ts';
import { GetContract, GetHealth } from '../shared/contract/operations/contract.ts';
import { reply } from '../shared/contract/reply.ts';
import { currentDialog, type DialogModulePorts, dialogOrUnrouted } from '../shared/http/dialog-module.ts';
import { httpHandler } from '../shared/http/door.ts';
import { lambda } from '../shared/http/lambda.ts';
import { type DoorPorts, route } from '../shared/http/route.ts';

const contract = route(GetContract, async (_request, _ports: DoorPorts) =>
  reply(200, openApi(), { 'cache-control': 'public, max-age=300' }),
);

const health = route(GetHealth, async (_request, _ports: DoorPorts) => reply(200, { status: 'ok' }));

/** What the API is, whether it is alive, and what to say where there is nothing. */
export const serveContract = httpHandler<DialogModulePorts>([contract, health, currentDialog, dialogOrUnrouted]);

export const handler = lambda(serveContract, () => ({
  newId,
  clock: systemClock,
  log: awsLog('serve-contract'),
  dialogModule,
}));
