import { anOrder } from '../../shared/contract/examples.ts';
import type { Local } from './run.ts';

const width = 80;
const indent = '  ';

/** What a newcomer sees, in one screen of a terminal: three commands that work as printed, and last the address to open. */
export function greeting({ url, token, storeId, inbox, cloud, clock }: Local, seconds: string): string {
  // Month, day, hour and minute: a new order at every start, also where the old ones are kept.
  const orderId = new Date(clock.now()).toISOString().slice(5, 16).replaceAll(/\D/g, '');
  return `
Ready after ${seconds} s, with the store "${storeId}" and four simulated distributors.
Paste this to enter an order, look at the Drop Ship dialog and place it:

  T=${token}
  O=${url}/v1/stores/${storeId}/orders/${orderId}
  A="Authorization: Bearer $T"; J='Content-Type: application/json'
  curl -sS -X PUT -H "$A" -H "$J" $O -d '
${orderLines().join('\n')}'
  curl -sS -H "$A" $O/items/1/drop-ship
  curl -sS -H "$A" -H "$J" $O/items/1/drop-ship -d '{"confirm":true}'

What WPS holds: ${url}/_local/distributors/wps/orders
Mails: ${inbox}. Table kept by ${cloud.engine}. Ctrl-C stops it all.
Open ${url}`;
}

/** The example order as JSON, broken into lines between its members. */
function orderLines(): readonly string[] {
  // What is null may be left out.
  const members = JSON.stringify(anOrder, (_, value) => value ?? undefined, 1).split('\n');
  const lines: string[] = [];
  for (const member of members.map((line) => line.trim())) {
    const last = lines.at(-1);
    if (last === undefined || last.length + member.length >= width) lines.push(indent + member);
    else lines[lines.length - 1] = last + member;
  }
  return lines;
}
