import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The webstore's own backend, as docs/embed-the-dialog.md shows it: it adds the key, which no browser ever sees. */
export const dropShipProxy = (serviceUrl: string, storeId: string, token: string) => {
  const allowed =
    /^\/drop-ship(\/orders\/[\w.-]+\/items\/[\w.-]+\/drop-ship(\/offer)?|\/purchase-orders\/[A-Z0-9-]+)(\?.*)?$/;
  return createServer((incoming, outgoing) => {
    // Here the webstore checks that a person is signed in who may order.
    const [, path, , query = ''] = allowed.exec(incoming.url ?? '') ?? [];
    if (path === undefined) {
      outgoing.writeHead(404).end();
      return;
    }
    // The dialog's own: by it a submit that the browser sends twice is answered the same.
    const key = incoming.headers['idempotency-key'] ?? [];
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': key,
    };
    const target = `${serviceUrl}/v1/stores/${storeId}${path}${query.startsWith('?') ? query : ''}`;
    const passed = request(target, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] ?? 'text/plain' });
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  });
};

export const portOf = (server: { address(): string | AddressInfo | null }): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  return address.port;
};
