import type { QuotePorts } from '../shared/accounts/quote.ts';
import { keyLimit } from '../shared/aws/environment.ts';
import { quotingDistributors } from '../shared/aws/late/distributors/quoting.ts';
import { askingPorts } from '../shared/aws/ordering-ports.ts';
import { GetOffer } from '../shared/contract/operations/drop-ships.ts';
import { notFound } from '../shared/contract/problem.ts';
import { reply } from '../shared/contract/reply.ts';
import { httpHandler } from '../shared/http/door.ts';
import { lambda } from '../shared/http/lambda.ts';
import { offerAnswer } from '../shared/http/offer-answer.ts';
import { type DoorPorts, route } from '../shared/http/route.ts';
import { offerFor } from '../shared/ordering/offer.ts';

export type FetchOfferPorts = DoorPorts & QuotePorts;

/** GET …/drop-ship/offer: stock and cost at the distributor, now. Apart from the dialog, which opens no credentials. */
const getOffer = route(GetOffer, async ({ storeId, orderId, itemId, query }, ports: FetchOfferPorts) => {
  const { distributor = null, partNumber = null } = query;
  const quoted = await offerFor(ports, { storeId, orderId, itemId }, { distributor, partNumber });
  if (quoted === undefined) throw notFound('There is no such item of an order.');
  return reply(200, offerAnswer(quoted));
});

export const fetchOffer = httpHandler<FetchOfferPorts>([getOffer]);

export const handler = lambda(fetchOffer, () => ({
  ...askingPorts('fetch-offer', quotingDistributors()),
  rateLimit: keyLimit(),
}));
