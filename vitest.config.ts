import { defineConfig } from 'vitest/config';

/** What changes nothing that all tests of a process share: modules are loaded once for all of these. */
const inMemory = [
  'test/functions/**/*.test.ts',
  'test/infra/simulators/**/*.test.ts',
  'test/shared/{contract,distributors,domain,http,notices,ordering,tracking,webhooks}/**/*.test.ts',
];

/** What reads the templates: the CDK is loaded once for all of these, and each stage synthesized once. */
const templates = ['test/alarms/**/*.test.ts', 'test/infra/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'in memory', include: inMemory, isolate: false } },
      { extends: true, test: { name: 'templates', include: templates, isolate: false } },
      {
        extends: true,
        test: { name: 'on its own', include: ['test/**/*.test.ts'], exclude: [...inMemory, ...templates] },
      },
    ],
  },
});
