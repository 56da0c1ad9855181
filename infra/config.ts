import * as v from 'valibot';
import { HostOverrides, hostsWith } from '../shared/distributors/hosts.ts';

/** Refused at synthesis already: a host that is none, or one that stands for both live and test. */
const HostsText = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    try {
      hostsWith(v.parse(HostOverrides, JSON.parse(dataset.value)));
    } catch (error) {
      addIssue({ message: `distributorHosts: ${error instanceof Error ? error.message : 'not understood'}` });
    }
  }),
);

const ConfigSchema = v.strictObject({
  /** Part of every physical name, so that stages can share an account. */
  stage: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,15}$/)), 'dev'),
  /** The platform's sender address; its domain becomes an SES identity. */
  mailFrom: v.optional(v.pipe(v.string(), v.email()), 'tracking@drop-ship.example'),
  /** JSON: `{ "<distributor>": { "live": "https://…", "test": "https://…" } }`, where it differs from the adapter's own. */
  distributorHosts: v.optional(HostsText, '{}'),
  /** Where alarms are mailed to; none when absent. */
  alarmsTo: v.optional(v.pipe(v.string(), v.email())),
  /** Where the runbook can be read; every alarm links to one of its headings. */
  readme: v.optional(v.string(), 'docs/runbook/README.md'),
  logLevel: v.optional(v.picklist(['DEBUG', 'INFO', 'WARN', 'ERROR']), 'INFO'),
});

/** What a deployment is told through CDK context (`cdk deploy -c stage=prod -c mailFrom=…`). */
export type Config = v.InferOutput<typeof ConfigSchema>;

/** Reads and checks the context; throws, naming the setting, when one is not what it should be. */
export function readConfig(context: (name: string) => unknown): Config {
  const given = Object.keys(ConfigSchema.entries).map((name) => [name, context(name)] as const);
  return v.parse(ConfigSchema, Object.fromEntries(given.filter(([, value]) => value !== undefined)));
}
