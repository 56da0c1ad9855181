import { writeFileSync } from 'node:fs';
import { story } from './story.ts';

/** Writes the examples of the document anew: what the service answers now. */
writeFileSync('shared/contract/openapi/example-answers.json', `${JSON.stringify(await story(), null, 2)}\n`);
