/**
 * What the bundles hold in place of the SDK's event streams (`infra/bundling/bundle.ts`). None of our services streams events; and since the SDK
 * loads them late, a bundler would keep, for their sake, all that they might need.
 */
const unused = (): never => {
  throw new Error('No service that is called here streams events.');
};

export { unused as EventStreamSerde, unused as eventStreamSerdeProvider };
