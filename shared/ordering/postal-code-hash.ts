import type { Vault } from '../domain/ports/vault.ts';
import { comparablePostalCode } from '../domain/postal-code.ts';
import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';

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
  return code === null ? null : vault.fingerprint(JSON.stringify(['postal-code', storeId, poNumber, code]));
};
