import {
  IdempotencyConfig,
  IdempotencyItemAlreadyExistsError,
  IdempotencyItemNotFoundError,
  makeIdempotent,
} from '@aws-lambda-powertools/idempotency';
import { BasePersistenceLayer, IdempotencyRecord } from '@aws-lambda-powertools/idempotency/persistence';
import type { Context } from 'aws-lambda';
import type { HandleNudge } from '../../../shared/aws/worker.ts';
import type { Row, Table } from '../../../shared/domain/ports/table.ts';
import { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { load } from '../../../shared/domain/rows/amend.ts';
import type { SubmitVerdict } from '../../../shared/domain/verdicts.ts';
import { drainOutbox } from '../../../shared/ordering/drain-outbox.ts';
import type { OrderingPorts } from '../../../shared/ordering/ports.ts';
import { callOnce, writeDown } from './call-then-write.ts';

type Fields = ConstructorParameters<typeof IdempotencyRecord>[0];

/** The library's DynamoDB layer, on the table of the simulation: the same conditions, word for word. */
class SimulatedPersistence extends BasePersistenceLayer {
  readonly #ports: { readonly table: Table; readonly newId: () => string };

  constructor(ports: { readonly table: Table; readonly newId: () => string }) {
    super();
    this.#ports = ports;
  }

  #key(id: string) {
    return { pk: `IDEMPOTENCY#${id}`, sk: 'IDEMPOTENCY' };
  }

  async #read(id: string): Promise<{ readonly row: Row; readonly record: IdempotencyRecord } | undefined> {
    const row = await this.#ports.table.get(this.#key(id));
    if (row === undefined) return undefined;
    const stored = row as Row & { readonly fields: Fields };
    return { row: stored, record: new IdempotencyRecord(stored.fields) };
  }

  #rowOf(record: IdempotencyRecord) {
    const { idempotencyKey, expiryTimestamp, inProgressExpiryTimestamp, payloadHash, responseData } = record;
    const fields = { idempotencyKey, expiryTimestamp, inProgressExpiryTimestamp, payloadHash, responseData };
    return {
      ...this.#key(idempotencyKey),
      rev: this.#ports.newId(),
      fields: { ...fields, status: record.getStatus() },
    };
  }

  protected async _deleteRecord({ idempotencyKey }: IdempotencyRecord): Promise<void> {
    const found = await this.#read(idempotencyKey);
    if (found !== undefined) await this.#ports.table.write([{ remove: this.#key(idempotencyKey), was: found.row.rev }]);
  }

  protected async _getRecord(id: string): Promise<IdempotencyRecord> {
    const found = await this.#read(id);
    if (found === undefined) throw new IdempotencyItemNotFoundError();
    return found.record;
  }

  /** Nothing there, or expired, or in progress for longer than its function lived. */
  protected async _putRecord(record: IdempotencyRecord): Promise<void> {
    const found = await this.#read(record.idempotencyKey);
    const isFree = found === undefined || found.record.isExpired() || hasTimedOut(found.record);
    const put = this.#rowOf(record);
    const written = isFree && (await this.#ports.table.write([{ put, was: found?.row.rev ?? null }]));
    if (written !== 'done') {
      const standing = found ?? (await this.#read(record.idempotencyKey));
      throw new IdempotencyItemAlreadyExistsError('It exists already.', standing?.record);
    }
  }

  protected async _updateRecord(record: IdempotencyRecord): Promise<void> {
    const found = await this.#read(record.idempotencyKey);
    await this.#ports.table.write([{ put: this.#rowOf(record), was: found?.row.rev ?? null }]);
  }
}

const hasTimedOut = (record: IdempotencyRecord): boolean =>
  record.getStatus() === 'INPROGRESS' &&
  record.inProgressExpiryTimestamp !== undefined &&
  record.inProgressExpiryTimestamp < Date.now();

const sixWeeks = 42 * 86_400;

/**
 * Powertools' idempotency as a sensible engineer uses it: the PO number is the key, records live as long as the order, the Lambda
 * context is registered, the whole call is what is made idempotent, an unclear answer is an outcome (for a person) and not an
 * exception, since after an exception the library forgets the record and the next delivery calls again.
 */
export const withLibrary =
  (ports: OrderingPorts): HandleNudge =>
  async (nudge, turn) => {
    const po = await load(ports.table, nudge, PurchaseOrderRow);
    if (po === undefined) return;
    if (po.state !== 'claimed') return drainOutbox(ports, po);
    const config = new IdempotencyConfig({ eventKeyJmesPath: 'poNumber', expiresAfterSeconds: sixWeeks });
    config.registerLambdaContext({ getRemainingTimeInMillis: () => turn.remainingMilliseconds() } as Context);
    const deadline = ports.clock.now() + turn.remainingMilliseconds() - 5000;
    const call = makeIdempotent(async (_: { poNumber: string }) => ({ ...(await callOnce(ports, po, deadline)) }), {
      persistenceStore: new SimulatedPersistence(ports),
      config,
    });
    const answer = (await call({ poNumber: `${po.storeId}/${po.poNumber}` })) as SubmitVerdict;
    await writeDown(ports, po, answer);
  };
