import { addressParser, decodeWords } from 'postal-mime';
import * as v from 'valibot';

const Store = v.object({
  emails: v.array(
    v.object({
      from: v.string(),
      replyTo: v.array(v.string()),
      destination: v.object({ to: v.array(v.string()) }),
      subject: v.string(),
      body: v.object({ html: v.optional(v.string()), text: v.optional(v.string()) }),
      /** Seconds since the epoch. */
      at: v.number(),
    }),
  ),
});

/** An e-mail that SES took. `to` and `replyTo` are bare addresses. */
export type Mail = {
  readonly to: readonly string[];
  readonly from: string;
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly at: string;
};

/** Every e-mail that the SES stand-in took, oldest first. */
export async function readMailbox(endpoint: string): Promise<readonly Mail[]> {
  const { emails } = v.parse(Store, await (await fetch(`${endpoint}/store`)).json());
  return emails.map(({ from, replyTo, destination, subject, body, at }) => ({
    to: destination.to.flatMap(bare),
    from: decodeWords(from),
    replyTo: replyTo.flatMap(bare),
    subject: decodeWords(subject),
    text: body.text ?? null,
    html: body.html ?? null,
    at: new Date(at * 1000).toISOString(),
  }));
}

/** The addresses in a header, without the names. */
const bare = (header: string): string[] =>
  addressParser(header, { flatten: true }).flatMap(({ address }) => (address ? [address] : []));
