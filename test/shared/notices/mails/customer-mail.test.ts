import { describe, expect, it } from 'vitest';
import { home } from '../../../../shared/contract/examples.ts';
import type { PurchaseOrderRow } from '../../../../shared/domain/purchase-order/purchase-order.ts';
import { type CustomerNews, customerMail, notYetMailed } from '../../../../shared/notices/mails/customer-mail.ts';
import { item, monday, orderRow, poRow, shipments, storeRow, upsNumber } from '../world.ts';

type Said = Partial<Omit<CustomerNews, 'telling'>>;

const mailOf = ({ pos = [poRow()], mailed = [], ...said }: Said = {}) => {
  const news = {
    store: storeRow(),
    order: orderRow(),
    customer: { name: 'Ada Rider', email: 'ada@example.com' },
    mode: 'live' as const,
  };
  const mail = customerMail({
    ...news,
    from: 'tracking@drop-ship.example',
    ...said,
    pos,
    mailed,
    telling: notYetMailed(pos, mailed),
  });
  if (mail === null) throw new Error('There should be a mail.');
  return mail;
};

/** Text as a mail program shows it: `&amp;` and the like as what they mean. */
const read = (html: string): string =>
  html.replace(
    /&(amp|lt|gt|quot|#39|times|nbsp|middot);/g,
    (_, name) =>
      ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", times: '×', nbsp: ' ', middot: '·' })[name as 'amp'],
  );
const links = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => read(url ?? ''));
/** The markup without what is said in it. */
const skeleton = (html: string): readonly string[] =>
  html.replace(/<style>[\s\S]*<\/style>/, '').match(/<[^>]*>/g) ?? [];
/** Whatever a mail program would make a link of by itself. */
const autolinks = (text: string): readonly string[] =>
  text.match(/\w+:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|[\w-]+[.。．](com|example|net|org)\b/gi) ?? [];

const ups = 'https://www.ups.com/track?tracknum=1Z5R89390357567127';

describe('the mail of one parcel', () => {
  const mail = mailOf();

  it('comes from the platform under the store’s name, and is answered to the store', () => {
    expect(mail).toMatchObject({
      from: '"Moto Hut" <tracking@drop-ship.example>',
      to: 'ada@example.com',
      replyTo: 'service@motohut.example',
      subject: 'Your order 1001 has shipped',
    });
  });

  it('says in both forms whose, what, by whom and under which number', () => {
    for (const form of [mail.text, read(mail.html)]) {
      for (const words of [
        'Moto Hut',
        'Hello Ada Rider,',
        'Oil filter',
        'UPS',
        '1Z5R89390357567127',
        'service@motohut.example',
      ]) {
        expect(form).toContain(words);
      }
      expect(form).not.toMatch(/undefined|null|NaN|\[object/);
      expect(form).not.toContain('Still to come');
    }
  });

  it('links to the carrier’s page and to the store’s service address, and nowhere else', () => {
    expect(links(mail.html)).toEqual([ups, ups, 'mailto:service@motohut.example']);
    expect(autolinks(mail.text)).toEqual([ups, 'service@motohut.example']);
  });

  it('hides nothing', () => {
    expect(mail.html).not.toMatch(/display:\s*none|visibility|clip|opacity|mso-hide|font-size:\s*[01](px)?[;"]/);
  });

  it('loads nothing from anywhere', () => {
    expect(mail.html).not.toMatch(/<img|<script|<link|<iframe|<form|url\(|@import|\son\w+=/i);
  });

  it('is readable with a screen reader, on a phone and in the dark', () => {
    expect(mail.html).toContain('<html lang="en">');
    expect(mail.html.match(/<h1/g)).toHaveLength(1);
    expect(mail.html).toContain('prefers-color-scheme: dark');
    expect(mail.html).toContain('width=device-width');
    expect(
      skeleton(mail.html)
        .filter((tag) => tag.startsWith('<table'))
        .every((tag) => tag.includes('role="presentation"')),
    ).toBe(true);
  });

  it('as text, reads as it should', () => {
    expect(mail.text).toBe(`Moto Hut

Your order 1001 has shipped

Hello Ada Rider,

Good news: your parcel is on its way to you. You can follow it by its tracking number.

Oil filter × 1

  UPS: 1Z5R89390357567127
  ${ups}

Questions? Just reply to this e-mail or write to service@motohut.example.
Sent on behalf of Moto Hut.
`);
  });
});

describe('the mail', () => {
  it('shows a number without a link when nobody knows the carrier', () => {
    const mail = mailOf({ pos: [poRow({ shipments: shipments('PRO 4451 22') })] });
    expect(mail.text).toContain('Tracking number: PRO 4451 22');
    expect(links(mail.html)).toEqual(['mailto:service@motohut.example']);
  });

  it('cuts a number of more than sixty characters', () => {
    const long = shipments('1Z5R89390357567127').map((each) => ({ ...each, trackingNumber: 'X'.repeat(61) }));
    const { text } = mailOf({ pos: [poRow({ shipments: long })] });
    expect(text).toContain('X'.repeat(59));
    expect(text).not.toContain('X'.repeat(61));
  });

  it.each([
    ['that was cancelled', { order: orderRow({ status: 'Cancelled' }) }],
    [
      'that a person has to look into',
      {
        pos: [
          poRow({ attention: { reason: 'order-cancelled', since: '2026-11-23T08:00:00.000Z', whatToDo: 'Call.' } }),
        ],
      },
    ],
  ] as const)('tells of a parcel of an order %s in neutral words', (_, news) => {
    const mail = mailOf(news);
    expect(mail.text).toContain('A parcel was sent to you. You can follow it by its tracking number.');
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/good news/i);
    expect(mail.text).toContain('1Z5R89390357567127');
  });

  it('says that more will follow when only a part has shipped', () => {
    const parts = { quantity: 3, progress: 'partly' } as const;
    const mail = mailOf({
      pos: [poRow({ ...parts, shipments: shipments('1Z5R89390357567127').map((each) => ({ ...each, quantity: 2 })) })],
    });
    expect(mail.subject).toBe('Part of your order 1001 has shipped');
    expect(mail.text).toContain('(2 of 3)');
    expect(mail.text).toContain('Still to come:\n  Oil filter × 1\n');
    expect(read(mail.html)).toContain('2 of 3 in this parcel');
    expect(mailOf({ pos: [poRow({ ...parts, tracking: 'stopped' })] }).text).not.toContain('Still to come');
  });

  it('promises nothing where no quantity was told', () => {
    const parts = { quantity: 2, progress: 'partly' } as const;
    const [first, second] = ['1Z5R89390357567127', '1Z879E930346834440'];
    const mail = mailOf({ pos: [poRow({ ...parts, shipments: shipments(first) })] });
    expect(mail.subject).toBe('A parcel of your order 1001 is on its way');
    for (const form of [mail.text, mail.html]) expect(form).not.toMatch(/Part of|Still to come|has shipped/);
    expect(mailOf({ pos: [poRow({ ...parts, shipments: shipments(first, second) })] }).subject).toBe(
      'Parcels of your order 1001 are on their way',
    );
  });

  it('says what else is ordered and not found yet, but not of what was cancelled or stopped', () => {
    const order = orderRow({ items: [item('1', 'Oil filter'), item('2', 'Helmet')] });
    const helmet = { poNumber: 'PO-2', itemId: '2', quantity: 2, shipments: shipments(), progress: 'none' as const };
    const mail = mailOf({ order, pos: [poRow(), poRow(helmet)] });
    expect(mail.subject).toBe('Part of your order 1001 has shipped');
    expect(mail.text).toContain('Still to come:\n  Helmet × 2\n');
    expect(read(mail.html)).toMatch(/Still to come<\/h2>\s*<p[^>]*><bdi>Helmet<\/bdi>/);
    const stopped = mailOf({ order, pos: [poRow(), poRow({ ...helmet, tracking: 'stopped' })] });
    const cancelled = mailOf({ order: { ...order, status: 'Cancelled' }, pos: [poRow(), poRow(helmet)] });
    for (const { text } of [stopped, cancelled]) expect(text).not.toContain('Still to come');
  });

  it('says where it goes in 160 characters at the most', () => {
    const place = ', Boise, ID';
    const to = (length: number) => 'A'.repeat(length - place.length) + place;
    const said = (length: number) => {
      const name = 'A'.repeat(length - place.length);
      return mailOf({ pos: [poRow({ shipTo: { ...home, name, city: 'Boise', state: 'ID' } })] }).text;
    };
    expect(said(160)).toContain(to(160));
    expect(said(161)).toContain(`${to(161).slice(0, 159)}…`);
  });

  it('says where it goes by name, city and state, and not the street', () => {
    const shipTo = { ...home, line1: '1 Main St', company: 'Secret Garage', phone: '208 555 0100' };
    const mail = mailOf({ pos: [poRow({ shipTo })] });
    expect(mail.text).toContain('Where it goes:\n  Ada Rider, Boise, ID\n');
    expect(mail.html).toContain('<bdi>Ada Rider, Boise, ID</bdi>');
    for (const form of [mail.text, mail.html]) expect(form).not.toMatch(/Main St|83702|Secret|555/);
    const other = poRow({ poNumber: 'PO-2', shipTo: { ...shipTo, city: 'Moab', state: 'UT' } });
    expect(mailOf({ pos: [poRow({ shipTo }), poRow({ shipTo, poNumber: 'PO-3' }), other] }).text).toContain(
      'Where it goes:\n  Ada Rider, Boise, ID\n  Ada Rider, Moab, UT\n\n',
    );
  });

  it('of more parcels than twenty tells each in a line, its number still a link', () => {
    const numbers = Array.from({ length: 21 }, (_, at) => upsNumber(at));
    const parcels = shipments(...numbers).map((each) => ({ ...each, quantity: 1 }));
    const pos = [poRow({ quantity: 21, progress: 'shipped', shipments: parcels })];
    const { html, text } = mailOf({ pos });
    for (const number of numbers) {
      expect(links(html)).toContain(`https://www.ups.com/track?tracknum=${number}`);
      expect(read(html)).toMatch(new RegExp(`UPS <a [^>]*><bdi>${number}</bdi></a> · 1 of 21`));
      expect(text).toContain(`UPS: ${number} (1 of 21)`);
    }
    expect(html).not.toContain('Track this parcel');
    const few = mailOf({ pos: [poRow({ quantity: 21, progress: 'shipped', shipments: parcels.slice(1) })] });
    expect(few.html.match(/Track this parcel/g)).toHaveLength(20);
    const corrected = parcels.map((each) => ({ ...each, corrects: `9${each.trackingNumber}` }));
    const mailed = corrected.map(({ corrects }) => `${pos[0]?.poNumber}/${corrects}`);
    const correction = mailOf({ pos: [poRow({ quantity: 21, shipments: corrected })], mailed });
    expect(correction.html.match(/Corrected number\. It replaces/g)).toHaveLength(21);
  });

  it('calls the order as people do', () => {
    expect(mailOf({ order: orderRow({ displayNumber: '#MH-77' }) }).subject).toBe('Your order #MH-77 has shipped');
  });

  it('wears the store’s colour and leads to its website', () => {
    const mail = mailOf({ store: storeRow({ brand: { color: '#0F766E', website: 'https://motohut.example/' } }) });
    expect(mail.html.match(/bgcolor="#0F766E"/g)).toHaveLength(2);
    expect(links(mail.html)).toEqual(['https://motohut.example/', ups, ups, 'mailto:service@motohut.example']);
    expect(mail.text).toContain('\nhttps://motohut.example/\n');
  });

  it.each([
    ['#FACC15', '#111418', '#1d4ed8', '#6b7684'],
    ['#ffffff', '#111418', '#1d4ed8', '#6b7684'],
    ['#0f766e', '#ffffff', '#0f766e', '#0f766e'],
    ['#000000', '#ffffff', '#000000', '#000000'],
    ['#0a0a0a', '#ffffff', '#0a0a0a', '#0a0a0a'],
    ['red;}</style><script>', '#ffffff', '#1d4ed8', '#1d4ed8'],
  ])('can be read, and its button seen, whatever the store’s colour is: %s', (color, ink, link, edge) => {
    const { html } = mailOf({ store: storeRow({ brand: { color, website: 'javascript:alert(1)' } }) });
    expect(html).toContain(`font-weight:600;color:${ink};text-decoration:none;">Track this parcel</a>`);
    expect(html).toContain(`href="${ups}" style="color:${link};"><bdi>`);
    expect(html).toMatch(new RegExp(`<td class="button"[^>]*;border:1px solid ${edge};`));
    expect(html).not.toMatch(/<script|javascript:/);
  });

  it('shows the carrier that was told', () => {
    const pos = [
      poRow({ shipments: shipments('07209562763').map((each) => ({ ...each, carrier: 'Saia LTL Freight' })) }),
    ];
    expect(mailOf({ pos }).text).toContain('Saia LTL Freight: 07209562763');
  });

  it('tells a number anew that is right after all', () => {
    const again = shipments('1Z5R89390357567127').map((each) => ({ ...each, corrects: 'OLD-1', retold: 1 }));
    const told = mailOf({ pos: [poRow({ shipments: again })], mailed: ['PO-1/1Z5R89390357567127', 'PO-1/OLD-1'] });
    expect(told.subject).toBe('Corrected tracking number for your order 1001');
    expect(told.text).toContain('It replaces OLD-1');
  });

  it('does not say that the order has shipped while another item has not', () => {
    const order = orderRow({ items: [item('1', 'Oil filter'), item('2', 'Helmet')] });
    expect(mailOf({ order }).subject).toBe('Part of your order 1001 has shipped');
    const gone = orderRow({ items: [item('1', 'Oil filter'), { ...item('2', 'Helmet'), removed: true }] });
    expect(mailOf({ order: gone }).subject).toBe('Your order 1001 has shipped');
  });

  it('speaks of another parcel when there was one before', () => {
    const pos = [poRow({ shipments: shipments('1Z5R89390357567127', '986578788855', 'PRO-1') })];
    expect(mailOf({ pos, mailed: ['PO-1/1Z5R89390357567127'] }).subject).toBe(
      'More parcels of your order 1001 are on their way',
    );
    expect(mailOf({ pos, mailed: ['PO-1/1Z5R89390357567127', 'PO-1/PRO-1'] }).subject).toBe(
      'Another parcel of your order 1001 is on its way',
    );
  });

  it('says so of a second item in a parcel that was told before, and not where one mail tells of both', () => {
    const order = orderRow({ items: [item('1', 'Oil filter'), item('2', 'Helmet')] });
    const box = shipments('1Z5R89390357567127');
    const pos = [poRow({ itemId: '1', shipments: box }), poRow({ itemId: '2', poNumber: 'PO-2', shipments: box })];
    const second = mailOf({ order, pos, mailed: ['PO-1/1Z5R89390357567127'] });
    const words = 'In the same parcel as Oil filter, of which we wrote to you before.';
    expect(second.text).toContain(`Helmet`);
    expect(second.text).toContain(words);
    expect(read(second.html).replaceAll(/<[^>]*>/g, '')).toContain(words);
    expect(mailOf({ order, pos }).text).not.toContain('In the same parcel');
  });

  it('says which number was wrong, if it had told it', () => {
    const pos = [poRow({ shipments: shipments('986578788855').map((each) => ({ ...each, corrects: 'OLD-1' })) })];
    const told = mailOf({ pos, mailed: ['PO-1/OLD-1'] });
    expect(told.subject).toBe('Corrected tracking number for your order 1001');
    expect(told.text).toContain('It replaces OLD-1, which we sent you before.');
    expect(read(told.html)).toContain('It replaces <bdi>OLD-1</bdi>');
    const untold = mailOf({ pos });
    expect(untold.subject).toBe('Your order 1001 has shipped');
    expect(untold.text).not.toContain('OLD-1');
  });

  it('of test mode goes to the store, and says what it is', () => {
    const mail = mailOf({ mode: 'test' });
    expect(mail).toMatchObject({ to: 'service@motohut.example', subject: '[TEST] Your order 1001 has shipped' });
    for (const form of [mail.text, mail.html])
      expect(form).toMatch(/This is a test\.(<\/strong>)? The order was placed in test mode/);
  });

  it('is none without a mailbox to send it to', () => {
    const news = {
      store: storeRow({ serviceEmail: 'nobody' }),
      order: orderRow(),
      pos: [poRow()],
      telling: notYetMailed([poRow()], []),
      mailed: [],
      from: 'f@x.example',
    };
    expect(customerMail({ ...news, customer: { name: 'Ada', email: 'a, b' }, mode: 'live' })).toBeNull();
    expect(customerMail({ ...news, customer: { name: 'Ada', email: 'ada@example.com' }, mode: 'test' })).toBeNull();
    expect(
      customerMail({ ...news, customer: { name: 'Ada', email: 'ada@example.com' }, mode: 'live' })?.replyTo,
    ).toBeNull();
  });
});

describe('whatever somebody typed', () => {
  const benign = mailOf({ pos: [poRow({ shipments: shipments('PRO 1') })] });
  const typed = (text: string) => {
    const po: PurchaseOrderRow = poRow({ shipments: shipments(text) });
    return mailOf({
      store: storeRow({ name: text }),
      customer: { name: text, email: 'ada@example.com' },
      order: orderRow({ items: [item('1', text)] }),
      pos: [po],
    });
  };

  it.each([
    'Ada\r\nBcc: eve@evil.example\r\n\r\n<h1>Hello</h1>',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    '</bdi></td></table><a href="https://evil.example">click</a>',
    '<%= process.env.SECRET %><%~ it.title %>',
    '{{7*7}}',
    'Win at https://evil.example/?a=b&c=d now',
    'http://evil.example',
    'www.evil.example',
    'evil.example/login',
    'evil。example',
    'write to eve@evil.example',
    'ftp://eve:pw@evil.example',
    '\u202eelpmaxe.live//:sptth',
    '\u2066\u2069\u200f\u200b\u0000\u0007\u2028 x',
    '👨‍👩‍👧‍👦🏍️ é 株式会社 مرحبا',
    'x'.repeat(20_000),
    '\ud83d',
  ])('changes no header, no markup and makes no link: %j', (text) => {
    const mail = typed(text);
    expect(skeleton(mail.html)).toEqual(skeleton(benign.html));
    expect(links(mail.html)).toEqual(['mailto:service@motohut.example']);
    const seen = skeleton(mail.html).reduce(
      (left, tag) => left.replace(tag, ' '),
      mail.html.replace(/<style>[\s\S]*<\/style>/, ''),
    );
    expect(autolinks(read(seen))).toEqual(['service@motohut.example']);
    expect(autolinks(mail.text)).toEqual(['service@motohut.example']);
    for (const header of [mail.from, mail.to, mail.subject, mail.replyTo ?? '']) expect(header).not.toMatch(/[\r\n]/);
    expect((mail.text + mail.html).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(mail.html.length).toBeLessThan(20_000);
    expect(mail.html.isWellFormed()).toBe(true);
  });

  it('can still be read', () => {
    const { html, text } = typed('<b>Ada</b> & "Söhne" 株式会社 مرحبا 👨‍👩‍👧‍👦');
    expect(text).toContain('Hello <b>Ada</b> & "Söhne" 株式会社 مرحبا 👨‍👩‍👧‍👦,');
    expect(html).toContain('Hello &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;Söhne&quot; 株式会社 مرحبا 👨‍👩‍👧‍👦,');
    expect(typed('Visit www.evil.example').text.replaceAll('\u200b', '')).toContain('Visit www.evil.example');
  });

  it('and an order’s own number is no link either', () => {
    const mail = mailOf({ order: orderRow({ orderId: 'www.evil.example' }) });
    expect(autolinks(mail.text)).toEqual([ups, 'service@motohut.example']);
    expect(mail.subject).toBe('Your order www.evil.example has shipped');
  });
});

describe('what was not yet mailed', () => {
  it('is compared without blanks and case', () => {
    const pos = [poRow({ shipments: shipments('ab 1', 'cd 2') })];
    expect(
      notYetMailed(pos, ['PO-1/AB1']).flatMap(({ parcels }) => parcels.map((each) => each.trackingNumber)),
    ).toEqual(['cd 2']);
    expect(notYetMailed(pos, ['PO-1/AB1', 'PO-1/CD2'])).toEqual([]);
    expect(notYetMailed(pos, ['PO-2/AB1'])[0]?.parcels).toHaveLength(2);
    expect(monday).toBe(Date.parse('2026-11-23T08:00:00Z'));
  });
});
