import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

/** The CDK understands the options of these itself. */
const withCdk = ['deploy', 'synth'];

const commands = Object.entries(scripts)
  .filter(([name]) => !/^(check|contract|test)/.test(name) && !withCdk.includes(name))
  .flatMap(([name, script]) => [...script.matchAll(/[\w./-]+\.ts\b/g)].map(([file]) => [name, file] as const));

it.each(commands)('npm run %s names an option that it does not know', (_, file) => {
  expect(readFileSync(file, 'utf8')).toContain("/command/options.ts'");
});

it('are those that can be asked for', () => {
  expect(commands.length).toBeGreaterThan(12);
});
