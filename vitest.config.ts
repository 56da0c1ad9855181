import { defineConfig } from 'vitest/config';

/** What starts processes or opens a browser: each file has a process of its own. */
const alone = [
  'test/infra/local/*.test.ts',
  'test/infra/local/{console,functions,process,restore,table}/**/*.test.ts',
  'test/infra/probe/**/*.test.ts',
  'test/readme.test.ts',
  'test/shared/aws/table.test.ts',
  'test/shared/dialog/**/*.test.ts',
];

/** What reads the templates: the CDK is loaded once for all of these, and each stage synthesized once. */
const templates = ['test/alarms/**/*.test.ts', 'test/infra/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // The rest changes nothing that all tests of a process share: modules are loaded once for all of it.
      {
        extends: true,
        test: { name: 'in memory', include: ['test/**/*.test.ts'], exclude: [...alone, ...templates], isolate: false },
      },
      { extends: true, test: { name: 'templates', include: templates, isolate: false } },
      { extends: true, test: { name: 'on its own', include: alone } },
    ],
  },
});
