const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A US postal code that was written as a number has lost its leading zeros. */
const asZip = (code: string): string => {
  if (!/^\d{3,9}$/.test(code)) return code;
  return code.padStart(code.length <= 5 ? 5 : 9, '0');
};

/** Whether a postal code that was told is another one; the four digits that some add are not compared. */
export const isElsewhere = (ours: string | null | undefined, told: string | null | undefined): boolean => {
  if (!ours || !told) return false;
  const [one, other] = [asZip(letters(ours)), asZip(letters(told))].sort((a, b) => a.length - b.length);
  return one === undefined || other === undefined || !other.startsWith(one);
};

/** What a person is told of it. */
export const elsewhere = 'The order under this number goes to another postal code.';
