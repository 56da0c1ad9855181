import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { openApi } from '../../shared/contract/openapi/document.ts';
import { clientFile, clientTypes } from './client-types.ts';

const text = JSON.stringify(openApi());

/** Spectral's recommended rules for OpenAPI. */
const spectral = async (): Promise<readonly string[]> => {
  const linter = new spectralCore.Spectral();
  linter.setRuleset({ extends: [[rulesets.oas as RulesetDefinition, 'recommended']] });
  const found = await linter.run(text);
  return found.map(({ code, path, message }) => `Spectral ${code}, ${path.join('.')}: ${message}`);
};

/** Redocly's recommended rules. */
const redocly = async (): Promise<readonly string[]> => {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  return found.map(({ ruleId, message, location }) => `Redocly ${ruleId}, ${location[0]?.pointer}: ${message}`);
};

/** What was made of the document for the client, and not made anew since it changed. */
const client = async (): Promise<readonly string[]> =>
  readFileSync(clientFile, 'utf8') === (await clientTypes()) ? [] : [`${clientFile} is out of date: npm run contract`];

const found = [...(await spectral()), ...(await redocly()), ...(await client())];
console.log(
  [...found, `The contract, read by Spectral and Redocly and made into types: ${found.length} findings.`].join('\n'),
);
process.exitCode = found.length === 0 ? 0 : 1;
