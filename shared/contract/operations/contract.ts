import * as v from 'valibot';
import { operation, usual } from '../operation.ts';

export const GetContract = operation('GET /v1/openapi.json', {
  ...usual,
  id: 'getContract',
  summary: 'This document.',
  answers: { 200: v.looseObject({ openapi: v.string() }) },
});

export const GetHealth = operation('GET /v1/health', {
  ...usual,
  id: 'getHealth',
  summary: 'Alive or not.',
  answers: { 200: v.object({ status: v.literal('ok') }) },
});

export const GetDialogModule = operation('GET /v1/drop-ship-dialog.js', {
  ...usual,
  id: 'getDialogModule',
  summary: 'The Drop Ship dialog as a web component: one ECMAScript module, to be loaded by the webstore’s admin page.',
  media: 'text/javascript',
  answers: { 200: v.string() },
});
