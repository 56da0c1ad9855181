import type * as v from 'valibot';
import type { StoreBody } from '../contract/bodies/store.ts';
import { invalid, noSuchStore } from '../contract/problem.ts';
import { StoreRow } from '../domain/account/store.ts';
import type { NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { whyNoTarget } from '../webhooks/address-guard.ts';

/** The store, or 404. */
export const storeOf = async (table: Table, storeId: string): Promise<StoreRow> => {
  const row = await load(table, keys.store(storeId), StoreRow);
  if (row === undefined) throw noSuchStore();
  return row;
};

export type StorePorts = {
  readonly table: Table;
  readonly newId: NewId;
  /** The local run only: its webhook receiver listens on loopback. */
  readonly allowLocalWebhooks: boolean;
};

/** Creates or changes a store. Its signing secrets are not the webstore's to change here. */
export const putStore = async (
  { table, newId, allowLocalWebhooks }: StorePorts,
  storeId: string,
  body: v.InferOutput<typeof StoreBody>,
): Promise<{ readonly created: boolean; readonly store: StoreView }> => {
  if (body.webhook !== null) refuseTarget(body.webhook.url, allowLocalWebhooks);
  let created = false;
  const { row } = await amend({ table, newId }, keys.store(storeId), StoreRow, (current) => {
    created = current === undefined;
    return { ...(current ?? { ...keys.store(storeId), storeId, signingSecrets: [] }), ...body };
  });
  if (row === undefined) throw new Error('A store was written and is not there');
  return { created, store: viewStore(row) };
};

/** 400 for a webhook that could never be delivered; what its name leads to is looked at again by whoever sends. */
const refuseTarget = (url: string, loopback: boolean): void => {
  const detail = whyNoTarget(url, { loopback });
  if (detail !== null) throw invalid([{ pointer: '/webhook/url', detail }]);
};

/** A store as the API shows it. */
export const viewStore = ({ storeId, name, serviceEmail, overrideDropShipRules, webhook }: StoreRow) => ({
  storeId,
  name,
  serviceEmail,
  overrideDropShipRules,
  webhook,
});
export type StoreView = ReturnType<typeof viewStore>;
