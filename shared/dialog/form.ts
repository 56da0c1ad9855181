import {
  type AddressField,
  addressFields,
  type Dialog,
  type Form,
  type Misfit,
  type PurchaseOrder,
} from './answers.ts';

/** The form as the service proposes it. */
const proposedForm = ({ form: { poNumber, shipTo, shippingMethod } }: Dialog): Form => {
  const given = (name: AddressField): string => shipTo?.[name] ?? '';
  return {
    poNumber,
    shippingMethod,
    name: given('name'),
    company: given('company'),
    line1: given('line1'),
    line2: given('line2'),
    city: given('city'),
    state: given('state'),
    postalCode: given('postalCode'),
    country: given('country'),
    phone: given('phone'),
  };
};

type Filled = { readonly form: Form; readonly misfits: readonly Misfit[] };

/** The form of another part, or of the first: what a person has entered in an earlier one stays entered. */
export const formAfter = (
  dialog: Dialog,
  before: { readonly dialog: Dialog | null; readonly form: Form | null },
): Filled => {
  const proposed: Filled = { form: proposedForm(dialog), misfits: dialog.misfits };
  if (before.dialog === null || before.form === null) return proposed;
  const [entered, left] = [before.form, proposedForm(before.dialog)];
  return addressFields
    .filter(([name]) => entered[name] !== left[name])
    .reduce(({ form, misfits }, [name]) => {
      const mended = { ...form, [name]: entered[name] };
      return { form: mended, misfits: afterInput(misfits, name, mended, dialog) };
    }, proposed);
};

/** What was answered meanwhile, with what was entered: only a number that was refused is used up. */
export const renewed = (dialog: Dialog, { form }: { readonly form: Form | null }) => ({
  dialog,
  form:
    form !== null && form.poNumber === dialog.lastRejection?.poNumber
      ? { ...form, poNumber: dialog.form.poNumber }
      : form,
});

/** How a question names a part; what is not known of it is left out. */
export const queryOf = (part: Pick<Dialog, 'distributor' | 'partNumber'> | null): string => {
  const query = new URLSearchParams({
    ...(part?.distributor ? { distributor: part.distributor } : {}),
    ...(part?.partNumber ? { partNumber: part.partNumber } : {}),
  }).toString();
  return query === '' ? '' : `?${query}`;
};

/** Whether they are about the same part of the same distributor. */
export const isSamePart = (one: Dialog | null, other: Dialog): boolean =>
  one?.distributor === other.distributor && one.partNumber === other.partNumber;

/** Whether a company is entered for which this distributor has no place: a person decides, it is never dropped unseen. */
export const companyHasNoPlace = (form: Form, { limits }: Dialog): boolean =>
  form.company !== '' && limits?.company === 0;

/** The purchase order that is shown in place of the form: the live one, or in test mode the test's. */
export const standingIn = ({ mode, purchaseOrder, testPurchaseOrder }: Dialog): PurchaseOrder | null =>
  purchaseOrder ?? (mode === 'test' ? testPurchaseOrder : null);

/** Every field of the form that a misfit can be shown at. */
export const fieldNames: readonly string[] = [...addressFields.map(([name]) => name), 'poNumber'];

export const isOfField = ({ pointer }: Misfit, name: string): boolean =>
  pointer === `/${name}` || pointer === `/shipTo/${name}`;

/** What still does not fit when a field was changed: of that field only its length can be judged here. */
export const afterInput = (
  misfits: readonly Misfit[],
  field: string,
  form: Form,
  dialog: Dialog,
): readonly Misfit[] => {
  const isOf = (misfit: Misfit): boolean => isOfField(misfit, field);
  return [...misfits.filter((misfit) => !isOf(misfit)), ...tooLong(form, dialog).filter(isOf)];
};

const isCompanyWithoutPlace = ({ pointer, limit }: Misfit): boolean => pointer === '/shipTo/company' && limit === 0;

/** What has to be mended in the form before the order can be reviewed: a company that is to be left out is no longer in the way. */
export const unsettled = (misfits: readonly Misfit[], leaveOutCompany: boolean): readonly Misfit[] =>
  misfits.filter(
    (misfit) =>
      fieldNames.some((name) => isOfField(misfit, name)) && !(leaveOutCompany && isCompanyWithoutPlace(misfit)),
  );

/** Where a distributor's limit is not known, the service takes this many characters. */
const houseLimit = 60;

/** How many characters of a field are taken; 0 = no place for it, null = it is not its length that counts. */
export const limitOf = ({ limits }: Dialog, name: AddressField): number | null =>
  limits === null || name === 'country' ? null : (limits[name] ?? houseLimit);

/** As many characters as a purchase order number has at most at every distributor. */
const houseNumberLimit = 20;

export const numberLimitOf = ({ limits }: Dialog): number => limits?.poNumber ?? houseNumberLimit;

/** What is too long for this distributor, as the service would say it. */
const tooLong = (form: Form, dialog: Dialog): readonly Misfit[] => [
  ...addressFields.flatMap(([name, label]) =>
    longer(`/shipTo/${name}`, label, [...form[name]].length, limitOf(dialog, name)),
  ),
  ...longer('/poNumber', 'Purchase order number', [...form.poNumber].length, numberLimitOf(dialog)),
];

const longer = (pointer: string, label: string, length: number, limit: number | null): readonly Misfit[] =>
  limit === null || limit === 0 || length <= limit
    ? []
    : [{ pointer, limit, detail: `${label} has ${length} characters; this distributor takes ${limit}.` }];

/** These are null where nothing is entered; the others are empty. */
const optional: readonly string[] = ['company', 'line2', 'phone'];

/** The body of the submit: exactly what is shown. */
export const submitBody = (form: Form, dialog: Dialog, leaveOutCompany: boolean) => {
  const { poNumber, shippingMethod, ...fields } = form;
  const shipTo = Object.fromEntries(
    addressFields.map(([name]) => [name, fields[name] === '' && optional.includes(name) ? null : fields[name]]),
  );
  return {
    confirm: true,
    distributor: dialog.distributor,
    ...(dialog.partNumber ? { partNumber: dialog.partNumber } : {}),
    poNumber,
    ...(dialog.form.shipTo === null ? {} : { shipTo }),
    ...(shippingMethod === null ? {} : { shippingMethod }),
    ...(leaveOutCompany ? { leaveOut: ['company'] } : {}),
  };
};
