import { defineConfig } from 'vitest/config';

/** What only the gate runs, because it downloads and takes a minute. */
export default defineConfig({ test: { root: '.', include: ['test/**/*.gate.ts'], maxWorkers: 2 } });
