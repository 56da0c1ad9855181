import type { Context } from 'hono';
import type { UnroutedVoice } from './faults.ts';

/** What answers in the distributor's place: it never saw the request, and takes no notice of it. */
const voices: Readonly<Record<UnroutedVoice, (c: Context) => Response>> = {
  gateway: (c) => c.json({ message: 'no Route matched with those values' }, 404),
  'api-gateway': (c) => c.json({ message: 'Not Found' }, 404),
  framework: (c) => c.json({ message: `The route ${c.req.path.slice(1)} could not be found.` }, 404),
  html: (c) => c.html('<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>', 404),
  'not-allowed': (c) => c.json({ message: 'Method Not Allowed' }, 405),
  'not-implemented': (c) => c.text('Not Implemented', 501),
};

export const unrouted = (c: Context, voice: UnroutedVoice): Response => voices[voice](c);
