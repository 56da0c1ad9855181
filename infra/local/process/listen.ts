import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Sentence } from '../../command/sentence.ts';

export type Listener = { readonly url: string; stop(): Promise<void> };

/** Listens on loopback and nowhere else. Port 0 = any free one. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listener> {
  const server = createServer(getRequestListener(fetch, { overrideGlobalObjects: false }));
  await listening(server, port);
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listening(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES')
      throw new Sentence(`Port ${port} may not be opened by this user: choose another with PORT=….`);
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Sentence(`Port ${port} is in use: stop what listens there, or choose another with PORT=….`);
  });
}
