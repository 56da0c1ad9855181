import { addressFields, type Dialog, type Form, type Misfit, type PurchaseOrder } from './answers.ts';

/** The form as the service proposes it. */
export const proposedForm = ({ form: { poNumber, shipTo, shippingMethod } }: Dialog): Form => {
  const given = (name: (typeof addressFields)[number][0]): string => shipTo?.[name] ?? '';
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

/** Whether a company is entered for which this distributor has no place: a person decides, it is never dropped unseen. */
export const companyHasNoPlace = (form: Form, { limits }: Dialog): boolean =>
  form.company !== '' && limits?.company === 0;

/** The purchase order that is shown in place of the form: the live one, or in test mode the test's. */
export const standingIn = ({ mode, purchaseOrder, testPurchaseOrder = null }: Dialog): PurchaseOrder | null =>
  purchaseOrder ?? (mode === 'test' ? testPurchaseOrder : null);

/** What still does not fit when a field was changed: of that field only its length can be judged here. */
export const afterInput = (
  misfits: readonly Misfit[],
  field: string,
  form: Form,
  dialog: Dialog,
): readonly Misfit[] => {
  const isOf = ({ pointer }: Misfit): boolean => pointer === `/${field}` || pointer === `/shipTo/${field}`;
  return [...misfits.filter((misfit) => !isOf(misfit)), ...tooLong(form, dialog).filter(isOf)];
};

const isCompanyWithoutPlace = ({ pointer, limit }: Misfit): boolean => pointer === '/shipTo/company' && limit === 0;

/** What has to be mended before the order can be reviewed: a company that is to be left out is no longer in the way. */
export const unsettled = (misfits: readonly Misfit[], leaveOutCompany: boolean): readonly Misfit[] =>
  misfits.filter((misfit) => !(leaveOutCompany && isCompanyWithoutPlace(misfit)));

/** What is too long for this distributor, as the service would say it. */
const tooLong = (form: Form, { limits }: Dialog): readonly Misfit[] =>
  addressFields.flatMap(([name, label]) => {
    const [limit, length] = [limits?.[name] ?? null, [...form[name]].length];
    if (limit === null || limit === 0 || length <= limit) return [];
    return [
      {
        pointer: `/shipTo/${name}`,
        limit,
        detail: `${label} has ${length} characters; this distributor takes ${limit}.`,
      },
    ];
  });

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
