import { writeFileSync } from 'node:fs';
import { clientFile, clientTypes } from './client-types.ts';

/** Writes anew the client's types, which are made of the document: in a process of its own, after the document's examples were written. */
writeFileSync(clientFile, await clientTypes());
