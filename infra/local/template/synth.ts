import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { Sentence } from '../../command/sentence.ts';
import { mergeStacks } from './merge.ts';

/** A synthesized app: its template, where the code of each function lies, and where Node keeps what it has compiled for the next start. */
export type Assembly = { readonly template: string; bundle(s3Key: string): string; readonly compiled: string };

export type App = {
  /** The file that synthesizes it. */
  readonly file: string;
  /** Whatever it is made of: when none of it has changed, neither has the template. */
  readonly sources: readonly string[];
};

export const dropShip: App = {
  file: 'infra/app.ts',
  sources: [
    'infra/*.ts',
    'infra/bundling/*.ts',
    'infra/stages/*.json',
    'shared/**/*',
    'functions/**/*',
    'package-lock.json',
    'cdk.json',
  ],
};

const root = join(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules/.cache/drop-ship');
/** How many earlier syntheses are kept: going back and forth between branches stays quick, and a service that still runs keeps its bundles. */
const kept = 10;

const Manifest = v.object({ artifacts: v.record(v.string(), v.object({ type: v.string(), properties: v.unknown() })) });
const StackProperties = v.object({ templateFile: v.string() });
const Assets = v.object({
  files: v.record(
    v.string(),
    v.object({
      source: v.object({ path: v.string() }),
      destinations: v.record(v.string(), v.object({ objectKey: v.string() })),
    }),
  ),
});

/** Synthesizes the app, or takes what the same sources gave before. */
export async function synthesize(app: App, said: (sentence: string) => void): Promise<Assembly> {
  const folder = join(cache, fingerprint(app));
  while (!existsSync(folder)) {
    if (await isBeingMade(folder)) continue;
    said('Synthesizing the template and bundling the functions (only after a change) …');
    await synthesizeInto(app, folder).finally(() => rmSync(lockOf(folder), { recursive: true, force: true }));
    forgetOld();
  }
  return readAssembly(folder);
}

const lockOf = (folder: string): string => `${folder}-lock`;

/** Whether somebody else is at it; then waits a little. Whoever began two minutes ago has died of it. */
async function isBeingMade(folder: string): Promise<boolean> {
  mkdirSync(cache, { recursive: true });
  try {
    mkdirSync(lockOf(folder));
    return false;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const since = statSync(lockOf(folder), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 120_000) rmSync(lockOf(folder), { recursive: true, force: true });
    await wait(100);
    return true;
  }
}

function fingerprint({ file, sources }: App): string {
  const hash = createHash('sha256').update(file);
  for (const name of globSync([...sources], { cwd: root }).toSorted()) {
    if (statSync(join(root, name)).isFile()) hash.update(name).update(readFileSync(join(root, name)));
  }
  return hash.digest('hex').slice(0, 24);
}

async function synthesizeInto(app: App, folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`);
  const PATH = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(':');
  // Whether CloudFormation would take the template is asked before it is deployed, and takes longer than to make it.
  const local = { CDK_OUTDIR: draft, CDK_CONTEXT_JSON: JSON.stringify({ stage: 'local' }), CDK_VALIDATION: 'false' };
  const env = { ...process.env, PATH, ...local };
  await promisify(execFile)(process.execPath, [app.file], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: Error & { stderr?: string }) => {
      rmSync(draft, { recursive: true, force: true });
      throw new Sentence(`${app.file} does not synthesize:\n${(error.stderr ?? error.message).trim()}`, {
        cause: error,
      });
    },
  );
  renameSync(draft, folder);
}

function forgetOld(): void {
  const age = (name: string) => statSync(join(cache, name)).mtimeMs;
  const complete = readdirSync(cache).filter((name) => !name.includes('-'));
  const old = complete.toSorted((a, b) => age(b) - age(a)).slice(kept);
  for (const name of old) rmSync(join(cache, name), { recursive: true, force: true });
}

function readAssembly(folder: string): Assembly {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { artifacts } = v.parse(Manifest, read('manifest.json'));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const paths = new Map(stacks.flatMap(([name]) => assetsOf(folder, v.parse(Assets, read(`${name}.assets.json`)))));
  const templates = stacks.map(([, { properties }]) => v.parse(StackProperties, properties).templateFile);
  return {
    template: mergeStacks(templates.map((file) => readFileSync(join(folder, file), 'utf8'))),
    bundle(s3Key) {
      const path = paths.get(s3Key);
      if (path === undefined) throw new Error(`The assembly has no asset ${s3Key}`);
      return path;
    },
    compiled: join(folder, 'compiled'),
  };
}

/** Where each asset lies, by its key in the bucket of a deployment. */
const assetsOf = (folder: string, { files }: v.InferOutput<typeof Assets>) =>
  Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ objectKey }) => [objectKey, join(folder, source.path)] as const),
  );
