import { Server } from 'node:net';

/** fauxqs listens on 0.0.0.0 whatever one tells it: from here on, nothing in this thread listens beyond this machine. */
export function keepToLoopback(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = new Proxy(listen, {
    apply(target, server, given: unknown[]) {
      const [first, ...rest] = given;
      const narrowed = typeof first === 'object' && first !== null ? { ...first, host: '127.0.0.1' } : first;
      return Reflect.apply(target, server, [narrowed, ...rest]);
    },
  });
}
