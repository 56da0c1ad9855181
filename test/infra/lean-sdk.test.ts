import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { buildFunctions } from '../../infra/bundles.ts';
import { sentCommands, shortenedParts, unusedParts, withoutErrors } from '../../infra/bundling/lean-sdk.ts';
import { handler as answers } from './bundled/sdk/aws-answers.ts';
import { type Answer, handler as unbundled } from './bundled/sdk/aws-errors.ts';

const root = join(import.meta.dirname, '../..');
const built = buildFunctions(join(import.meta.dirname, 'bundled/sdk'));
const Bundle = v.object({ handler: v.custom<typeof unbundled>((value) => typeof value === 'function') });
const Answers = v.object({ handler: v.custom<typeof answers>((value) => typeof value === 'function') });
const load = createRequire(import.meta.url);
const { handler: bundled } = v.parse(Bundle, load(join(built, 'aws-errors/index.cjs')));
const { handler: bundledAnswers } = v.parse(Answers, load(join(built, 'aws-answers/index.cjs')));

const sdkFile = (client: string, path: string): string =>
  readFileSync(join(root, 'node_modules/@aws-sdk', client, path), 'utf8');
const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted();
const errorsOf = (client: string) => namesIn(sdkFile(client, 'dist-es/models/errors.js'), /class (\w+) extends/g);
const thrownBy = (client: string) =>
  (sentCommands[client] ?? []).flatMap((command) => [
    ...namesIn(sdkFile(client, `dist-types/commands/${command}Command.d.ts`), /@throws \{@link (\w+)\}/g),
  ]);

const statusOf = (name: string) => (/Internal|Dependency|KeyUnavailable/.test(name) ? 500 : 400);
const json = (service: 'dynamodb' | 'kms' | 'sqs', name: string, more = {}): Answer => ({
  service,
  status: statusOf(name),
  headers: {
    'content-type': 'application/x-amz-json-1.0',
    ...(service === 'sqs' ? { 'x-amzn-query-error': `AWS.SimpleQueueService.${name};Sender` } : {}),
  },
  body: JSON.stringify({ __type: `com.amazonaws.${service}#${name}`, message: `It is ${name}.`, ...more }),
});
const xml = (name: string): Answer => ({
  service: 'ses',
  status: statusOf(name),
  headers: { 'content-type': 'text/xml' },
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>It is ${name}.</Message></Error></ErrorResponse>`,
});

/** What any service answers, which no model of theirs names. */
const general = [
  'AccessDeniedException',
  'Throttling',
  'ThrottlingException',
  'UnrecognizedClientException',
  'NeverHeardOf',
];

describe.concurrent('an error of AWS is in a bundle what it is without one, and is asked again as often:', () => {
  it.each([...errorsOf('client-dynamodb'), ...general])('%s of DynamoDB', async (name) => {
    const answer = json('dynamodb', name);
    expect(await bundled(answer)).toEqual(await unbundled(answer));
  });

  it.each([...errorsOf('client-kms'), ...general])('%s of KMS', async (name) => {
    const answer = json('kms', name);
    expect(await bundled(answer)).toEqual(await unbundled(answer));
  });

  it.each([...thrownBy('client-sqs'), ...general])('%s of SQS', async (name) => {
    const answer = json('sqs', name);
    expect(await bundled(answer)).toEqual(await unbundled(answer));
  });

  it.each([...thrownBy('client-ses'), ...general])('%s of SES', async (name) => {
    const answer = xml(name);
    expect(await bundled(answer)).toEqual(await unbundled(answer));
  });
});

it('an answer to every command that is sent is in a bundle what it is without one', async () => {
  const told = await bundledAnswers();
  expect(told).toEqual(await answers());
  expect(Object.keys(told).toSorted()).toEqual(Object.values(sentCommands).flat().toSorted());
  expect(told).toMatchObject({ GetItem: { Item: { whole: 9007199254740991 } }, SendEmail: { MessageId: 'm-1' } });
});

it('a transaction that was canceled says why, and what stood there', async () => {
  const CancellationReasons = [
    { Code: 'None' },
    { Code: 'ConditionalCheckFailed', Message: 'no', Item: { pk: { S: 'k' }, n: { N: '1' } } },
  ];
  const thrown = await bundled(json('dynamodb', 'TransactionCanceledException', { CancellationReasons }));
  expect(thrown).toMatchObject({ attempts: 1, isCanceled: true, members: { CancellationReasons } });
});

it('what throttles is asked twice, a condition that fails is not', async () => {
  for (const name of ['ThrottlingException', 'ProvisionedThroughputExceededException', 'InternalServerError'])
    expect(await bundled(json('dynamodb', name))).toMatchObject({ name, attempts: 2 });
  const failed = await bundled(json('dynamodb', 'ConditionalCheckFailedException'));
  expect(failed).toMatchObject({ attempts: 1, isConditionFailed: true });
});

it('every command that the functions send is among those whose errors are kept', () => {
  const sent = globSync('shared/**/*.ts', { cwd: root }).flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8');
    return [...code.matchAll(/import \{([^}]*)\} from '@aws-sdk\/((?:client|lib)-[a-z]+)'/g)].flatMap(
      ([, names = '', client = '']) => namesIn(names, /\b(\w+)Command\b/g).map((command) => `${client} ${command}`),
    );
  });
  const kept = Object.entries(sentCommands).flatMap(([client, commands]) =>
    commands.map((name) => `${client} ${name}`),
  );
  const ofDocuments = new Map([
    ['lib-dynamodb Query', 'client-dynamodb Query'],
    ['lib-dynamodb TransactWrite', 'client-dynamodb TransactWriteItems'],
  ]);
  const asSent = sent.map(
    (name) => ofDocuments.get(name) ?? name.replace(/^lib-dynamodb (\w+)$/, 'client-dynamodb $1Item'),
  );
  expect([...new Set(asSent)].toSorted()).toEqual(kept.toSorted());
});

it('every part that is left out or shortened is where the SDK has it', () => {
  const places = ['@smithy', '@aws-sdk'].map((scope) => join(root, 'node_modules', scope));
  const parts = [...unusedParts, ...Object.keys(shortenedParts)];
  expect(parts.filter((part) => !places.some((place) => existsSync(join(place, part))))).toEqual([]);
});

it('an SDK that registers its errors in another way is not bundled', () => {
  expect(() => withoutErrors('registry.add(X$, X);', new Set(['X']))).toThrow(/another way: X/);
  expect(() => withoutErrors('n0_registry.registerError(X$, X);', new Set())).toThrow(/none is declared/);
});

it('a function that imports late what would be loaded by nobody is not bundled', () => {
  expect(() => buildFunctions(join(import.meta.dirname, 'bundled/unreachable'))).toThrow(/never loads .*system\.ts/);
});

it('a function that sends a command whose errors are not kept is not bundled', () => {
  expect(() => buildFunctions(join(import.meta.dirname, 'bundled/unknown'))).toThrow(
    /ListTables of client-dynamodb is bundled/,
  );
});
