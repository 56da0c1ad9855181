import { writeFileSync } from 'node:fs';
import { story } from './story.ts';

/** Writes anew the examples of the document, which are answers of the running service. */
writeFileSync('shared/contract/openapi/example-answers.json', `${JSON.stringify(await story(), null, 2)}\n`);
