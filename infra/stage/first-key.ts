import { dynamoClient } from '../../shared/aws/row-reader.ts';
import { newId, secureBytes, systemClock } from '../../shared/aws/system.ts';
import { dynamoTable } from '../../shared/aws/table.ts';
import { scopes } from '../../shared/contract/routes.ts';
import { createKey } from '../../shared/http/api-key.ts';
import { mustReachAws } from '../command/aws.ts';
import { optionsOf } from '../command/options.ts';
import { command, Sentence } from '../command/sentence.ts';

/**
 * `npm run first-key -- --table NAME`: the first key of a deployed stage, to all stores and with all scopes; nobody could ask the
 * API for it. Needs AWS credentials that may write to the table. Prints the token once, and keeps it nowhere.
 */
const { table: name } = optionsOf({ table: { type: 'string' } });

await command(async () => {
  if (name === undefined) {
    throw new Sentence(
      'Say which table: npm run first-key -- --table NAME (the stack has it as an output). It needs AWS credentials.',
    );
  }
  const client = dynamoClient();
  await mustReachAws(client);
  const ports = { table: dynamoTable(client, name), clock: systemClock, newId, randomBytes: secureBytes };
  const { token } = await createKey(ports, { storeId: null, scopes });
  console.log(token);
});
