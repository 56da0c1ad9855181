import { createMiddleware } from 'hono/factory';

/** Whatever a browser makes of an answer that names no policy of its own: it runs, loads and frames nothing. */
export const strictPolicy = createMiddleware(async (context, next) => {
  await next();
  if (context.res.headers.has('content-security-policy')) return;
  context.header(
    'content-security-policy',
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  context.header('x-content-type-options', 'nosniff');
});
