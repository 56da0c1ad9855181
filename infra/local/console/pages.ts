import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'page');

/** What the page may do: only what this origin serves, no script or style inside the page, no frame of another's. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A mail is looked at, and its links may be opened; nothing in it ever runs or loads anything. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

export const htmlPage = async (): Promise<Response> =>
  new Response(await readFile(join(folder, 'index.html'), 'utf8'), {
    headers: { ...always, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy },
  });

export const styleSheet = async (): Promise<Response> =>
  new Response(await readFile(join(folder, 'console.css'), 'utf8'), {
    headers: { ...always, 'content-type': 'text/css; charset=utf-8' },
  });

let built: Promise<string> | undefined;

/** The page's script as one module, bundled when it is first asked for. */
export const script = async (): Promise<Response> => {
  built ??= bundle();
  return new Response(await built, { headers: { ...always, 'content-type': 'text/javascript; charset=utf-8' } });
};

async function bundle(): Promise<string> {
  // Loaded when somebody opens the console: the start stays as quick as it is.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'console.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** Mail programs choose by the system; whoever looks at a mail here chooses by hand. */
const darkRules = '@media (prefers-color-scheme: dark)';

export const mailPage = (html: string, scheme: 'light' | 'dark'): Response =>
  new Response(
    html
      .replaceAll(darkRules, scheme === 'dark' ? '@media all' : '@media not all')
      .replace('color-scheme: light dark;', `color-scheme: ${scheme};`),
    { headers: { ...always, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': mailPolicy } },
  );
