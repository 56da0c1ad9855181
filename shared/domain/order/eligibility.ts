import type { AccountRow } from '../account/account.ts';
import type { DistributorSettingsRow, StoreRow } from '../account/store.ts';
import type { Profile } from '../profile.ts';
import type { PurchaseOrderRow } from '../purchase-order/purchase-order.ts';
import { nextLookAt, statusOf } from '../purchase-order/view.ts';
import { minuteInUtc } from '../time.ts';
import type { DistributorSlug, Mode } from '../vocabulary.ts';
import type { OrderItem, OrderRow } from './order.ts';
import { isOrderable, isPartNumber, longestPartNumber, mostPieces } from './sendable.ts';

export const checkNames = [
  'aftermarket',
  'order-new',
  'distributor-part',
  'distributor-supported',
  'marked-for-drop-ship',
  'credentials-configured',
  'no-purchase-order',
] as const;
type CheckName = (typeof checkNames)[number];
export type Check = { readonly name: CheckName; readonly passed: boolean; readonly message: string };

/** A distributor as the service is set up for it: what it is, and the hosts that are configured. */
export type SetUp = { readonly profile: Profile; readonly hosts: Readonly<Record<Mode, string | null>> };

/** Everything that the checks judge. */
export type Case = {
  readonly store: StoreRow;
  readonly order: OrderRow;
  readonly item: OrderItem;
  /** The slug that was chosen, one of ours or not; null when the item names none. */
  readonly distributor: string | null;
  readonly partNumber: string | null;
  readonly mode: Mode;
  /** Null when the slug is none of the four. */
  readonly setUp: SetUp | null;
  readonly settings: DistributorSettingsRow | null;
  readonly account: AccountRow | null;
  /** The item's purchase order of this mode; null when there is none, or the last attempt was refused. */
  readonly purchaseOrder: PurchaseOrderRow | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
};

export const modeOf = (settings: DistributorSettingsRow | null): Mode => (settings?.testMode ? 'test' : 'live');

/** The fields of the mode's credential set that are empty, by their labels. */
export const missingCredentials = (
  profile: Profile,
  settings: DistributorSettingsRow | null,
  mode: Mode,
): readonly string[] =>
  profile.credentials.filter(({ name }) => settings?.[mode]?.shown[name] === undefined).map(({ label }) => label);

/** The stop that holds now: it names the credentials that it stopped, and ends with them. */
export const currentStop = (account: AccountRow | null, settings: DistributorSettingsRow | null, mode: Mode) =>
  account?.stopped && account.stopped.credentialVersion === settings?.[mode]?.version ? account.stopped : null;

/** What a person chose among an item's parts; null = ours to choose. */
export type WantedPart = { readonly distributor: DistributorSlug | null; readonly partNumber: string | null };

/** The item's part to be ordered, of those that are wanted and can be: of the first configured distributor, else of the first. */
export const choosePart = (
  item: OrderItem,
  isConfigured: (distributor: string) => boolean,
  { distributor, partNumber }: WantedPart,
): { readonly distributor: string; readonly partNumber: string | null } | null => {
  const wanted = item.distributorParts.filter(
    (part) =>
      (distributor ?? part.distributor) === part.distributor && (partNumber ?? part.partNumber) === part.partNumber,
  );
  const named = wanted.filter((part) => isPartNumber(part.partNumber));
  const chosen = named.find((part) => isConfigured(part.distributor)) ?? named[0] ?? wanted[0];
  if (chosen !== undefined) return chosen;
  return distributor === null ? null : { distributor, partNumber: null };
};

type Verdict = readonly [passed: boolean, message: string];

const rules: Readonly<Record<CheckName, (the: Case) => Verdict>> = {
  aftermarket: ({ item }) =>
    item.catalog === 'aftermarket'
      ? [true, 'The item is an aftermarket part.']
      : [
          false,
          `Only aftermarket parts are drop-shipped; the webstore lists this item as ${item.catalog}, and corrects that if it is wrong.`,
        ],

  'order-new': ({ order, item }) => {
    if (item.removed)
      return [false, 'The webstore has taken this item out of the order; only the webstore can put it back.'];
    if (order.shipTo === null)
      return order.erasedAt
        ? [false, "The customer's data was erased; the webstore has to send the order again."]
        : [false, 'The order has no shipping address; the webstore has to send one.'];
    if (item.quantity === 0)
      return [false, 'Nothing is left of this item (quantity 0); the webstore sets the quantity.'];
    if (!isOrderable(item.quantity))
      return [
        false,
        `The quantity is ${item.quantity}; only whole pieces are drop-shipped, at most ${mostPieces} at once. The webstore sets the quantity.`,
      ];
    return order.status === 'New'
      ? [true, 'The order is New.']
      : [false, `The order is ${order.status}; only a New order is drop-shipped. The webstore sets its status.`];
  },

  'distributor-part': ({ item, distributor, partNumber, setUp }) => {
    const name = setUp?.profile.name ?? distributor;
    if (partNumber !== null && isPartNumber(partNumber)) return [true, `The item is part ${partNumber} of ${name}.`];
    if (partNumber === '') return [false, `The part number of ${name} is empty; the webstore has to send it.`];
    if (partNumber !== null)
      return [
        false,
        `The part number of ${name} cannot be sent: it is longer than ${longestPartNumber} characters, or holds a line break or the like. The webstore has to send it.`,
      ];
    if (item.distributorParts.length === 0)
      return [false, 'The webstore names no distributor part for this item, and has to add one.'];
    const isOther = item.distributorParts.some((part) => part.distributor === (distributor ?? part.distributor));
    return isOther
      ? [false, 'The webstore names other parts for this item than the one that was chosen: choose one of those.']
      : [
          false,
          `The webstore names no part of ${name} for this item: choose another distributor, or have the webstore add one.`,
        ];
  },

  'distributor-supported': ({ distributor, setUp, mode, today }) => {
    if (distributor === null) return [false, 'This cannot be judged before the webstore names a distributor part.'];
    if (setUp === null)
      return [
        false,
        `Orders cannot be placed with ${distributor}, which is none of the four we know: choose another distributor.`,
      ];
    const { profile, hosts } = setUp;
    if (profile.status === 'retired' || (profile.sunset !== null && profile.sunset < today)) {
      return [false, `${profile.name} takes no orders any more: choose another distributor.`];
    }
    return hosts[mode] === null
      ? [false, `No ${mode} host is configured for ${profile.name}: an administrator sets it in distributorHosts.`]
      : [true, `${profile.name} takes orders.`];
  },

  'marked-for-drop-ship': ({ item, store }) => {
    if (item.markedForDropShip === null) return [true, 'The webstore does not restrict this item.'];
    if (item.markedForDropShip) return [true, 'The item is marked for drop shipping.'];
    return store.overrideDropShipRules
      ? [true, 'The item is not marked for drop shipping, but the store overrides this rule.']
      : [
          false,
          'The item is not marked for drop shipping. Mark it in the webstore, or let the store override the rule.',
        ];
  },

  'credentials-configured': ({ distributor, setUp, settings, account, mode }) => {
    if (distributor === null) return [false, 'This cannot be judged before the webstore names a distributor part.'];
    if (setUp === null)
      return [
        false,
        `This cannot be judged, for ${distributor} is none of the four we know: choose another distributor.`,
      ];
    const missing = missingCredentials(setUp.profile, settings, mode);
    if (missing.length > 0) {
      return [
        false,
        `The ${mode} settings of ${setUp.profile.name} lack: ${missing.join(', ')}. The store enters them.`,
      ];
    }
    return currentStop(account, settings, mode) === null
      ? [true, `The ${mode} credentials of ${setUp.profile.name} are complete.`]
      : [
          false,
          `${setUp.profile.name} refused the ${mode} credentials; the account is stopped until the store enters new ones, or verifies these.`,
        ];
  },

  'no-purchase-order': ({ purchaseOrder }) =>
    purchaseOrder === null ? [true, 'The item has no purchase order.'] : [false, standingSentence(purchaseOrder)],
};

/** That the item has a purchase order, and what is being done about one whose outcome is open. */
export const standingSentence = (purchaseOrder: PurchaseOrderRow): string =>
  `The item has purchase order ${purchaseOrder.poNumber} already${whatIsDone(purchaseOrder)}`;

const whatIsDone = (purchaseOrder: PurchaseOrderRow): string => {
  const next = nextLookAt(purchaseOrder);
  const look = next === null ? '' : ` The next look is at ${minuteInUtc(next)}.`;
  switch (statusOf(purchaseOrder)) {
    case 'submitting':
      return `: it is being sent, and the item is locked until the distributor has answered.${look}`;
    case 'in-doubt':
      return `: the distributor gave no clear answer, so we ask whether it holds it. The item is locked until that is known.${look}`;
    case 'needs-person':
      return `, and a person has to settle it. ${purchaseOrder.attention?.whatToDo ?? ''}`.trim();
    default:
      return '.';
  }
};

/** All seven, in order, each judged on its own. */
export const check = (the: Case): readonly Check[] =>
  checkNames.map((name) => {
    const [passed, message] = rules[name](the);
    return { name, passed, message };
  });

export const eligible = (checks: readonly Check[]): boolean => checks.every(({ passed }) => passed);
