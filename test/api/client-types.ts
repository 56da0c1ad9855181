import { registerHooks } from 'node:module';
import { openApi } from '../../shared/contract/openapi/document.ts';

// The generator writes with TypeScript's own tree, which version 7 does not offer: this package holds an earlier one.
registerHooks({
  resolve: (name, context, next) => next(name === 'typescript' ? '@ts-morph/common/dist/typescript.js' : name, context),
});
const { astToString, default: generate } = await import('openapi-typescript');

/** The types of the contract as openapi-typescript makes them of the document, with its default settings. */
export const clientTypes = async (): Promise<string> =>
  `// Made from the OpenAPI document by openapi-typescript (npm run contract): do not edit.\n${astToString(await generate(JSON.stringify(openApi())))}`;

export const clientFile = 'shared/client/contract.d.ts';
