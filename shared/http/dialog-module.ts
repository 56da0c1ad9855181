import { createHash } from 'node:crypto';
import { GetDialogModule } from '../contract/operations/contract.ts';
import { reply } from '../contract/reply.ts';
import { type DoorPorts, type Route, route } from './route.ts';
import { methodNotAllowed, unrouted } from './unrouted.ts';

export type DialogModulePorts = DoorPorts & {
  /** The source of the `<drop-ship-dialog>` element, one ECMAScript module. */
  readonly dialogModule: () => Promise<string>;
};

const common = {
  'content-type': 'text/javascript; charset=utf-8',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
};

const hashOf = (source: string): string => createHash('sha256').update(source).digest('hex').slice(0, 16);

/** The dialog under its own name: asked for again after five minutes, and says under which name it never changes. */
export const currentDialog = route(GetDialogModule, async (_request, { dialogModule }: DialogModulePorts) => {
  const source = await dialogModule();
  const headers = { ...common, 'cache-control': 'public, max-age=300', 'content-location': pathOf(hashOf(source)) };
  return reply(200, source, headers);
});

const pathOf = (hash: string): string => `/v1/drop-ship-dialog-${hash}.js`;

/** What no route of API Gateway can say (a name inside a segment): the dialog of one hash, for ever; all else is not there. */
export const dialogOrUnrouted: Route<DialogModulePorts> = {
  key: '$default',
  answer: async (event, ports, time) => {
    if (event.rawPath.startsWith('/v1/drop-ship-dialog-')) {
      const source = await ports.dialogModule();
      if (event.rawPath === pathOf(hashOf(source))) {
        if (event.requestContext.http.method !== 'GET') throw methodNotAllowed(['GET']);
        return reply(200, source, { ...common, 'cache-control': 'public, max-age=31536000, immutable' });
      }
    }
    return unrouted.answer(event, ports, time);
  },
};
