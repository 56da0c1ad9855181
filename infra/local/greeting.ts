import { anOrder } from '../../shared/contract/examples.ts';
import type { Local } from './run.ts';

/** What a newcomer sees: where it is, whom it belongs to, and three commands that work as printed. */
export function greeting({ url, token, storeId, inbox, cloud, clock }: Local): string {
  // Month, day, hour and minute: a new order at every start, also where the old ones are kept.
  const orderId = new Date(clock.now()).toISOString().slice(5, 16).replaceAll(/\D/g, '');
  // What is null may be left out.
  const order = JSON.stringify(anOrder, (_, value) => value ?? undefined);
  const auth = `-H 'Authorization: Bearer ${token}'`;
  const json = "-H 'Content-Type: application/json'";
  const orders = `${url}/v1/stores/${storeId}/orders`;
  return `
Drop-ship runs at ${url}
  store   ${storeId} (Moto Hut), live with all four distributors
  token   ${token}

Tell it of an order, look at the Drop Ship dialog, place the order:

  curl -sS -X PUT ${auth} ${json} -d '${order}' ${orders}/${orderId}

  curl -sS ${auth} ${orders}/${orderId}/items/1/drop-ship

  curl -sS -X POST ${auth} ${json} -d '{"confirm":true}' ${orders}/${orderId}/items/1/drop-ship

See the mails        ${inbox} (a page), ${url}/_local/mail
See the distributors ${url}/_local/distributors/wps/orders
Table kept by ${cloud.engine}. Ctrl-C ends it all.
`;
}
