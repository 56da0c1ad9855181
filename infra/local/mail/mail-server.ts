import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mailServer from 'aws-ses-v2-local';
import { getStoreReadonly } from 'aws-ses-v2-local/dist/store.js';

export type MailServer = { readonly address: string; stop(): Promise<void> };

/** The stand-in's own page needs its script and styles; what a mail would load or send, it may not. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** How often what SES took is written down, where it is kept at all. */
const saveEvery = 500;

/** The SES stand-in, with an inbox page at its address. With `dataDir` its mails outlive it. */
export async function startMailServer(dataDir: string | undefined): Promise<MailServer> {
  const server = await mailServer.default({ host: '127.0.0.1', port: 0 });
  server.prependListener('request', (_, response) => response.setHeader('content-security-policy', policy));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const keep = dataDir === undefined ? () => undefined : keeper(join(dataDir, 'mail.json'));
  const timer = setInterval(keep, saveEvery);
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      clearInterval(timer);
      keep();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function keeper(file: string): () => void {
  const { emails } = getStoreReadonly();
  if (existsSync(file)) emails.push(...JSON.parse(readFileSync(file, 'utf8')));
  let kept = emails.length;
  return () => {
    if (emails.length === kept) return;
    kept = emails.length;
    writeFileSync(file, JSON.stringify(emails));
  };
}
