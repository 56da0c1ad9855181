import { Sentence } from './sentence.ts';

/** What an AWS client knows of where it asks, and as whom. */
type Client = { readonly config: { credentials(): Promise<unknown>; region(): Promise<unknown> } };

/** Throws the sentence that says what is missing where AWS cannot be asked from here, as far as this machine knows. */
export async function mustReachAws({ config }: Client): Promise<void> {
  const known = await Promise.allSettled([config.credentials(), config.region()]);
  if (known.every(({ status }) => status === 'fulfilled')) return;
  throw new Sentence(
    'AWS cannot be reached from here: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_REGION, of the account and region that the stage lives in.',
  );
}
