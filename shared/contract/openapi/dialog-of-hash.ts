import * as v from 'valibot';
import type { Operation } from '../operation.ts';
import { GetDialogModule } from '../operations/contract.ts';

/** API Gateway has no route for a name inside a segment: `$default` answers it. */
export const pathOfHash = '/v1/drop-ship-dialog-{hash}.js';

/** The dialog under the name of its content, as the document has it. */
export const dialogOfHash: Operation = {
  ...GetDialogModule,
  id: 'getDialogModuleOfHash',
  summary:
    'The same module under a name that never changes what it means, to be kept for a year: `Content-Location` of the other tells it. 404 once the service has a later one.',
  path: {
    hash: v.pipe(
      v.string(),
      v.regex(/^[0-9a-f]{16}$/),
      v.description('The beginning of the SHA-256 of the module, in hex.'),
    ),
  },
};
