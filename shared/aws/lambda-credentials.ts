/**
 * What the bundles hold in place of the SDK's chain of credential providers (`infra/bundling/bundle.ts`): Lambda gives them in the environment,
 * and nowhere else.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
