import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import * as v from 'valibot';

/** The services that can be told to go wrong. */
const services = ['dynamodb', 'sqs', 'ses', 'kms'] as const;
type Service = (typeof services)[number];
/** What API Gateway answers by itself. */
export const gatewayAnswers: ReadonlyMap<string, number> = new Map([
  ['Too Many Requests', 429],
  ['Internal Server Error', 500],
  ['Service Unavailable', 503],
]);
export type Endpoints = Readonly<Record<Service, string>>;

/** What the functions' next calls of a service are answered instead, in AWS's own words. */
export const AwsFault = v.strictObject({
  service: v.picklist([...services, 'api']),
  /** `TransactWriteItems`, `Decrypt`, `SendMessage` …; left out = any. Of SES and the API always any. */
  operation: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{1,60}$/))),
  /** `ThrottlingException`, `DisabledException`, `MessageRejected` …; of the API `Too Many Requests` or another of its answers. */
  error: v.pipe(v.string(), v.regex(/^[A-Za-z. ]{1,80}$/)),
  message: v.optional(v.pipe(v.string(), v.maxLength(300)), 'As it was told to.'),
  /** Why a transaction was cancelled, a code for each of its items. */
  reasons: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z]{1,40}$/)))),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)), 1),
});
export type AwsFault = v.InferOutput<typeof AwsFault>;

export type AwsFaults = {
  /** Where the functions find the services: as they are, but for what was told. */
  readonly endpoints: Endpoints;
  add(fault: AwsFault): void;
  clear(): void;
  /** What the API is to answer this time, instead of asking anybody. */
  ofApi(): string | undefined;
  /** What is still to go wrong. */
  list(): readonly AwsFault[];
  stop(): Promise<void>;
};

/** Stands between the functions and what stands in for AWS. */
export async function awsFaults(behind: Endpoints): Promise<AwsFaults> {
  let faults: readonly AwsFault[] = [];
  const next = (service: AwsFault['service'], operation: string): AwsFault | undefined => {
    const found = faults.find((each) => each.service === service && (each.operation ?? operation) === operation);
    if (found !== undefined)
      faults = faults.flatMap((each) =>
        each !== found ? [each] : each.times > 1 ? [{ ...each, times: each.times - 1 }] : [],
      );
    return found;
  };
  const agent = new Agent({ keepAlive: true });
  const open = async (service: Service) => {
    const server = createServer((asked, answer) => {
      const [, operation = ''] = String(asked.headers['x-amz-target'] ?? '').split('.');
      const fault = next(service, operation);
      if (fault === undefined) return forward(agent, behind[service], asked, answer);
      asked.resume().on('end', () => refuse(fault, answer));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    return { server, url };
  };
  const [dynamodb, sqs, ses, kms] = await Promise.all([open('dynamodb'), open('sqs'), open('ses'), open('kms')]);
  return {
    endpoints: { dynamodb: dynamodb.url, sqs: sqs.url, ses: ses.url, kms: kms.url },
    add(fault) {
      faults = [...faults, fault];
    },
    clear() {
      faults = [];
    },
    ofApi: () => next('api', '')?.error,
    list: () => faults,
    async stop() {
      agent.destroy();
      for (const { server } of [dynamodb, sqs, ses, kms]) {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }
    },
  };
}

function forward(agent: Agent, endpoint: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { hostname, port } = new URL(endpoint);
  const { method, url: path, headers } = asked;
  const onward = request({ agent, hostname, port, method, path, headers }, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
    answered.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

/** As the service's protocol says it: JSON, but XML of SES. */
function refuse({ service, error, message, reasons }: AwsFault, answer: ServerResponse): void {
  if (service === 'ses') {
    const xml = `<ErrorResponse><Error><Type>Sender</Type><Code>${error}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`;
    answer.writeHead(400, { 'content-type': 'text/xml' }).end(xml);
    return;
  }
  const cancelled = reasons === undefined ? {} : { CancellationReasons: reasons.map((Code) => ({ Code })) };
  const status = /^(Internal|ServiceUnavailable)/.test(error) ? 500 : 400;
  answer.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  answer.end(JSON.stringify({ __type: error, message, ...cancelled }));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
