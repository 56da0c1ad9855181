import type { Distributor } from '../distributor.ts';
import { isSamePart } from '../holding.ts';
import { anyText, entry, listOf, read } from '../lenient.ts';
import { cappedAt, cents, inAll, level, quoted, whereCapped } from '../offer.ts';
import { redactorFor } from '../redact.ts';
import { noAnswer, readWithout } from '../verdict.ts';
import { head, isWell, stopIn } from './answers.ts';
import { asking } from './requests.ts';
import { settings } from './settings.ts';

const ListedItem = entry({
  itemnum: anyText,
  inventory: level,
  price: cents,
  errormsg: anyText,
  dc: listOf(entry({ dcname: anyText, dcinv: level })),
});

export const Quoted = entry({ INP: entry({ ...head, item: listOf(ListedItem) }) });

/** Stock and price in one question. The levels of its warehouses are told, or one for all. */
export const quote: Distributor['quote'] = async (account, { partNumber }) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(asking(account, 'read', 'INP', [['item', partNumber]]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, 'INP', redact);
  if (stop !== null) return stop;
  const said = read(Quoted, reply.json)?.INP;
  const [item, ...more] = said?.item ?? [];
  const isAbout = item !== undefined && more.length === 0 && isSamePart(item.itemnum ?? partNumber, partNumber);
  if (said === undefined || !isWell(said) || !isAbout) {
    const words = [said?.errormsg, item?.errormsg].flatMap((word) => word ?? []).join(' ');
    return words === '' ? noAnswer('The answer of Tucker Rocky could not be read.') : quoted({}, redact(words));
  }
  const places = item.dc.flatMap(({ dcname, dcinv }) => (dcinv === null ? [] : [[dcname ?? '', dcinv] as const]));
  const told = places.length > 0 || item.inventory === null ? places : [['', item.inventory] as const];
  const levels = told.map(([place, one]) => [place, cappedAt(one, settings.mostTold)] as const);
  return quoted(
    { available: inAll(levels.map(([, one]) => one)), cost: item.price },
    item.errormsg === null ? null : redact(item.errormsg),
    whereCapped(levels, redact),
  );
};
