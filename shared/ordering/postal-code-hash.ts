import type { Vault } from '../domain/ports/vault.ts';
import { comparablePostalCode } from '../domain/postal-code.ts';
import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';

/** 64 bits in hex: two codes that look alike are not to be expected, and every character is written with the order. */
const length = 16;

type Named = Pick<PurchaseOrderRow, 'storeId' | 'poNumber'>;

/**
 * What stays of a postal code when the customer's data is erased: a hash under the stage's key, bound to this purchase order, so that
 * no two with one code look alike. Null where the code is too short to be compared.
 */
export const postalCodeHash = async (
  vault: Pick<Vault, 'fingerprint'>,
  { storeId, poNumber }: Named,
  postalCode: string | null | undefined,
): Promise<string | null> => {
  const code = comparablePostalCode(postalCode);
  if (code === null) return null;
  const whole = await vault.fingerprint(JSON.stringify(['postal-code', storeId, poNumber, code]));
  return whole.slice(0, length);
};
