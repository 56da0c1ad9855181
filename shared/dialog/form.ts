import { addressFields, type Dialog, type Form, type Misfit } from './answers.ts';

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

/** What is too long for this distributor, as the service would say it. */
export const tooLong = (form: Form, { limits }: Dialog): readonly Misfit[] =>
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

/** The body of the submit: exactly what is shown, blank fields as null. */
export const submitBody = (form: Form, dialog: Dialog, leaveOutCompany: boolean) => {
  const { poNumber, shippingMethod, ...fields } = form;
  const shipTo = Object.fromEntries(addressFields.map(([name]) => [name, fields[name] === '' ? null : fields[name]]));
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
