/** What the dialog reads of the answers of the contract (`GET /v1/openapi.json`); a member that is not there is left out of the page. */
export type Check = { readonly name: string; readonly passed: boolean; readonly message: string };

type Address = Readonly<Record<AddressField, string | null>>;

export const addressFields = [
  ['name', 'Name'],
  ['company', 'Company'],
  ['line1', 'Address'],
  ['line2', 'Address, second line'],
  ['city', 'City'],
  ['state', 'State'],
  ['postalCode', 'Postal code'],
  ['country', 'Country'],
  ['phone', 'Telephone'],
] as const;
type AddressField = (typeof addressFields)[number][0];

export type Contact = { readonly name?: string; readonly site?: string; readonly phone?: string | null };

type Shipment = {
  readonly carrier: string | null;
  readonly trackingNumber: string;
  readonly trackingUrl: string | null;
};

export type PurchaseOrder = {
  readonly poNumber: string;
  readonly mode: string;
  readonly distributor: string;
  readonly status: string;
  readonly attention?: { readonly whatToDo: string; readonly contact?: Contact | null } | null;
  readonly distributorOrderNumbers: readonly string[];
  readonly trackUntil: string | null;
  readonly nextLookAt?: string | null;
  readonly shipments: readonly Shipment[];
};

export type Misfit = { readonly pointer: string; readonly limit?: number | null; readonly detail: string };

export type Alternative = {
  readonly distributor: string;
  readonly name: string;
  readonly partNumber: string;
  readonly mode: string;
  readonly eligible: boolean;
  readonly failed: readonly string[];
};

export type Dialog = {
  readonly eligible: boolean;
  readonly distributor: string | null;
  readonly name?: string | null;
  readonly partNumber?: string | null;
  readonly mode: string;
  readonly warning?: string | null;
  readonly contact?: Contact | null;
  readonly item?: { readonly title?: string; readonly sku?: string | null; readonly quantity?: number };
  readonly checks: readonly Check[];
  readonly form: {
    readonly poNumber: string;
    readonly shipTo: Partial<Address> | null;
    readonly shippingMethod: string | null;
    readonly shippingMethods: readonly string[];
    readonly leftOut: readonly string[];
  };
  readonly limits: Readonly<Record<AddressField | 'poNumber', number | null>> | null;
  readonly misfits?: readonly Misfit[];
  readonly alternatives?: readonly Alternative[];
  readonly lastRejection: { readonly distributorMessage: string; readonly poNumber: string } | null;
  readonly purchaseOrder: PurchaseOrder | null;
  readonly testPurchaseOrder?: PurchaseOrder | null;
};

export type Offer = {
  readonly available: number | null;
  readonly cost: number | string | null;
  readonly currency: string | null;
  readonly fee: number | string | null;
  readonly dropShipAllowed: boolean | null;
  readonly message: string | null;
};

/** An error of the service (RFC 9457), with the extra members that the dialog shows. */
export type Problem = {
  readonly type: string;
  readonly title?: string;
  readonly detail?: string;
  readonly distributorMessage?: string;
  readonly suggested?: string;
  readonly errors?: readonly Misfit[];
  readonly checks?: readonly Check[];
  readonly purchaseOrder?: PurchaseOrder;
};

/** What a person sees and may change before submitting. */
export type Form = { readonly poNumber: string; readonly shippingMethod: string | null } & Readonly<
  Record<AddressField, string>
>;
