import type { Context, MiddlewareHandler } from 'hono';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/** What a page of another site cannot send without asking the browser's leave first, which nothing here ever gives. */
const json = /^application\/json\s*(;|$)/i;

/**
 * Lets through what this machine's own pages and programs ask: the `Host` names this machine (a foreign name that was pointed at it
 * is refused), and whatever changes something says that it is JSON, which no foreign page may send.
 */
export const loopbackOnly: MiddlewareHandler = async (context, next) => {
  if (!loopback.test(context.req.header('host') ?? ''))
    return refused(context, 403, 'Forbidden', 'The local run answers to 127.0.0.1 and localhost only.');
  const changes = context.req.method === 'POST' || context.req.method === 'PUT';
  if (changes && !json.test(context.req.header('content-type') ?? ''))
    return refused(context, 415, 'Unsupported media type', 'Send content-type: application/json.');
  return next();
};

const refused = (context: Context, status: 403 | 415, title: string, detail: string): Response =>
  context.json({ title, status, detail }, status, { 'content-type': 'application/problem+json' });
