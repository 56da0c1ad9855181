import { globSync, readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { readConfig } from '../../infra/config.ts';
import { addStacks } from '../../infra/stacks.ts';

it.each(['dev', 'prod'])(
  'cdk-nag and the rules of the CDK itself find nothing in %s that is not answered in the code',
  // Seconds, but of a whole processor.
  { timeout: 120_000 },
  (stage) => {
    // To look at a template nobody needs the bundles.
    const context = { 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:validateAgainstDefaultRules': true };
    const app = new App({ context });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    addStacks(app, readConfig({ stage }));
    expect(() => app.synth()).not.toThrow();
  },
);

it('at most five findings are answered by a reason instead of a change, and each reason is said', () => {
  const sources = globSync('infra/*.ts').map((file) => readFileSync(file, 'utf8'));
  const reasons = sources.flatMap((text) =>
    [...text.matchAll(/\breason(?:: | =\s+)'([^']+)'/g)].map(([, said]) => said),
  );
  expect(reasons.length).toBeLessThanOrEqual(5);
  for (const said of reasons) expect(said).toMatch(/^[A-Z].{30,}\.$/);
  const answered = sources.filter((text) => text.includes('.acknowledge('));
  expect(reasons.length).toBe(answered.length);
});
