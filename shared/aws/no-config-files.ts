/**
 * What the bundles hold in place of reading files late (`infra/bundling/bundle.ts`): the SDK looks for `~/.aws/config` and `credentials`, which
 * Lambda does not have, and to load what reads them takes longer than to look. To the SDK this is a file that is not there.
 */
export const readFile = async (): Promise<never> => {
  throw new Error('No file is read late here: the SDK’s configuration lies in the environment.');
};
