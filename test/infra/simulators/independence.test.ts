import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const room = new URL('../../../infra/simulators/', import.meta.url);
const files = readdirSync(room).filter((name) => name.endsWith('.ts'));

test.each(files)('%s knows nothing of the service but its words and ports, and nothing of chance', (file) => {
  const code = readFileSync(new URL(file, room), 'utf8');
  const imports = [...code.matchAll(/from '(\.\.\/[^']+)'/g)].map(([, path]) => path);
  const allowed = ['../../shared/domain/vocabulary.ts', '../../shared/domain/ports/ports.ts'];
  // `start.ts` is the command around them, and begins and ends as every command here does.
  if (file !== 'start.ts') expect(imports.filter((path) => !allowed.includes(path ?? ''))).toEqual([]);
  expect(code).not.toMatch(/Math\.random|randomUUID|randomBytes|setInterval|new Date\(\)/);
  if (file !== 'start.ts') expect(code).not.toMatch(/Date\.now|setTimeout/);
});
