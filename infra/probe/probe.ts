import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { baseUrl } from '../../shared/distributors/address.ts';
import { distributors } from '../../shared/distributors/all.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import { DistributorSlug, distributorSlugs, type Mode } from '../../shared/domain/vocabulary.ts';
import { optionsOf } from '../command/options.ts';
import { command, Sentence } from '../command/sentence.ts';
import { probe } from './ask.ts';
import { report } from './report.ts';

/**
 * `npm run probe -- --distributor wps --owner-agrees`: asks a real distributor what can be asked without ordering anything, holds the
 * answers against what our adapter looks for, and says what fits, what is new and what is missing, without a single value.
 */
const options = optionsOf({
  distributor: { type: 'string' },
  'owner-agrees': { type: 'boolean' },
  live: { type: 'boolean' },
  url: { type: 'string' },
  part: { type: 'string' },
  around: { type: 'string' },
  save: { type: 'string' },
});

/** A part that a client program asks for. */
const usualPart: Readonly<Record<DistributorSlug, string>> = {
  'parts-unlimited': '01013337',
  wps: '26-1772',
  'tucker-rocky': '160942',
  automatic: '12-345',
};

/** `apiToken` is `PROBE_API_TOKEN`. */
const variableOf = (name: string): string => `PROBE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

const credentialsOf = ({ credentials, name }: Profile) => {
  const variables = credentials.map((field) => [field.name, variableOf(field.name)] as const);
  const missing = variables.filter(([, variable]) => !process.env[variable]).map(([, variable]) => variable);
  if (missing.length > 0) throw new Sentence(`The credentials of ${name} are read from ${missing.join(' and ')}.`);
  return Object.fromEntries(variables.map(([field, variable]) => [field, process.env[variable] ?? '']));
};

const hostOf = ({ hosts, name }: Profile, mode: Mode): string => {
  const host = options.url ?? hosts[mode];
  if (host === null)
    throw new Sentence(
      `No ${mode} host of ${name} is known: name one with --url${mode === 'test' ? ', or say --live' : ''}.`,
    );
  return host;
};

/** Throws where the host is not fit to be asked. */
const fitHost = (host: string): string => {
  try {
    baseUrl(host);
    return host;
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : 'The host cannot be asked.');
  }
};

const dayOf = (text: string | undefined, now: number): number => {
  const day = text === undefined ? now : Date.parse(text);
  if (Number.isNaN(day)) throw new Sentence(`--around=${text} is no day: write it as 2026-11-20.`);
  return day;
};

await command(async () => {
  const slug = v.safeParse(DistributorSlug, options.distributor);
  if (!slug.success) throw new Sentence(`Say which one with --distributor: ${distributorSlugs.join(', ')}.`);
  const distributor = distributors[slug.output];
  const { profile } = distributor;
  if (!options['owner-agrees']) {
    throw new Sentence(
      `This asks ${profile.name} with somebody’s account. It orders nothing; say --owner-agrees when its owner agrees to it.`,
    );
  }
  const mode: Mode = options.live ? 'live' : 'test';
  const now = Date.now();
  const clock = { now: () => Date.now(), sleep: (milliseconds: number) => sleep(milliseconds) };
  const probed = await probe({
    distributor,
    mode,
    credentials: credentialsOf(profile),
    options: { host: fitHost(hostOf(profile, mode)), fetch, clock, random: Math.random, pace: () => sleep(1000) },
    partNumber: options.part ?? usualPart[slug.output],
    around: dayOf(options.around, now),
  });
  for (const line of report(probed)) console.log(line);
  if (options.save !== undefined) {
    writeFileSync(options.save, `${JSON.stringify({ distributor: slug.output, mode, ...probed }, null, 2)}\n`);
    console.log(`\nKept in ${options.save}, without a value.`);
  }
});
