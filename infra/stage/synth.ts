import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** `npm run synth [-- -c name=value …]`: the CloudFormation templates, offline. Says where they lie. */
const Manifest = v.object({
  artifacts: v.record(
    v.string(),
    v.object({ properties: v.optional(v.object({ templateFile: v.optional(v.string()) })) }),
  ),
});
const folder = 'cdk.out';

const { status } = spawnSync('cdk', ['synth', '--quiet', '--output', folder, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
if (status === 0) {
  const { artifacts } = v.parse(Manifest, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  for (const [stack, { properties }] of Object.entries(artifacts)) {
    if (properties?.templateFile)
      console.log(`The template of ${stack} lies at ${join(folder, properties.templateFile)}`);
  }
}
process.exitCode = status ?? 1;
