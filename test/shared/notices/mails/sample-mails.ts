import { home } from '../../../../shared/contract/examples.ts';
import type { Mail } from '../../../../shared/notices/mailer.ts';
import { customerMail, notYetMailed } from '../../../../shared/notices/mails/customer-mail.ts';
import { storeMail } from '../../../../shared/notices/mails/store-mail.ts';
import { item, noticeRow, orderRow, poRow, shipments, storeRow, upsNumber } from '../world.ts';

const store = storeRow({
  brand: { color: '#0f766e', website: 'https://motohut.example/' },
  adminUrl: 'https://motohut.example/admin/orders/{orderId}',
});
const order = orderRow({
  displayNumber: 'MH-5200',
  items: [item('1', 'Brake pads'), item('2', 'Helmet, matte black')],
});
const pos = [
  poRow({
    quantity: 3,
    progress: 'partly',
    shipTo: home,
    shipments: shipments('1Z5R89390357567127', '986578788855').map((each) => ({ ...each, quantity: 1 })),
  }),
  poRow({ poNumber: 'PO-2', itemId: '2', shipTo: home, shipments: shipments(), progress: 'none' }),
];
const from = 'tracking@drop-ship.example';
const profile = {
  name: 'Parts Unlimited',
  contact: { name: 'Parts Unlimited', site: 'https://parts-unlimited.example' },
};
const whatToDo =
  'Looked up twice after it had settled, and not found. Ask the distributor whether it holds PO 5200-1, then resolve it.';

/** Somebody who writes as long as they can, without a blank. */
const endless = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4);

const mailed = (mail: Mail | string | null): Mail => {
  if (mail === null || typeof mail === 'string') throw new Error('There should be a mail.');
  return mail;
};

const customer = (mode: 'live' | 'test', title?: string) =>
  mailed(
    customerMail({
      store: title === undefined ? store : { ...store, name: title },
      order: title === undefined ? order : { ...order, items: [item('1', title), item('2', title)] },
      customer: { name: title ?? 'Ada Rider', email: 'ada@example.com' },
      mode,
      pos,
      telling: notYetMailed(pos, []),
      mailed: [],
      from,
    }),
  );

/** An order as large as the service takes it, all of it on its way. */
const largest = () => {
  const items = Array.from({ length: 200 }, (_, at) =>
    item(`${at}`, `Brake pads, sintered, for the front left caliper of a touring motorcycle, number ${at}`),
  );
  const shipped = items.map(({ itemId }) =>
    poRow({
      poNumber: `PO-${itemId}`,
      itemId,
      shipTo: home,
      progress: 'shipped',
      shipments: shipments(upsNumber(Number(itemId))),
    }),
  );
  return mailed(
    customerMail({
      store,
      order: { ...order, items },
      customer: { name: 'Ada Rider', email: 'ada@example.com' },
      mode: 'live',
      pos: shipped,
      telling: notYetMailed(shipped, []),
      mailed: [],
      from,
    }),
  );
};

/** Each kind of mail at its fullest: as they are checked and as they are pictured. */
export const sampleMails: readonly { readonly name: string; readonly mail: Mail }[] = [
  { name: 'customer', mail: customer('live') },
  { name: 'customer-test', mail: customer('test') },
  { name: 'customer-endless', mail: customer('live', endless) },
  { name: 'customer-largest', mail: largest() },
  {
    name: 'store',
    mail: mailed(
      storeMail({
        store,
        notice: noticeRow({ type: 'purchase_order.needs_person', poNumber: '5200-1', reason: whatToDo }),
        po: poRow({
          poNumber: '5200-1',
          shipTo: home,
          shipments: [],
          orderNumbers: [],
          attention: { reason: 'cannot-be-decided', since: '2026-11-23T08:00:00.000Z', whatToDo },
        }),
        order,
        profile,
        from,
      }),
    ),
  },
];
