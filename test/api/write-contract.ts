import { writeFileSync } from 'node:fs';
import { clientFile, clientTypes } from './client-types.ts';
import { story } from './story.ts';

/** Writes anew what is made of the running service: the examples in the document, and of the document the client's types. */
writeFileSync('shared/contract/openapi/example-answers.json', `${JSON.stringify(await story(), null, 2)}\n`);
writeFileSync(clientFile, await clientTypes());
