import type { Nudge, QueueName } from '../../shared/domain/ports/queues.ts';
import { send } from '../../shared/notices/send.ts';
import { dialogOf, inStore, motoHut, orderBody, placed } from '../moto-hut.ts';
import { type Service, service } from '../service.ts';
import { countedTable } from './counted-table.ts';
import type { Use } from './prices.ts';
import { bytesOf } from './units.ts';

/** What nobody has measured on AWS: how long things take there, in milliseconds, and how many bytes a line of the log has around what we write. */
export const assumed = {
  distributorAnswers: 300,
  tableAnswers: 5,
  apiFunctionComputes: 15,
  authorizerRuns: 10,
  workerComputes: 30,
  gigabytes: 0.5,
  logLineAround: 230,
  metricLine: 400,
  accessLogLine: 600,
} as const;

/**
 * The life of one order that goes well, counted from the code that is deployed: the webstore sends it, the dialog is opened and
 * submitted, the distributor accepts and ships, the sweep that finds the parcel, one mail, two webhooks, the webstore reads and sends it
 * again. Without the sweeps that find nothing (the benchmark of the tracking counts them) and without the poller.
 */
export const orderLife = async (tell: (step: string, table: TableUse) => void = () => undefined): Promise<Use> => {
  const hut = await motoHut(service());
  const webhook = { url: 'https://motohut.example/hook' };
  await hut.ask('PUT', inStore, { body: { name: 'Moto Hut', serviceEmail: 'service@motohut.example', webhook } });
  // What the first order of a store alone costs (the account's schedule) is behind us.
  await placed(hut, '1001');
  await hut.pass(120);
  await sendDue(hut);

  const counting = count(hut);
  await live(hut, counting.ask, (step) => tell(step, counting.table()));
  return counting.use();
};

type Ask = (method: string, path: string, body?: object) => Promise<void>;

/** What the table did until now. */
export type TableUse = { readonly reads: number; readonly writes: number; readonly requests: number };

const live = async (hut: Service, ask: Ask, done: (step: string) => void): Promise<void> => {
  const order = `${inStore}/orders/2001`;
  await ask('PUT', order, orderBody());
  done('the webstore sends it');
  await ask('GET', dialogOf('2001'));
  done('the dialog is opened');
  await ask('POST', dialogOf('2001'), { confirm: true });
  await untilOwed(hut);
  done('submitted and accepted');
  await sendDue(hut);
  done('its webhook');
  const packages = [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 }];
  hut.control('wps').ship('2001-1', packages);
  await untilOwed(hut);
  done('the sweep that finds its parcel');
  await sendDue(hut);
  done('mail and webhook of it');
  await ask('GET', order);
  done('the webstore reads it');
  await ask('PUT', order, orderBody(undefined, { status: 'Shipped' }));
  done('the webstore sends it again');
};

const count = (hut: Service) => {
  const { table, use } = countedTable(hut.memory);
  Object.assign(hut.ports.table, table);
  const [lines, metrics, bytes] = [hut.lines.length, hut.counted.length, bytesOf(hut.memory.rows())];
  const seen = { messages: 0, requests: 0, calls: 0, waited: 0, mails: 0 };
  const { fetch } = hut.ports;
  const { send: sendMessage } = hut.ports.queues;
  hut.ports.fetch = async (...request) => {
    seen.calls += 1;
    await hut.ports.clock.sleep(assumed.distributorAnswers);
    return fetch(...request);
  };
  hut.ports.queues.send = async (queue: QueueName, nudges: readonly Nudge[], delay?: number) => {
    seen.messages += 1;
    return sendMessage(queue, nudges, delay);
  };
  const ask: Ask = async (method, path, body) => {
    const begun = hut.now();
    await hut.ask(method, path, { wait: 20, ...(body === undefined ? {} : { body }) });
    seen.requests += 1;
    seen.waited += hut.now() - begun;
  };
  const used = (): Use => {
    const computed =
      seen.requests * (assumed.apiFunctionComputes + assumed.authorizerRuns) +
      seen.messages * assumed.workerComputes +
      use.requests * assumed.tableAnswers +
      seen.calls * assumed.distributorAnswers +
      seen.waited;
    const written = hut.lines.slice(lines).reduce((sum, line) => sum + bytesOf(line) + assumed.logLineAround, 0);
    return {
      'table reads': use.reads + seen.requests,
      'table writes': use.writes,
      'table gigabytes': (bytesOf(hut.memory.rows()) - bytes) / 1e9,
      'queue requests': 3 * seen.messages,
      // Each request is let in by the authorizer first, which reads the key.
      invocations: 2 * seen.requests + seen.messages,
      gigabyteSeconds: (computed / 1000) * assumed.gigabytes,
      'api requests': seen.requests,
      logBytes: written + (hut.counted.length - metrics) * assumed.metricLine + seen.requests * assumed.accessLogLine,
      mails: hut.counted.slice(metrics).filter(({ metric, value }) => metric === 'MailsSent' && value > 0).length,
    };
  };
  return { ask, use: used, table: (): TableUse => ({ ...use, reads: use.reads + seen.requests }) };
};

const owed = (hut: Service) => hut.memory.rows().filter((row) => row.due === 'mail' || row.due === 'webhook');

/** Lets time pass until a notice is owed, and a little for what belongs to it. */
const untilOwed = async (hut: Service): Promise<void> => {
  while (owed(hut).length === 0) await hut.pass(15);
  await hut.pass(5);
};

/** Sends every notice that is owed; SES and the webhook take all. */
const sendDue = async (hut: Service): Promise<void> => {
  const ports = {
    ...hut.ports,
    sendMail: async () => ({ outcome: 'sent' }) as const,
    mailFrom: 'tracking@drop-ship.example',
  };
  for (const { pk, sk } of owed(hut)) await hut.run(send(ports, { pk, sk }));
};
