/**
 * What the bundles hold in place of the SDK's search for an endpoint (`infra/bundling/bundle.ts`), which it makes only when told to. Ours is
 * the region's, and a cache of endpoints would be loaded by every function for nothing.
 */
const unset = (): undefined => undefined;

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: unset,
  configFileSelector: unset,
  default: false,
};

export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config;
