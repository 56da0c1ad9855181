/** What the bundles hold in place of base64 in JavaScript (`infra/bundling/bundle.ts`), as the secrets of webhooks are: Node has its own. */
export const decode = (text: string): Uint8Array => Buffer.from(text, 'base64');

export const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
