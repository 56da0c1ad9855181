import type { OpenOrder } from '../../domain/verdicts.ts';
import type { Distributor } from '../distributor.ts';
import { foundOfEach } from '../holding.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, chunks, halveList, readPart } from '../sweep.ts';
import { type Seen, sentIn, trackedIn, trackVerdict } from '../tracking.ts';
import { stopIn } from './answers.ts';
import { type Generation, generationsIn, heldIn } from './orders.ts';
import { indexed, reading } from './requests.ts';
import { settings } from './settings.ts';

/** Freight has a PRO number in the place of a tracking number. Pieces of a parcel are not told. */
const seenIn = (orders: readonly Generation[], redact: Redact): Seen => {
  const { lines, postalCode, statuses, orderNumbers } = heldIn(orders);
  return {
    lines,
    postalCode,
    statuses,
    numbers: orderNumbers,
    sent: orders.flatMap(({ header, trackingnumbers, trackingnumber, pronumber }) =>
      [...trackingnumbers.parcels, { trackingnumber, pronumber }, header].map(({ trackingnumber, pronumber }) =>
        sentIn(
          [trackingnumber ?? pronumber],
          { carrier: trackingnumber === null ? 'Freight' : null, date: header.invoicedate, quantity: null },
          redact,
        ),
      ),
    ),
  };
};

const postalCodeOf = ({ shiptoaddress }: Generation): string | null => shiptoaddress?.zip ?? null;

const names = {
  poNumberOf: ({ header }: Generation) => header.ponumber,
  orderNumbersOf: ({ header }: Generation) => [header.ordernumber],
};

export const track: Distributor['track'] = async (account, orders) => {
  const redact = redactorFor(account.credentials);
  const ask = async (some: readonly OpenOrder[]) => {
    const numbers = some.map(({ poNumber }) => poNumber);
    const reply = await account.client(reading(account, '/order/headers', indexed('purchaseNumbers', numbers)));
    return readPart(reply, (answer) => stopIn(answer, redact), generationsIn);
  };
  const questions = chunks(orders, settings.maxQuery, ({ poNumber }) => `&purchaseNumbers%5B999%5D=${poNumber}`.length);
  const { found, unanswered, unreadable, stop } = await askAll(questions, ask, halveList);
  const foundOf = foundOfEach(orders, found, names);
  const told = trackedIn(orders, foundOf, (some) => seenIn(some, redact), redact, postalCodeOf);
  const odd = orders.filter((order) => !foundOf(order).every(({ trackingnumbers }) => trackingnumbers.areRead));
  return trackVerdict(
    told,
    // Whether the headers show an order before it is invoiced is not public: one that they do not show is none that is missing.
    { rest: unanswered.flat(), unreadable: [...unreadable.flat(), ...odd], missing: [] },
    orders.length,
    stop,
  );
};
