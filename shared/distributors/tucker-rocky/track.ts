import * as v from 'valibot';
import { numberKey } from '../../domain/number-key.ts';
import type { OpenOrder } from '../../domain/verdicts.ts';
import type { Distributor } from '../distributor.ts';
import { entry, listOf, numberWithin, orderNumber, parcelsIn, read, textWithin, textWithout } from '../lenient.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, chunks, halveList, readPart } from '../sweep.ts';
import { unlessTakenBack } from '../taken-back.ts';
import { type Seen, sentIn, trackedIn, trackVerdict } from '../tracking.ts';
import type { Answer } from '../verdict.ts';
import { head, isWell, stopIn } from './answers.ts';
import { shipmentsOf } from './requests.ts';
import { settings } from './settings.ts';

const Parcels = parcelsIn(
  unlessTakenBack(
    v.union([
      v.pipe(
        textWithout('carrier', 'trackingnum'),
        v.transform((trackingnum) => ({ carrier: null, trackingnum })),
      ),
      entry({ carrier: textWithin('name', 'code'), trackingnum: numberWithin('trackingnumber', 'number') }),
    ]),
  ),
  'trackingnum',
  'trackingnumber',
  'number',
);

const Shipment = entry({ ordernum: orderNumber, shipmentline: listOf(entry({ trackingnumbers: Parcels })) });
type Shipment = v.InferOutput<typeof Shipment>;
export const Shipments = entry({ SHP: entry({ ...head, shipment: listOf(Shipment) }) });

const shipmentsIn = ({ json }: Answer): readonly Shipment[] | null => {
  const said = read(Shipments, json)?.SHP;
  return said !== undefined && isWell(said) ? said.shipment : null;
};

const isWhole = ({ shipmentline }: Shipment): boolean =>
  shipmentline.every(({ trackingnumbers }) => trackingnumbers.areRead);

/** `UG`, the one code that is known, is UPS Ground; other words are the carrier's name. */
const carrierBy = (carrier: string | null): string | null => (carrier === 'UG' ? 'UPS' : carrier);

/** Neither part nor pieces nor dates are told here. */
const seenIn = (shipments: readonly Shipment[], redact: Redact): Seen => {
  const parcels = shipments
    .flatMap(({ shipmentline }) => shipmentline)
    .flatMap(({ trackingnumbers }) => trackingnumbers.parcels);
  return {
    lines: [],
    sent: [...Map.groupBy(parcels, ({ carrier }) => carrierBy(carrier))].map(([carrier, of]) =>
      sentIn(
        of.map(({ trackingnum }) => trackingnum),
        { carrier, date: null, quantity: null },
        redact,
      ),
    ),
  };
};

export const track: Distributor['track'] = async (account, orders) => {
  const redact = redactorFor(account.credentials);
  const ask = async (some: readonly OpenOrder[]) =>
    readPart(await account.client(shipmentsOf(account, some)), (answer) => stopIn(answer, 'SHP', redact), shipmentsIn);
  const questions = chunks(
    orders,
    settings.maxQuery,
    ({ orderNumbers }) => orderNumbers.map((number) => `&ordernum=${number}`).join('').length,
  );
  const { found, unanswered, unreadable, stop } = await askAll(questions, ask, halveList);
  const byNumber = Map.groupBy(found, ({ ordernum }) => numberKey(ordernum ?? ''));
  const foundOf = ({ orderNumbers }: OpenOrder) =>
    [...new Set(orderNumbers.map(numberKey))].flatMap((number) => byNumber.get(number) ?? []);
  const told = trackedIn(orders, foundOf, (shipments) => seenIn(shipments, redact), redact);
  const odd = orders.filter((order) => !foundOf(order).every(isWhole));
  return trackVerdict(
    told,
    // What has not been sent yet is not shown here.
    { rest: unanswered.flat(), unreadable: [...unreadable.flat(), ...odd], missing: [] },
    orders.length,
    stop,
  );
};
