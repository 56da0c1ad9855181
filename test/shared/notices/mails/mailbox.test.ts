import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mailbox, sender } from '../../../../shared/notices/mails/mailbox.ts';

describe('an address', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    [' ada@example.com ', 'ada@example.com'],
    ['ada+moto@example.co.uk', 'ada+moto@example.co.uk'],
    ["o'hara_1@EXAMPLE.com", "o'hara_1@example.com"],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ])('%j is written as %j', (typed, written) => {
    expect(mailbox(typed)).toBe(written);
  });

  it.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@localhost',
    'ada@example.com, eve@example.com',
    'ada@example.com;eve@example.com',
    'Ada <ada@example.com>',
    '"ada"@example.com',
    'ada@example.com\r\nBcc: eve@example.com',
    'ada\n@example.com',
    'ada@[127.0.0.1]',
    'ada@example.com:25',
    'ada@example.com/x',
    'ada@exam%70le.com',
    'ada@eve@example.com',
    // Domains that no URL can have.
    'ada@exam^ple.com',
    'ada@exam|ple.com',
    'ada@1.2.3.256',
    'ädä@example.com',
    // Addresses of the network, to a URL.
    'ada@1.0x7f',
    'ada@127.1',
    // Read as if it were an encoded word of RFC 2047, which hides another address.
    '=?utf-8?q?eve=40example.com=3e=00?=foo@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('%j is none', (typed) => {
    expect(mailbox(typed)).toBeNull();
  });
});

describe('a sender', () => {
  const parsed = async (name: string) => {
    const header = sender(name, 'tracking@drop-ship.example');
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(header.length).toBeLessThan(900);
    const mail = await PostalMime.parse(`From: ${header}\r\nSubject: s\r\n\r\nbody`);
    expect(mail.headers.map(({ key }) => key)).toEqual(['from', 'subject']);
    return mail.from;
  };

  it.each([
    'Moto Hut',
    'Moto, Hut & Sons (Boise)',
    'The "Hut" \\ Inc.',
    'Moto Hut <eve@example.com>',
    'Café Mötör 株式会社',
    '🏍️ Moto Hut 👨‍👩‍👧‍👦',
    '=?UTF-8?Q?Eve?=',
    'Ä'.repeat(78),
  ])('reads as the store %j', async (name) => {
    expect(await parsed(name)).toEqual({ name, address: 'tracking@drop-ship.example' });
  });

  it.each([
    ['Moto\r\nBcc: eve@example.com', 'Moto Bcc: eve@example.com'],
    ['Moto\u2028\u202eHut\u0000', 'Moto Hut'],
    ['x'.repeat(5000), `${'x'.repeat(77)}…`],
    ['👨‍👩‍👧‍👦'.repeat(50), expect.stringMatching(/…$/)],
    ['\ud800', '\ufffd'],
  ])('%j is written as one line of fair length', async (name, shown) => {
    expect((await parsed(name))?.name).toEqual(shown);
  });

  it('is one encoded word up to 45 bytes, and then another', () => {
    const words = (name: string) => sender(name, 'a@b.example').split('?=').length - 1;
    expect([words(`${'é'.repeat(22)}x`), words('é'.repeat(23))]).toEqual([1, 2]);
  });

  it('without a name is the address', () => {
    expect(sender(' \r\n ', 'tracking@drop-ship.example')).toBe('tracking@drop-ship.example');
  });
});
