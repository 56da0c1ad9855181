import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { HostOverrides, hostsWith } from '../shared/distributors/hosts.ts';

/** A value that must be known before a deployment, but may be empty in the repository. */
const known = <S extends v.GenericSchema<string, string>>(schema: S) => v.union([v.literal(''), schema]);

/** A number; on the command line it is a text of digits. */
const Whole = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.digits(), v.transform(Number))]),
  v.integer(),
  v.minValue(0),
);

/** Refused at synthesis already: a host that is none, or one that stands for both live and test. */
const Hosts = v.pipe(
  v.union([v.pipe(v.string(), v.parseJson()), v.looseObject({})]),
  HostOverrides,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    try {
      hostsWith(dataset.value);
    } catch (error) {
      addIssue({ message: `distributorHosts: ${error instanceof Error ? error.message : 'not understood'}` });
    }
  }),
  v.transform((hosts) => JSON.stringify(hosts)),
);

/** On the command line it is a word. */
const YesNo = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((word) => word === 'true'),
  ),
]);

const stageName = /^[a-z][a-z0-9-]{0,15}$/;

const ConfigSchema = v.strictObject({
  /** Part of every physical name, so that stages can share an account. */
  stage: v.pipe(v.string(), v.regex(stageName)),
  /** The platform's sender address. */
  mailFrom: known(v.pipe(v.string(), v.email())),
  /** SES knows a domain once an account and region: an `existing` one is used, a `new` one is made with the stack. */
  mailIdentity: v.picklist(['existing', 'new']),
  /** Where alarms are mailed to. */
  alarmsTo: known(v.pipe(v.string(), v.email())),
  /** Where the folder `docs` of this repository can be read; every alarm links to a page of its `runbook`. */
  docsUrl: known(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
  /** How many days after its last purchase order ended an order's personal data is erased. */
  retentionDays: v.pipe(Whole, v.minValue(1), v.maxValue(3650)),
  /** How many requests a second one API key may make of one instance of a function, */
  requestsPerSecond: v.pipe(Whole, v.minValue(1)),
  /** and how many at once. */
  requestBurst: v.pipe(Whole, v.minValue(1)),
  /** How many dollars a month this account may cost: whoever hears of alarms is told when it will be, or is, more. 0 = nobody is. */
  monthlyBudget: Whole,
  /** How many functions may run at once in this account and region (the quota of Lambda). */
  concurrency: v.pipe(Whole, v.minValue(10)),
  /** Whether a new version of what places orders gets a tenth of it first, and is taken back where it fails. Not in a disposable stage. */
  canary: YesNo,
  /** `{ "<distributor>": { "live": "https://…", "test": "https://…" } }`, where it differs from the adapter's own. */
  distributorHosts: Hosts,
  /** A table that is there already, in place of the stack's own: after a restore. */
  tableName: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]{3,255}$/))),
});

/** What a deployment is told: the file of its stage, and what the command line puts in its place. */
export type Config = v.InferOutput<typeof ConfigSchema>;

const StageFile = v.pipe(v.string(), v.parseJson(), v.looseObject({}));

/** The settings among the context: the CDK's own names have a colon or a slash. */
const ours = (context: object): readonly (readonly [string, unknown])[] =>
  Object.entries(context).filter(([name]) => !/[:/]/.test(name));

/**
 * The settings of a stage: `<folder>/<stage>.json`, each value replaced by that of the context (`-c name=value`). Throws where
 * the stage has no file, and names every setting that is unknown, missing or not what it should be.
 */
export function readConfig(context: object, folder = join(import.meta.dirname, 'stages')): Config {
  const given = new Map([['stage', 'dev'], ...ours(context)]);
  const stage = String(given.get('stage'));
  const file = join(folder, `${stage}.json`);
  if (!stageName.test(stage) || !existsSync(file)) throw new Error(noSuchStage(stage, folder));
  const settings = new Map([...Object.entries(v.parse(StageFile, readFileSync(file, 'utf8'))), ...given]);
  const parsed = v.safeParse(ConfigSchema, Object.fromEntries(settings));
  if (parsed.success) return parsed.output;
  throw new Error(`The settings of the stage "${stage}" are not right:\n${parsed.issues.map(inWords).join('\n')}`);
}

function noSuchStage(stage: string, folder: string): string {
  const there = globSync('*.json', { cwd: folder }).map((file) => basename(file, '.json'));
  return `There is no stage "${stage}": it has no file infra/stages/${stage}.json. There are: ${there.toSorted().join(', ')}.`;
}

/** Every setting that there is. */
export const settingNames: readonly string[] = Object.keys(ConfigSchema.entries);

const inWords = (issue: v.BaseIssue<unknown>): string => {
  const name = v.getDotPath(issue) ?? '(the file)';
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `${name} is no setting. There are: ${settingNames.join(', ')}.`;
  return `${name}: ${issue.message}`;
};

/** What the stage's logs and metrics are told apart by: `service`. */
export const serviceName = ({ stage }: Config): string => `drop-ship-${stage}`;

/** A stage that may be lost: its table is not protected, and its alarms may link to nothing. */
export const isDisposable = ({ stage }: Config): boolean => stage === 'dev' || stage === 'local';

const required = ['mailFrom', 'alarmsTo', 'docsUrl'] as const;

/** The settings that are still empty and without which a deployment is refused. */
export const missingSettings = (config: Config): readonly string[] =>
  required.filter((name) => config[name] === '' && !(name === 'docsUrl' && isDisposable(config)));
