// Made from the OpenAPI document by openapi-typescript (npm run contract): do not edit.
export interface paths {
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API keys to all stores.
         * @description Needs a key with the scope `admin`.
         */
        get: operations["listAllStoresKeys"];
        put?: never;
        /**
         * Make an API key to all stores, with no scope that the caller lacks. The token is shown this once.
         * @description Needs a key with the scope `admin`.
         */
        post: operations["createAllStoresKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API keys of this store.
         * @description Needs a key with the scope `admin`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key of this store, with no scope that the caller lacks. The token is shown this once.
         * @description Needs a key with the scope `admin`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/distributors/{distributor}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set credentials and test mode. A set that is left out is kept; null removes it.
         * @description Needs a key with the scope `settings:write`.
         */
        put: operations["putDistributor"];
        post?: never;
        /**
         * Remove the settings for this distributor, credentials included.
         * @description Needs a key with the scope `settings:write`.
         */
        delete: operations["deleteDistributor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The store.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["getStore"];
        /**
         * Create or change a store.
         * @description Needs a key with the scope `settings:write`.
         */
        put: operations["putStore"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/webhooks/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of the webhooks of the last 30 days, newest first.
         * @description Needs a key with the scope `settings:write`.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/distributors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The four distributors, as this store is set up with them.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["listDistributors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All stores, the newest first. Needs a key to all stores.
         * @description Needs a key with the scope `admin`.
         */
        get: operations["listStores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/webhooks/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have webhooks sent again: all since then, or some of them. They are kept for 30 days. One such request at a time.
         * @description Needs a key with the scope `settings:write`.
         */
        post: operations["redeliverWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/webhook/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret that signs webhooks, shown this once. The old one signs beside it for a day.
         * @description Needs a key with the scope `settings:write`.
         */
        post: operations["renewSigningSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key to all stores: from now on it is refused.
         * @description Needs a key with the scope `admin`.
         */
        delete: operations["revokeAllStoresKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key: from now on it is refused.
         * @description Needs a key with the scope `admin`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/webhooks/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a `webhook.test` event now, and say what the webhook answered. 404 where the store has none. One at a time.
         * @description Needs a key with the scope `settings:write`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/distributors/{distributor}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the distributor, with a call that orders nothing, whether the credentials of the current mode work.
         * @description Needs a key with the scope `settings:write`.
         */
        post: operations["verifyDistributor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/orders/{orderId}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erase the customer’s personal data now: name, e-mail and addresses, on the order and its purchase orders.
         * @description Needs a key with the scope `orders:write`.
         */
        delete: operations["eraseCustomer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The order with its items, their purchase orders, shipments and notes.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["getOrder"];
        /**
         * The webstore tells of an order, or of a change to it. It replaces what the webstore owns.
         * @description Needs a key with the scope `orders:write`.
         */
        put: operations["putOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/orders/{orderId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every step of the order and of all its purchase orders, the newest first.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The orders of a store, the last changed first. A page holds `limit` of them unless it is the last, or 3 MB. One that changes while you walk comes to the front: to miss none, ask next with `updatedSince` = the time at which this walk began.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that the Drop Ship dialog shows.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["getDialog"];
        put?: never;
        /**
         * Submit the dialog: place the order, and wait for the distributor’s answer as long as preferred.
         * @description Needs a key with the scope `orders:write`.
         */
        post: operations["submitDialog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock and cost at the distributor, now. It orders nothing and waits five seconds at most; where the distributor could not be asked, `message` says why.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["getOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/drop-ships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit the dialog for up to 100 items. It does not wait for the distributors: one verdict an item, in the order asked.
         * @description Needs a key with the scope `orders:write`.
         */
        post: operations["submitMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/purchase-orders/{poNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One purchase order. A number that the distributor refused answers 410.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["getPurchaseOrder"];
        put?: never;
        post?: never;
        /**
         * Never possible here: the answer says whom to call, about which order numbers.
         * @description Needs a key with the scope `orders:write`.
         */
        delete: operations["cancelPurchaseOrder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/purchase-orders/{poNumber}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a tracking number by hand, or correct one. 201: it is new; 200: it was known, and the carrier and the quantity of the entry are taken. 409 where the distributor tells of another quantity: its word counts.
         * @description Needs a key with the scope `orders:write`.
         */
        post: operations["enterShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchase-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Over all stores: the purchase orders that need a person now. Needs a key to all stores.
         * @description Needs a key with the scope `admin`.
         */
        get: operations["listAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/purchase-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search the purchase orders of a store, newest first. A page holds `limit` of them unless it is the last; one that is narrowed by more than status, number or order may be shorter after 1,000 were read.
         * @description Needs a key with the scope `orders:read`.
         */
        get: operations["listPurchaseOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/purchase-orders/{poNumber}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle a purchase order that needs a person.
         * @description Needs a key with the scope `orders:write`.
         */
        post: operations["resolvePurchaseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/purchase-orders/{poNumber}/resume-tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for tracking for another six weeks.
         * @description Needs a key with the scope `orders:write`.
         */
        post: operations["resumeTracking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/purchase-orders/{poNumber}/stop-tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop looking for tracking.
         * @description Needs a key with the scope `orders:write`.
         */
        post: operations["stopTracking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{storeId}/purchase-orders/{poNumber}/shipments/{trackingNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back a tracking number that was entered by hand. One that the distributor tells of stays.
         * @description Needs a key with the scope `orders:write`.
         */
        delete: operations["takeBackShipment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document.
         * @description Anybody may ask, without a key.
         */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drop-ship-dialog.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Drop Ship dialog as a web component: one ECMAScript module, to be loaded by the webstore’s admin page.
         * @description Anybody may ask, without a key.
         */
        get: operations["getDialogModule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alive or not.
         * @description Anybody may ask, without a key.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drop-ship-dialog-{hash}.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same module under a name that never changes what it means, to be kept for a year: `Content-Location` of the other tells it. 404 once the service has a later one.
         * @description Anybody may ask, without a key.
         */
        get: operations["getDialogModuleOfHash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "purchase_order.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The distributor took it.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onPurchaseOrderAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "purchase_order.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The distributor refused it, the item is free again.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onPurchaseOrderRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "purchase_order.needs_person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person has to look into it.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onPurchaseOrderNeedsPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "purchase_order.shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All of it is on its way.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onPurchaseOrderShipped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "purchase_order.partly_shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A parcel is on its way.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onPurchaseOrderPartlyShipped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "purchase_order.tracking_stopped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nobody looks for tracking numbers any more.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onPurchaseOrderTrackingStopped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.stopped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The distributor refused the store’s credentials.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onAccountStopped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer_mail.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The customer’s mail could not be sent, came back, or was reported as unwanted.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onCustomerMailFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody asked for a test.
         * @description Sent to the store’s webhook, signed as Standard Webhooks says.
         */
        post: operations["onWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description As you hold it. A text of more than 200 characters, or of invisible ones only, is refused where the order is New; of any other order it is taken in, and cut. */
        Address: {
            /** @description Firm at the address; where the distributor has no place for it, submitting asks for `leaveOut`. */
            company?: string | null;
            /** @description Flat, suite, building. */
            line2?: string | null;
            /** @description Telephone number of whoever receives the parcel. */
            phone?: string | null;
            /** @description Name of a person, a store or a firm. */
            name: string | null;
            /** @description Street and number. */
            line1: string | null;
            /** @description City. */
            city: string | null;
            /** @description State or province; two letters in the United States and Canada. Empty where the country has none. */
            state: string | null;
            /** @description Postal code, as it is written there. Empty where the country has none. */
            postalCode: string | null;
            /** @description Country in two capital letters (ISO 3166-1 alpha-2). Whatever else you hold is taken in, and has to be mended in the dialog before anything is sent. */
            country: string | null;
        };
        EnteredAddress: {
            /** @description Firm at the address; where the distributor has no place for it, submitting asks for `leaveOut`. */
            company?: string | null;
            /** @description Flat, suite, building. */
            line2?: string | null;
            /** @description Telephone number of whoever receives the parcel. */
            phone?: string | null;
            /** @description Name of a person, a store or a firm. */
            name: string;
            /** @description Street and number. */
            line1: string;
            /** @description City. */
            city: string;
            /** @description State or province; two letters in the United States and Canada. Empty where the country has none. */
            state: string;
            /** @description Postal code, as it is written there. Empty where the country has none. */
            postalCode: string;
            /** @description Country in two capital letters (ISO 3166-1 alpha-2). */
            country: string;
        };
        AddressAnswer: {
            /** @description Name of a person, a store or a firm. */
            name: string;
            /** @description Firm at the address; where the distributor has no place for it, submitting asks for `leaveOut`. */
            company: string | null;
            /** @description Street and number. */
            line1: string;
            /** @description Flat, suite, building. */
            line2: string | null;
            /** @description City. */
            city: string;
            /** @description State or province; two letters in the United States and Canada. Empty where the country has none. */
            state: string;
            /** @description Postal code, as it is written there. Empty where the country has none. */
            postalCode: string;
            /** @description Country in two capital letters (ISO 3166-1 alpha-2). */
            country: string;
            /** @description Telephone number of whoever receives the parcel. */
            phone: string | null;
        };
        Store: {
            /** @description The store’s name, as its customers know it. */
            name?: string;
            /**
             * Format: email
             * @description Where the store is told what needs a person when it has no webhook, and where its customers reply to.
             */
            serviceEmail?: string;
            /** @description True: the check `marked-for-drop-ship` passes whatever the items say. */
            overrideDropShipRules?: boolean | null;
            /** @description Where events are sent to; null = nowhere. */
            webhook?: {
                /**
                 * Format: uri
                 * @description A whole URL. For webhooks https only, and never an address inside a private network.
                 */
                url: string;
            } | null;
            /** @description Whether the service mails tracking numbers to the customers. False: the platform does it itself. */
            customerMail?: boolean | null;
            /** @description How the mails to customers look; a member that is left out is kept, null removes it. */
            brand?: {
                /** @description Colour of the headline and the buttons, as `#rrggbb`. */
                color?: string | null;
                /** @description The store’s public site. */
                website?: string | null;
            } | null;
            /** @description Template of the webstore’s own page of an order, for buttons in the store’s mails; holds `{orderId}`. */
            adminUrl?: string | null;
            /** @description What the platform allows the store in a day: set by a key to all stores only. A member that is left out is kept, null removes it. */
            limits?: {
                /** @description How many orders a store may submit in a day; null = no limit. */
                ordersPerDay?: number | null;
                /** @description How many mails its customers get in a day, the rest waits; null = no limit. */
                customerMailsPerDay?: number | null;
            } | null;
        };
        StoreAnswer: {
            /** @description The store: a name that the platform chose. */
            storeId: string;
            /** @description The store’s name, as its customers know it. */
            name: string;
            /** @description Where the store is told what needs a person when it has no webhook, and where its customers reply to. */
            serviceEmail: string;
            /** @description True: the check `marked-for-drop-ship` passes whatever the items say. */
            overrideDropShipRules: boolean;
            /** @description Where events are sent to; null = nowhere. */
            webhook: {
                /** @description A whole URL. For webhooks https only, and never an address inside a private network. */
                url: string;
                /**
                 * @description disabled = it answered 410; PUT the store to have it asked again.
                 *
                 *     - `active`: events get there
                 *     - `failing`: the last one failed; asked again, less and less often
                 *     - `disabled`: it answered 410 and is not asked again before the next PUT of the store
                 * @enum {string}
                 */
                state: "active" | "failing" | "disabled";
                /** @description When the webhook last took an event. */
                lastDeliveredAt: string | null;
                /** @description Why and when the webhook last failed; null = it never did. */
                lastFailure: {
                    /**
                     * Format: date-time
                     * @description When.
                     */
                    at: string;
                    /** @description Why it failed. */
                    reason: string;
                } | null;
                /** @description What signs the webhooks: shown once, in the answer to the first PUT with a webhook. */
                secret?: string;
            } | null;
            /** @description Whether the service mails tracking numbers to the customers. False: the platform does it itself. */
            customerMail: boolean;
            /** @description How the mails to customers look. */
            brand: {
                /** @description Colour of the headline and the buttons, as `#rrggbb`. */
                color: string | null;
                /** @description The store’s public site. */
                website: string | null;
            } | null;
            /** @description Template of the webstore’s own page of an order, for buttons in the store’s mails; holds `{orderId}`. */
            adminUrl: string | null;
            /** @description What the platform allows the store in a day. */
            limits: {
                /** @description How many orders a store may submit in a day; null = no limit. */
                ordersPerDay: number | null;
                /** @description How many mails its customers get in a day, the rest waits; null = no limit. */
                customerMailsPerDay: number | null;
            };
        };
        StoreList: {
            /** @description One after the other. */
            items: components["schemas"]["StoreAnswer"][];
            /** @description Send it as `cursor` for the next page; null = this was the last. */
            nextCursor: string | null;
        };
        KeyBody: {
            /**
             * @description What the key may do.
             *
             *     - `orders:read`: read orders, dialogs, purchase orders and settings
             *     - `orders:write`: tell of orders and submit them
             *     - `settings:write`: stores, credentials and webhooks
             *     - `admin`: keys, and what is over all stores
             */
            scopes: ("orders:read" | "orders:write" | "settings:write" | "admin")[];
            /** @description What the key is for, so that people tell it from others. */
            name?: string | null;
            /** @description When the key ends by itself; null = never. */
            expiresAt?: string | null;
        };
        NewKey: {
            /** @description Names the key, and is no secret. */
            keyId: string;
            /**
             * @description What the key may do.
             *
             *     - `orders:read`: read orders, dialogs, purchase orders and settings
             *     - `orders:write`: tell of orders and submit them
             *     - `settings:write`: stores, credentials and webhooks
             *     - `admin`: keys, and what is over all stores
             */
            scopes: ("orders:read" | "orders:write" | "settings:write" | "admin")[];
            /** @description What the key is for, so that people tell it from others; null = nobody said. */
            name: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description When the key ends by itself; null = never. */
            expiresAt: string | null;
            /** @description Shown this once: null where an Idempotency-Key has the answer repeated. */
            token: string | null;
        };
        DistributorSettings: {
            /** @description True: everything goes to the distributor’s test host with the test credentials. */
            testMode?: boolean;
            /** @description The credentials for live orders, all of them: they take the place of the set before. */
            live?: {
                /** @description Your dealer number (Parts Unlimited). */
                dealerNumber?: string | null;
                /** @description Your customer number (Tucker Rocky). */
                customerNumber?: string | null;
                /** @description API key (Parts Unlimited, Tucker Rocky). */
                apiKey?: string | null;
                /** @description API token (WPS, Automatic). */
                apiToken?: string | null;
            } | null;
            /** @description The credentials for test orders, all of them: they take the place of the set before. */
            test?: {
                /** @description Your dealer number (Parts Unlimited). */
                dealerNumber?: string | null;
                /** @description Your customer number (Tucker Rocky). */
                customerNumber?: string | null;
                /** @description API key (Parts Unlimited, Tucker Rocky). */
                apiKey?: string | null;
                /** @description API token (WPS, Automatic). */
                apiToken?: string | null;
            } | null;
        };
        DistributorAnswer: {
            /**
             * @description The distributor’s slug.
             *
             *     - `parts-unlimited`: Parts Unlimited
             *     - `wps`: Western Power Sports
             *     - `tucker-rocky`: Tucker Rocky
             *     - `automatic`: Automatic Distributors
             * @enum {string}
             */
            distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
            /** @description Name of a person, a store or a firm. */
            name: string;
            /** @description Whether the credential set of the current mode is complete. */
            configured: boolean;
            /**
             * @description Whether it buys.
             *
             *     - `live`: buys
             *     - `test`: the distributor’s test host, which buys nothing
             * @enum {string}
             */
            mode: "live" | "test";
            /** @description Which fields are set. Secrets are never shown: at most their last four characters. */
            credentials: {
                /** @description The credentials for live orders. */
                live: {
                    [key: string]: string;
                } | null;
                /** @description The credentials for test orders. */
                test: {
                    [key: string]: string;
                } | null;
            };
            /** @description What this distributor can do at all. */
            capabilities: {
                /**
                 * @description Whether it still takes orders.
                 *
                 *     - `active`: takes orders
                 *     - `retired`: takes none any more
                 * @enum {string}
                 */
                status: "active" | "retired";
                /** @description The last day on which it takes orders (`YYYY-MM-DD`); null = none is known. */
                sunset: string | null;
                /** @description Whether it offers a test mode. */
                testMode: boolean;
                /**
                 * @description What may be chosen as `shippingMethod`.
                 *
                 *     - `ground`: the ordinary way
                 *     - `second-day`: in two days
                 *     - `next-day`: the next day
                 */
                shippingMethods: ("ground" | "second-day" | "next-day")[];
                /** @description Countries that it ships to (ISO 3166-1 alpha-2); null = no limit is known. */
                countries: string[] | null;
                /**
                 * @description Which characters it takes in addresses and PO numbers.
                 *
                 *     - `ascii`: printable ASCII only
                 *     - `any`: any text
                 * @enum {string}
                 */
                characters: "ascii" | "any";
                /** @description How long a field may be at this distributor, in characters. */
                limits: components["schemas"]["Limits"];
                /** @description The fields of its credential sets. */
                credentialFields: {
                    /** @description The field’s name in `live` and `test`. */
                    name: string;
                    /** @description What a person calls the field. */
                    label: string;
                    /** @description Whether it is a secret, and shown with four characters at most. */
                    secret: boolean;
                }[];
            };
            /** @description Whom to ask or call there. */
            contact: components["schemas"]["Contact"];
            /** @description The account is stopped because its credentials were refused; `verify` or new credentials end it. Null = it works. */
            stopped: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description A sentence for people: what is wrong and who can mend it. */
                message: string;
            } | null;
            /** @description The distributor asked for a pause: nothing is sent before. Null = none. */
            pausedUntil: string | null;
        };
        Contact: {
            /** @description Name of a person, a store or a firm. */
            name: string;
            /** @description Its public site. */
            site: string;
        };
        Limits: {
            /** @description 0 = has no place for it; null = no limit is known. */
            poNumber: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            name: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            company: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            line1: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            line2: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            city: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            state: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            postalCode: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            country: number | null;
            /** @description 0 = has no place for it; null = no limit is known. */
            phone: number | null;
        };
        Order: {
            /** @description What people call the order, where that is not its id: shown in mails. */
            displayNumber?: string | null;
            /**
             * @description Where it stands.
             *
             *     - `New`: can be drop-shipped
             *     - `Processed`: the webstore has dealt with it
             *     - `Shipped`: all has shipped
             *     - `Cancelled`: nobody wants it any more
             * @enum {string}
             */
            status: "New" | "Processed" | "Shipped" | "Cancelled";
            /** @description A time in RFC 3339 or ISO 8601: in either case, seconds optional, offset Z, +hh:mm, +hhmm or +hh; read to the millisecond. */
            placedAt: string;
            /** @description Grows with every change: a lower one than the stored one is refused (`stale-revision`). */
            revision?: number | null;
            /** @description Null where the webstore knows nobody any more. */
            customer: {
                /** @description Name of a person, a store or a firm. */
                name: string | null;
                /** @description Null or empty where there is none: the store is told instead of the customer. Of a New order it must be an e-mail address, in any script; of any other one that is none counts as left out. */
                email?: string | null;
            } | null;
            /** @description Null where there is no address: nothing can be sent then. */
            shipTo: components["schemas"]["Address"] | null;
            /** @description At most 200, each itemId once: else a New order is refused. Of any other order the surplus is left out, and all of them may be: `[]`. */
            items: {
                /** @description The item of the order: the webstore’s own id. */
                itemId: string;
                /** @description The webstore’s own number of the part. */
                sku?: string | null;
                /** @description What it is, for people. */
                title: string | null;
                /** @description How much of it is ordered, from 0 to 1,000,000,000; less than 0 is refused where the order is New, and 0 in any other. Only whole pieces, at most 9999, are drop-shipped: the dialog says so of any other. */
                quantity: number;
                /**
                 * @description Which catalog the item is from: only aftermarket parts can be drop-shipped.
                 *
                 *     - `aftermarket`: can be drop-shipped
                 *     - `oem`: the maker’s own part: never drop-shipped
                 *     - `private-label`: the store’s own brand: never drop-shipped
                 * @enum {string}
                 */
                catalog: "aftermarket" | "oem" | "private-label";
                /** @description Whether the webstore marked the item; null = it does not say, which is no obstacle. */
                markedForDropShip?: boolean | null;
                /** @description Who sells the part and under which number, in order of preference. */
                distributorParts: {
                    /** @description The distributor’s slug. */
                    distributor: string;
                    /** @description The distributor’s number of the part. */
                    partNumber: string | null;
                }[];
            }[];
        };
        OrderAnswer: {
            /** @description The store: a name that the platform chose. */
            storeId: string;
            /** @description The order: the webstore’s own id. */
            orderId: string;
            /** @description What people call the order; shown in mails in place of its id. */
            displayNumber: string | null;
            /**
             * @description Where it stands.
             *
             *     - `New`: can be drop-shipped
             *     - `Processed`: the webstore has dealt with it
             *     - `Shipped`: all has shipped
             *     - `Cancelled`: nobody wants it any more
             * @enum {string}
             */
            status: "New" | "Processed" | "Shipped" | "Cancelled";
            /**
             * Format: date-time
             * @description When the customer placed the order.
             */
            placedAt: string;
            /** @description Grows with every change: a lower one than the stored one is refused (`stale-revision`). */
            revision: number | null;
            /** @description When you last told of it, or something was claimed or erased. */
            updatedAt: string | null;
            /** @description Who ordered; null once the personal data was erased. */
            customer: {
                /** @description Name of a person, a store or a firm. */
                name: string;
                /** @description Where the customer is told of parcels; null = not told, the store is. */
                email: string | null;
            } | null;
            /** @description Where the parcel goes. Sent as it was entered: never cut, padded or changed. */
            shipTo: components["schemas"]["AddressAnswer"] | null;
            /** @description One after the other. */
            items: {
                /** @description The item of the order: the webstore’s own id. */
                itemId: string;
                /** @description The webstore’s own number of the part. */
                sku: string | null;
                /** @description What it is, for people. */
                title: string;
                /** @description How many pieces; null where nobody told. */
                quantity: number;
                /**
                 * @description Which catalog the item is from: only aftermarket parts can be drop-shipped.
                 *
                 *     - `aftermarket`: can be drop-shipped
                 *     - `oem`: the maker’s own part: never drop-shipped
                 *     - `private-label`: the store’s own brand: never drop-shipped
                 * @enum {string}
                 */
                catalog: "aftermarket" | "oem" | "private-label";
                /** @description Whether the webstore marked the item; null = it does not say, which is no obstacle. */
                markedForDropShip: boolean | null;
                /** @description Who sells the part and under which number, in order of preference. */
                distributorParts: {
                    /** @description The distributor’s slug. */
                    distributor: string;
                    /** @description The distributor’s number of the part. */
                    partNumber: string;
                }[];
                /** @description The webstore left the item out after an attempt: kept for its history, no longer eligible. */
                removed: boolean;
                /** @description The live one, whatever mode is set now. */
                purchaseOrder: components["schemas"]["PurchaseOrder"] | null;
                /** @description The one that was placed in test mode. */
                testPurchaseOrder: components["schemas"]["PurchaseOrder"] | null;
                /** @description Refused, and taken by the distributor all the same when another was in its place. */
                otherPurchaseOrders: components["schemas"]["PurchaseOrder"][];
                /** @description Those of the live purchase order. */
                shipments: components["schemas"]["Shipment"][];
            }[];
            /** @description What happened to the order, oldest first. */
            notes: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description Null once it was erased with the customer’s data. */
                text: string | null;
                /** @description The item of the order: the webstore’s own id. */
                itemId: string | null;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string | null;
            }[];
        };
        Dialog: {
            /** @description Whether submitting could succeed now: every check passed. */
            eligible: boolean;
            /** @description The slug; null when the webstore names no part. */
            distributor: string | null;
            /** @description What people call the distributor. */
            name: string | null;
            /** @description The part that would be ordered. */
            partNumber: string | null;
            /** @description Whom to ask there. */
            contact: components["schemas"]["Contact"] | null;
            /** @description A sentence to show where it is in doubt whether the distributor still takes orders. */
            warning: string | null;
            /**
             * @description Whether it buys.
             *
             *     - `live`: buys
             *     - `test`: the distributor’s test host, which buys nothing
             * @enum {string}
             */
            mode: "live" | "test";
            /** @description The item that the dialog is about. */
            item: {
                /** @description The item of the order: the webstore’s own id. */
                itemId: string;
                /** @description The webstore’s own number of the part. */
                sku: string | null;
                /** @description What it is, for people. */
                title: string;
                /** @description How many pieces; null where nobody told. */
                quantity: number;
            };
            /** @description All checks, in a fixed order, passed or not. */
            checks: components["schemas"]["Check"][];
            /** @description What would be sent if nothing is changed. */
            form: {
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
                /** @description Where the parcel goes. Sent as it was entered: never cut, padded or changed. */
                shipTo: {
                    /** @description Name of a person, a store or a firm. */
                    name?: string;
                    /** @description Firm at the address; where the distributor has no place for it, submitting asks for `leaveOut`. */
                    company?: string | null;
                    /** @description Street and number. */
                    line1?: string;
                    /** @description Flat, suite, building. */
                    line2?: string | null;
                    /** @description City. */
                    city?: string;
                    /** @description State or province; two letters in the United States and Canada. Empty where the country has none. */
                    state?: string;
                    /** @description Postal code, as it is written there. Empty where the country has none. */
                    postalCode?: string;
                    /** @description Country in two capital letters (ISO 3166-1 alpha-2). */
                    country?: string;
                    /** @description Telephone number of whoever receives the parcel. */
                    phone?: string | null;
                } | null;
                /**
                 * @description How fast.
                 *
                 *     - `ground`: the ordinary way
                 *     - `second-day`: in two days
                 *     - `next-day`: the next day
                 */
                shippingMethod: ("ground" | "second-day" | "next-day") | null;
                /**
                 * @description What may be chosen as `shippingMethod`.
                 *
                 *     - `ground`: the ordinary way
                 *     - `second-day`: in two days
                 *     - `next-day`: the next day
                 */
                shippingMethods: ("ground" | "second-day" | "next-day")[];
                /** @description Fields of the address that are not sent, because this distributor has no place for them. */
                leftOut: string[];
            };
            /** @description How long a field may be at this distributor, in characters. */
            limits: components["schemas"]["Limits"] | null;
            /** @description What of the pre-filled form this distributor would not take. */
            misfits: {
                /** @description The field: a JSON pointer into the form, such as /shipTo/city. */
                pointer: string;
                /** @description How many characters it may have: 0 = there is no place for it; null = it is not the length. */
                limit: number | null;
                /** @description How many characters it has. */
                length: number;
                /** @description A sentence for people: what is wrong and what to do. */
                detail: string;
            }[];
            /** @description Every part of the item, in the webstore’s order of preference. */
            alternatives: {
                /** @description A slug, as the webstore wrote it: one of the four, or another. */
                distributor: string;
                /** @description What people call this distributor. */
                name: string;
                /** @description The distributor’s number of the part. */
                partNumber: string;
                /**
                 * @description Whether it buys.
                 *
                 *     - `live`: buys
                 *     - `test`: the distributor’s test host, which buys nothing
                 * @enum {string}
                 */
                mode: "live" | "test";
                /** @description Whether submitting could succeed now: every check passed. */
                eligible: boolean;
                /**
                 * @description The checks that it would fail.
                 *
                 *     - `aftermarket`: the item is an aftermarket part
                 *     - `order-new`: the order is new
                 *     - `distributor-part`: the item names a part of the distributor
                 *     - `distributor-supported`: it is one of the four, active, with a host for this mode
                 *     - `marked-for-drop-ship`: the item is marked, does not say, or the store overrides the rule
                 *     - `credentials-configured`: the credentials are complete and the account is not stopped
                 *     - `no-purchase-order`: the item has no purchase order in this mode
                 */
                failed: ("aftermarket" | "order-new" | "distributor-part" | "distributor-supported" | "marked-for-drop-ship" | "credentials-configured" | "no-purchase-order")[];
            }[];
            /** @description Why the last attempt was refused; null = there was none, or it was accepted. */
            lastRejection: {
                /**
                 * @description Why the distributor refused, in our words.
                 *
                 *     - `bad-credentials`: your credentials do not work there
                 *     - `unknown-part`: no such part number
                 *     - `out-of-stock`: not enough in stock
                 *     - `payment`: your account there cannot pay for it
                 *     - `bad-address`: it does not ship to this address
                 *     - `duplicate-po`: it knows this PO number already
                 *     - `not-allowed`: you may not order this part, or not have it drop-shipped
                 *     - `other`: something else: its own words say what
                 * @enum {string}
                 */
                code: "bad-credentials" | "unknown-part" | "out-of-stock" | "payment" | "bad-address" | "duplicate-po" | "not-allowed" | "other";
                /** @description The distributor’s own words, made safe to show; where `by` says so, the words of the store’s person or of the service. Null once they were erased. */
                distributorMessage: string | null;
                /**
                 * @description Who did it.
                 *
                 *     - `distributor`: the distributor
                 *     - `store`: a person or program of the store
                 *     - `service`: the service by itself
                 * @enum {string}
                 */
                by: "distributor" | "store" | "service";
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
                /**
                 * @description The distributor’s slug.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 * @enum {string}
                 */
                distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
            } | null;
            /** @description The live one, whatever mode is set now. */
            purchaseOrder: components["schemas"]["PurchaseOrder"] | null;
            /** @description The one that was placed in test mode; null = there is none. */
            testPurchaseOrder: components["schemas"]["PurchaseOrder"] | null;
        };
        Check: {
            /**
             * @description Name of a person, a store or a firm.
             *
             *     - `aftermarket`: the item is an aftermarket part
             *     - `order-new`: the order is new
             *     - `distributor-part`: the item names a part of the distributor
             *     - `distributor-supported`: it is one of the four, active, with a host for this mode
             *     - `marked-for-drop-ship`: the item is marked, does not say, or the store overrides the rule
             *     - `credentials-configured`: the credentials are complete and the account is not stopped
             *     - `no-purchase-order`: the item has no purchase order in this mode
             * @enum {string}
             */
            name: "aftermarket" | "order-new" | "distributor-part" | "distributor-supported" | "marked-for-drop-ship" | "credentials-configured" | "no-purchase-order";
            /** @description Whether it holds; one that cannot be judged does not. */
            passed: boolean;
            /** @description A sentence for people: what is wrong and who can mend it. */
            message: string;
        };
        Submit: {
            /**
             * @description True: a person meant it.
             * @constant
             */
            confirm: true;
            /**
             * @description The distributor’s slug.
             *
             *     - `parts-unlimited`: Parts Unlimited
             *     - `wps`: Western Power Sports
             *     - `tucker-rocky`: Tucker Rocky
             *     - `automatic`: Automatic Distributors
             */
            distributor?: ("parts-unlimited" | "wps" | "tucker-rocky" | "automatic") | null;
            /** @description The distributor’s number of the part. */
            partNumber?: string | null;
            /** @description The purchase order’s number: unique in its store, for ever. */
            poNumber?: string | null;
            /** @description Where the parcel goes. Sent as it was entered: never cut, padded or changed. */
            shipTo?: components["schemas"]["EnteredAddress"] | null;
            /**
             * @description How fast.
             *
             *     - `ground`: the ordinary way
             *     - `second-day`: in two days
             *     - `next-day`: the next day
             */
            shippingMethod?: ("ground" | "second-day" | "next-day") | null;
            /**
             * @description Fields of the address that may be left out where the distributor has no place for them.
             *
             *     - `company`: the firm
             *     - `phone`: the telephone number
             */
            leaveOut?: ("company" | "phone")[] | null;
        };
        Bulk: {
            /**
             * @description True: a person meant it.
             * @constant
             */
            confirm: true;
            /** @description One after the other. */
            items: {
                /** @description The order: the webstore’s own id. */
                orderId: string;
                /** @description The item of the order: the webstore’s own id. */
                itemId: string;
                /**
                 * @description The distributor’s slug.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 */
                distributor?: ("parts-unlimited" | "wps" | "tucker-rocky" | "automatic") | null;
                /** @description The distributor’s number of the part. */
                partNumber?: string | null;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber?: string | null;
                /** @description Where the parcel goes. Sent as it was entered: never cut, padded or changed. */
                shipTo?: components["schemas"]["EnteredAddress"] | null;
                /**
                 * @description How fast.
                 *
                 *     - `ground`: the ordinary way
                 *     - `second-day`: in two days
                 *     - `next-day`: the next day
                 */
                shippingMethod?: ("ground" | "second-day" | "next-day") | null;
                /**
                 * @description Fields of the address that may be left out where the distributor has no place for them.
                 *
                 *     - `company`: the firm
                 *     - `phone`: the telephone number
                 */
                leaveOut?: ("company" | "phone")[] | null;
            }[];
        };
        BulkAnswer: {
            /** @description One verdict an item, in the order asked. */
            results: {
                /** @description The order: the webstore’s own id. */
                orderId: string;
                /** @description The item of the order: the webstore’s own id. */
                itemId: string;
                /** @description The status that the request for this one item would have got. */
                status: number;
                /** @description The purchase order; null = there is none. */
                purchaseOrder?: components["schemas"]["PurchaseOrder"];
                /** @description Why it was not done: the same body that the request for this one item would have got. */
                problem?: {
                    /** @description What happened. */
                    type: string;
                    /** @description What it is, for people. */
                    title: string;
                    /** @description Where it stands. */
                    status: number;
                    /** @description A sentence for people: what is wrong and what to do. */
                    detail?: string;
                    /** @description Seconds after which to send this item again. */
                    retryAfter?: number;
                } & {
                    [key: string]: unknown;
                };
            }[];
        };
        Shipment: {
            /** @description A code (ups, usps, fedex, dhl, ontrac, amazon, …), or the name that was told; null when nobody knows. */
            carrier: string | null;
            /** @description The parcel’s number at the carrier. */
            trackingNumber: string;
            /** @description The carrier’s own page; null where the number has none of the carrier’s shapes. */
            trackingUrl: string | null;
            /** @description When it left; null = not told. */
            shippedAt: string | null;
            /** @description How many pieces; null where nobody told. */
            quantity: number | null;
            /**
             * @description Who told of it.
             *
             *     - `distributor`: the distributor
             *     - `person`: somebody, by hand
             * @enum {string}
             */
            source: "distributor" | "person";
        };
        EnterShipment: {
            /** @description Who carries the parcel: any name. */
            carrier?: string | null;
            /** @description The parcel’s number at the carrier. */
            trackingNumber: string;
            /** @description How many pieces; null where nobody told. */
            quantity?: number | null;
            /** @description The tracking number that this one takes the place of. */
            corrects?: string | null;
            /** @description True: take the number although its check digit is wrong, it does not read as one, or it is a number of the order. */
            confirm?: boolean | null;
        };
        PurchaseOrder: {
            /** @description The purchase order’s number: unique in its store, for ever. */
            poNumber: string;
            /** @description The store: a name that the platform chose. */
            storeId: string;
            /** @description The order: the webstore’s own id. */
            orderId: string;
            /** @description The item of the order: the webstore’s own id. */
            itemId: string;
            /**
             * @description Whether it buys.
             *
             *     - `live`: buys
             *     - `test`: the distributor’s test host, which buys nothing
             * @enum {string}
             */
            mode: "live" | "test";
            /**
             * @description The distributor’s slug.
             *
             *     - `parts-unlimited`: Parts Unlimited
             *     - `wps`: Western Power Sports
             *     - `tucker-rocky`: Tucker Rocky
             *     - `automatic`: Automatic Distributors
             * @enum {string}
             */
            distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
            /** @description The distributor’s number of the part. */
            partNumber: string;
            /** @description How many pieces; null where nobody told. */
            quantity: number;
            /**
             * @description Where it stands.
             *
             *     - `submitting`: being sent for the first time
             *     - `in-doubt`: sent without a readable answer: it is looked up, and nobody may submit meanwhile
             *     - `needs-person`: cannot be decided by looking: ask the distributor, then resolve it
             *     - `accepted`: the distributor took it; once more, when its only parcel was taken back by hand
             *     - `partly-shipped`: some of it is on its way
             *     - `shipped`: all of it is on its way
             *     - `tracking-stopped`: accepted, and nobody looks for tracking numbers any more
             * @enum {string}
             */
            status: "submitting" | "in-doubt" | "needs-person" | "accepted" | "partly-shipped" | "shipped" | "tracking-stopped";
            /** @description Set while a person is needed. */
            attention: {
                /**
                 * @description Why a person is needed.
                 *
                 *     - `cannot-be-decided`: nobody can find out by looking whether it was placed
                 *     - `differs`: the distributor holds another order than was sent
                 *     - `someone-elses`: what is held under the number looks like another’s order
                 *     - `already-there`: the distributor said that it had the number before it was sent
                 *     - `refused-on-resend`: refused when it was sent again: the first may stand
                 *     - `no-usable-credentials`: there are no credentials with which to look
                 *     - `duplicate-suspected`: an attempt that counted as refused turned up as an order
                 *     - `tracking-unreadable`: what the distributor tells of this order, or where tracking numbers stand, cannot be read
                 *     - `order-cancelled`: the webstore cancelled the order while the purchase order lives
                 * @enum {string}
                 */
                reason: "cannot-be-decided" | "differs" | "someone-elses" | "already-there" | "refused-on-resend" | "no-usable-credentials" | "duplicate-suspected" | "tracking-unreadable" | "order-cancelled";
                /**
                 * Format: date-time
                 * @description Since when.
                 */
                since: string;
                /** @description A sentence for a person. */
                whatToDo: string;
                /** @description Whom to ask. */
                contact: {
                    /** @description Name of a person, a store or a firm. */
                    name: string;
                    /** @description Its public site. */
                    site: string;
                };
            } | null;
            /** @description Null once the customer’s personal data was erased. */
            shipTo: components["schemas"]["AddressAnswer"] | null;
            /** @description What of the address was entered and not sent, since this distributor has no place for it. */
            leftOut: string[];
            /**
             * @description How fast.
             *
             *     - `ground`: the ordinary way
             *     - `second-day`: in two days
             *     - `next-day`: the next day
             * @enum {string}
             */
            shippingMethod: "ground" | "second-day" | "next-day";
            /** @description The distributor’s own numbers: one or several, none before it accepted. */
            distributorOrderNumbers: string[];
            /**
             * Format: date-time
             * @description When it was submitted.
             */
            submittedAt: string;
            /** @description When the distributor accepted; null = not yet. */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description When it last changed in a way that anybody is told of.
             */
            updatedAt: string;
            /** @description While its outcome is open: when somebody next looks at what became of it. */
            nextLookAt: string | null;
            /**
             * @description open = parcels are looked for; complete = all have been found; null before it is accepted.
             *
             *     - `open`: looked for
             *     - `stopped`: not any more
             *     - `complete`: all has shipped
             */
            tracking: ("open" | "stopped" | "complete") | null;
            /** @description Tracking numbers are looked for until then; null = not any more, or not yet. */
            trackUntil: string | null;
            /** @description The parcels that are known. */
            shipments: components["schemas"]["Shipment"][];
        };
        PurchaseOrderList: {
            /** @description One after the other. */
            items: components["schemas"]["PurchaseOrder"][];
            /** @description Send it as `cursor` for the next page; null = this was the last. */
            nextCursor: string | null;
        };
        Resolve: {
            /**
             * @description How it ended.
             *
             *     - `accepted`: the distributor has it, under this number of its own
             * @constant
             */
            outcome: "accepted";
            /** @description The distributor’s own number, as it was told on the telephone. */
            distributorOrderNumber: string;
            /** @description Why, in a sentence. */
            reason: string;
        } | {
            /**
             * @description How it ended.
             *
             *     - `not-placed`: the distributor has no such order: the item is free again
             * @constant
             */
            outcome: "not-placed";
            /** @description Why, in a sentence. */
            reason: string;
        } | {
            /**
             * @description How it ended.
             *
             *     - `noted`: the purchase order stands, and the worry about it is over
             * @constant
             */
            outcome: "noted";
            /** @description Why, in a sentence. */
            reason: string;
        };
        Rejection: {
            /**
             * @description Why the distributor refused, in our words.
             *
             *     - `bad-credentials`: your credentials do not work there
             *     - `unknown-part`: no such part number
             *     - `out-of-stock`: not enough in stock
             *     - `payment`: your account there cannot pay for it
             *     - `bad-address`: it does not ship to this address
             *     - `duplicate-po`: it knows this PO number already
             *     - `not-allowed`: you may not order this part, or not have it drop-shipped
             *     - `other`: something else: its own words say what
             * @enum {string}
             */
            code: "bad-credentials" | "unknown-part" | "out-of-stock" | "payment" | "bad-address" | "duplicate-po" | "not-allowed" | "other";
            /** @description The distributor’s own words, made safe to show; where `by` says so, the words of the store’s person or of the service. Null once they were erased. */
            distributorMessage: string | null;
            /**
             * @description Who did it.
             *
             *     - `distributor`: the distributor
             *     - `store`: a person or program of the store
             *     - `service`: the service by itself
             * @enum {string}
             */
            by: "distributor" | "store" | "service";
            /** @description The purchase order’s number: unique in its store, for ever. */
            poNumber: string;
            /** @description The order: the webstore’s own id. */
            orderId: string;
            /** @description The item of the order: the webstore’s own id. */
            itemId: string;
        };
        SigningSecret: {
            /** @description Shown this once: null where an Idempotency-Key has the answer repeated. */
            secret: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description Until then the secret before this one signs beside it. */
            previousRetiresAt: string | null;
        };
        WebhookTest: {
            /**
             * @description What happened.
             *
             *     - `webhook.test`: somebody asked for a test
             * @constant
             */
            type: "webhook.test";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
        };
        Redeliver: {
            /** @description A time in RFC 3339 or ISO 8601: in either case, seconds optional, offset Z, +hh:mm, +hhmm or +hh; read to the millisecond. */
            since: string;
            /** @description Only those before. */
            until?: string | null;
            /**
             * @description What happened.
             *
             *     - `purchase_order.accepted`: the distributor took it
             *     - `purchase_order.rejected`: the distributor refused it, the item is free again
             *     - `purchase_order.needs_person`: a person has to look into it
             *     - `purchase_order.shipped`: all of it is on its way
             *     - `purchase_order.partly_shipped`: a parcel is on its way
             *     - `purchase_order.tracking_stopped`: nobody looks for tracking numbers any more
             *     - `account.stopped`: the distributor refused the store’s credentials
             *     - `customer_mail.failed`: the customer’s mail could not be sent, came back, or was reported as unwanted
             */
            type?: ("purchase_order.accepted" | "purchase_order.rejected" | "purchase_order.needs_person" | "purchase_order.shipped" | "purchase_order.partly_shipped" | "purchase_order.tracking_stopped" | "account.stopped" | "customer_mail.failed") | null;
            /** @description Names the event; the same in every try (`webhook-id`). */
            id?: string | null;
        };
        RedeliverAnswer: {
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /** @description Only those before. */
            until: string | null;
            /**
             * @description What happened.
             *
             *     - `purchase_order.accepted`: the distributor took it
             *     - `purchase_order.rejected`: the distributor refused it, the item is free again
             *     - `purchase_order.needs_person`: a person has to look into it
             *     - `purchase_order.shipped`: all of it is on its way
             *     - `purchase_order.partly_shipped`: a parcel is on its way
             *     - `purchase_order.tracking_stopped`: nobody looks for tracking numbers any more
             *     - `account.stopped`: the distributor refused the store’s credentials
             *     - `customer_mail.failed`: the customer’s mail could not be sent, came back, or was reported as unwanted
             */
            type: ("purchase_order.accepted" | "purchase_order.rejected" | "purchase_order.needs_person" | "purchase_order.shipped" | "purchase_order.partly_shipped" | "purchase_order.tracking_stopped" | "account.stopped" | "customer_mail.failed") | null;
            /** @description Names the event; the same in every try (`webhook-id`). */
            id: string | null;
        };
        DeliveryList: {
            /** @description One after the other. */
            items: {
                /** @description Names the event; the same in every try (`webhook-id`). */
                id: string;
                /**
                 * @description What happened.
                 *
                 *     - `purchase_order.accepted`: the distributor took it
                 *     - `purchase_order.rejected`: the distributor refused it, the item is free again
                 *     - `purchase_order.needs_person`: a person has to look into it
                 *     - `purchase_order.shipped`: all of it is on its way
                 *     - `purchase_order.partly_shipped`: a parcel is on its way
                 *     - `purchase_order.tracking_stopped`: nobody looks for tracking numbers any more
                 *     - `account.stopped`: the distributor refused the store’s credentials
                 *     - `customer_mail.failed`: the customer’s mail could not be sent, came back, or was reported as unwanted
                 * @enum {string}
                 */
                type: "purchase_order.accepted" | "purchase_order.rejected" | "purchase_order.needs_person" | "purchase_order.shipped" | "purchase_order.partly_shipped" | "purchase_order.tracking_stopped" | "account.stopped" | "customer_mail.failed";
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string | null;
                /**
                 * Format: date-time
                 * @description When it was made.
                 */
                createdAt: string;
                /** @description Every try, oldest first; at most the last 20. */
                tries: {
                    /**
                     * Format: date-time
                     * @description When.
                     */
                    at: string;
                    /** @description The status that the webhook answered with; null = it did not answer. */
                    status: number | null;
                    /** @description Why it failed; null = it did not. */
                    error: string | null;
                }[];
                /**
                 * @description What became of the event.
                 *
                 *     - `pending`: not delivered yet
                 *     - `delivered`: the webhook took it
                 *     - `mailed`: mailed to the service address instead
                 *     - `gone`: the webhook answered 410
                 *     - `given-up`: not taken for three days
                 *     - `not-wanted`: there was nobody to send it to
                 * @enum {string}
                 */
                state: "pending" | "delivered" | "mailed" | "gone" | "given-up" | "not-wanted";
                /** @description When it is tried again; null = not any more. */
                nextTryAt: string | null;
            }[];
            /** @description Send it as `cursor` for the next page; null = this was the last. */
            nextCursor: string | null;
        };
        PurchaseOrderAccepted: {
            /**
             * @description What happened.
             *
             *     - `purchase_order.accepted`: the distributor took it
             * @constant
             */
            type: "purchase_order.accepted";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description The whole purchase order as it is now. */
                purchaseOrder: {
                    /** @description The purchase order’s number: unique in its store, for ever. */
                    poNumber: string;
                    /** @description The store: a name that the platform chose. */
                    storeId: string;
                    /** @description The order: the webstore’s own id. */
                    orderId: string;
                    /** @description The item of the order: the webstore’s own id. */
                    itemId: string;
                    /**
                     * @description Whether it buys.
                     *
                     *     - `live`: buys
                     *     - `test`: the distributor’s test host, which buys nothing
                     * @enum {string}
                     */
                    mode: "live" | "test";
                    /**
                     * @description The distributor’s slug.
                     *
                     *     - `parts-unlimited`: Parts Unlimited
                     *     - `wps`: Western Power Sports
                     *     - `tucker-rocky`: Tucker Rocky
                     *     - `automatic`: Automatic Distributors
                     * @enum {string}
                     */
                    distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                    /** @description The distributor’s number of the part. */
                    partNumber: string;
                    /** @description How many pieces; null where nobody told. */
                    quantity: number;
                    /**
                     * @description Where it stands.
                     *
                     *     - `submitting`: being sent for the first time
                     *     - `in-doubt`: sent without a readable answer: it is looked up, and nobody may submit meanwhile
                     *     - `needs-person`: cannot be decided by looking: ask the distributor, then resolve it
                     *     - `accepted`: the distributor took it; once more, when its only parcel was taken back by hand
                     *     - `partly-shipped`: some of it is on its way
                     *     - `shipped`: all of it is on its way
                     *     - `tracking-stopped`: accepted, and nobody looks for tracking numbers any more
                     * @enum {string}
                     */
                    status: "submitting" | "in-doubt" | "needs-person" | "accepted" | "partly-shipped" | "shipped" | "tracking-stopped";
                    /** @description Set while a person is needed. */
                    attention: {
                        /**
                         * @description Why a person is needed.
                         *
                         *     - `cannot-be-decided`: nobody can find out by looking whether it was placed
                         *     - `differs`: the distributor holds another order than was sent
                         *     - `someone-elses`: what is held under the number looks like another’s order
                         *     - `already-there`: the distributor said that it had the number before it was sent
                         *     - `refused-on-resend`: refused when it was sent again: the first may stand
                         *     - `no-usable-credentials`: there are no credentials with which to look
                         *     - `duplicate-suspected`: an attempt that counted as refused turned up as an order
                         *     - `tracking-unreadable`: what the distributor tells of this order, or where tracking numbers stand, cannot be read
                         *     - `order-cancelled`: the webstore cancelled the order while the purchase order lives
                         * @enum {string}
                         */
                        reason: "cannot-be-decided" | "differs" | "someone-elses" | "already-there" | "refused-on-resend" | "no-usable-credentials" | "duplicate-suspected" | "tracking-unreadable" | "order-cancelled";
                        /**
                         * Format: date-time
                         * @description Since when.
                         */
                        since: string;
                        /** @description A sentence for a person. */
                        whatToDo: string;
                        /** @description Whom to ask. */
                        contact: {
                            /** @description Name of a person, a store or a firm. */
                            name: string;
                            /** @description Its public site. */
                            site: string;
                        };
                    } | null;
                    /** @description Null once the customer’s personal data was erased. */
                    shipTo: components["schemas"]["AddressAnswer"] | null;
                    /** @description What of the address was entered and not sent, since this distributor has no place for it. */
                    leftOut: string[];
                    /**
                     * @description How fast.
                     *
                     *     - `ground`: the ordinary way
                     *     - `second-day`: in two days
                     *     - `next-day`: the next day
                     * @enum {string}
                     */
                    shippingMethod: "ground" | "second-day" | "next-day";
                    /** @description The distributor’s own numbers: one or several, none before it accepted. */
                    distributorOrderNumbers: string[];
                    /**
                     * Format: date-time
                     * @description When it was submitted.
                     */
                    submittedAt: string;
                    /** @description When the distributor accepted; null = not yet. */
                    acceptedAt: string | null;
                    /**
                     * Format: date-time
                     * @description When it last changed in a way that anybody is told of.
                     */
                    updatedAt: string;
                    /** @description While its outcome is open: when somebody next looks at what became of it. */
                    nextLookAt: string | null;
                    /**
                     * @description open = parcels are looked for; complete = all have been found; null before it is accepted.
                     *
                     *     - `open`: looked for
                     *     - `stopped`: not any more
                     *     - `complete`: all has shipped
                     */
                    tracking: ("open" | "stopped" | "complete") | null;
                    /** @description Tracking numbers are looked for until then; null = not any more, or not yet. */
                    trackUntil: string | null;
                    /** @description The parcels that are known. */
                    shipments: components["schemas"]["Shipment"][];
                };
            };
        };
        PurchaseOrderRejected: {
            /**
             * @description What happened.
             *
             *     - `purchase_order.rejected`: the distributor refused it, the item is free again
             * @constant
             */
            type: "purchase_order.rejected";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description Why the distributor refused. */
                rejection: {
                    /** @description The store: a name that the platform chose. */
                    storeId: string;
                    /** @description The order: the webstore’s own id. */
                    orderId: string;
                    /** @description The item of the order: the webstore’s own id. */
                    itemId: string;
                    /** @description The purchase order’s number: unique in its store, for ever. */
                    poNumber: string;
                    /**
                     * @description Whether it buys.
                     *
                     *     - `live`: buys
                     *     - `test`: the distributor’s test host, which buys nothing
                     * @enum {string}
                     */
                    mode: "live" | "test";
                    /**
                     * @description The distributor’s slug.
                     *
                     *     - `parts-unlimited`: Parts Unlimited
                     *     - `wps`: Western Power Sports
                     *     - `tucker-rocky`: Tucker Rocky
                     *     - `automatic`: Automatic Distributors
                     * @enum {string}
                     */
                    distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                    /**
                     * @description Why the distributor refused, in our words.
                     *
                     *     - `bad-credentials`: your credentials do not work there
                     *     - `unknown-part`: no such part number
                     *     - `out-of-stock`: not enough in stock
                     *     - `payment`: your account there cannot pay for it
                     *     - `bad-address`: it does not ship to this address
                     *     - `duplicate-po`: it knows this PO number already
                     *     - `not-allowed`: you may not order this part, or not have it drop-shipped
                     *     - `other`: something else: its own words say what
                     * @enum {string}
                     */
                    code: "bad-credentials" | "unknown-part" | "out-of-stock" | "payment" | "bad-address" | "duplicate-po" | "not-allowed" | "other";
                    /** @description The distributor’s own words, made safe to show; where `by` says so, the words of the store’s person or of the service. Null once they were erased. */
                    distributorMessage: string;
                    /**
                     * @description Who did it.
                     *
                     *     - `distributor`: the distributor
                     *     - `store`: a person or program of the store
                     *     - `service`: the service by itself
                     * @enum {string}
                     */
                    by: "distributor" | "store" | "service";
                    /**
                     * Format: date-time
                     * @description When.
                     */
                    at: string;
                };
            };
        };
        PurchaseOrderNeedsPerson: {
            /**
             * @description What happened.
             *
             *     - `purchase_order.needs_person`: a person has to look into it
             * @constant
             */
            type: "purchase_order.needs_person";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description The whole purchase order as it is now. */
                purchaseOrder: {
                    /** @description The purchase order’s number: unique in its store, for ever. */
                    poNumber: string;
                    /** @description The store: a name that the platform chose. */
                    storeId: string;
                    /** @description The order: the webstore’s own id. */
                    orderId: string;
                    /** @description The item of the order: the webstore’s own id. */
                    itemId: string;
                    /**
                     * @description Whether it buys.
                     *
                     *     - `live`: buys
                     *     - `test`: the distributor’s test host, which buys nothing
                     * @enum {string}
                     */
                    mode: "live" | "test";
                    /**
                     * @description The distributor’s slug.
                     *
                     *     - `parts-unlimited`: Parts Unlimited
                     *     - `wps`: Western Power Sports
                     *     - `tucker-rocky`: Tucker Rocky
                     *     - `automatic`: Automatic Distributors
                     * @enum {string}
                     */
                    distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                    /** @description The distributor’s number of the part. */
                    partNumber: string;
                    /** @description How many pieces; null where nobody told. */
                    quantity: number;
                    /**
                     * @description Where it stands.
                     *
                     *     - `submitting`: being sent for the first time
                     *     - `in-doubt`: sent without a readable answer: it is looked up, and nobody may submit meanwhile
                     *     - `needs-person`: cannot be decided by looking: ask the distributor, then resolve it
                     *     - `accepted`: the distributor took it; once more, when its only parcel was taken back by hand
                     *     - `partly-shipped`: some of it is on its way
                     *     - `shipped`: all of it is on its way
                     *     - `tracking-stopped`: accepted, and nobody looks for tracking numbers any more
                     * @enum {string}
                     */
                    status: "submitting" | "in-doubt" | "needs-person" | "accepted" | "partly-shipped" | "shipped" | "tracking-stopped";
                    /** @description Set while a person is needed. */
                    attention: {
                        /**
                         * @description Why a person is needed.
                         *
                         *     - `cannot-be-decided`: nobody can find out by looking whether it was placed
                         *     - `differs`: the distributor holds another order than was sent
                         *     - `someone-elses`: what is held under the number looks like another’s order
                         *     - `already-there`: the distributor said that it had the number before it was sent
                         *     - `refused-on-resend`: refused when it was sent again: the first may stand
                         *     - `no-usable-credentials`: there are no credentials with which to look
                         *     - `duplicate-suspected`: an attempt that counted as refused turned up as an order
                         *     - `tracking-unreadable`: what the distributor tells of this order, or where tracking numbers stand, cannot be read
                         *     - `order-cancelled`: the webstore cancelled the order while the purchase order lives
                         * @enum {string}
                         */
                        reason: "cannot-be-decided" | "differs" | "someone-elses" | "already-there" | "refused-on-resend" | "no-usable-credentials" | "duplicate-suspected" | "tracking-unreadable" | "order-cancelled";
                        /**
                         * Format: date-time
                         * @description Since when.
                         */
                        since: string;
                        /** @description A sentence for a person. */
                        whatToDo: string;
                        /** @description Whom to ask. */
                        contact: {
                            /** @description Name of a person, a store or a firm. */
                            name: string;
                            /** @description Its public site. */
                            site: string;
                        };
                    } | null;
                    /** @description Null once the customer’s personal data was erased. */
                    shipTo: components["schemas"]["AddressAnswer"] | null;
                    /** @description What of the address was entered and not sent, since this distributor has no place for it. */
                    leftOut: string[];
                    /**
                     * @description How fast.
                     *
                     *     - `ground`: the ordinary way
                     *     - `second-day`: in two days
                     *     - `next-day`: the next day
                     * @enum {string}
                     */
                    shippingMethod: "ground" | "second-day" | "next-day";
                    /** @description The distributor’s own numbers: one or several, none before it accepted. */
                    distributorOrderNumbers: string[];
                    /**
                     * Format: date-time
                     * @description When it was submitted.
                     */
                    submittedAt: string;
                    /** @description When the distributor accepted; null = not yet. */
                    acceptedAt: string | null;
                    /**
                     * Format: date-time
                     * @description When it last changed in a way that anybody is told of.
                     */
                    updatedAt: string;
                    /** @description While its outcome is open: when somebody next looks at what became of it. */
                    nextLookAt: string | null;
                    /**
                     * @description open = parcels are looked for; complete = all have been found; null before it is accepted.
                     *
                     *     - `open`: looked for
                     *     - `stopped`: not any more
                     *     - `complete`: all has shipped
                     */
                    tracking: ("open" | "stopped" | "complete") | null;
                    /** @description Tracking numbers are looked for until then; null = not any more, or not yet. */
                    trackUntil: string | null;
                    /** @description The parcels that are known. */
                    shipments: components["schemas"]["Shipment"][];
                };
                /** @description Why, in a sentence. */
                reason: string;
                /** @description Whom to ask. */
                contact: {
                    /** @description Name of a person, a store or a firm. */
                    name: string;
                    /** @description Its public site. */
                    site: string;
                };
            };
        };
        PurchaseOrderShipped: {
            /**
             * @description What happened.
             *
             *     - `purchase_order.shipped`: all of it is on its way
             * @constant
             */
            type: "purchase_order.shipped";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description The whole purchase order as it is now. */
                purchaseOrder: {
                    /** @description The purchase order’s number: unique in its store, for ever. */
                    poNumber: string;
                    /** @description The store: a name that the platform chose. */
                    storeId: string;
                    /** @description The order: the webstore’s own id. */
                    orderId: string;
                    /** @description The item of the order: the webstore’s own id. */
                    itemId: string;
                    /**
                     * @description Whether it buys.
                     *
                     *     - `live`: buys
                     *     - `test`: the distributor’s test host, which buys nothing
                     * @enum {string}
                     */
                    mode: "live" | "test";
                    /**
                     * @description The distributor’s slug.
                     *
                     *     - `parts-unlimited`: Parts Unlimited
                     *     - `wps`: Western Power Sports
                     *     - `tucker-rocky`: Tucker Rocky
                     *     - `automatic`: Automatic Distributors
                     * @enum {string}
                     */
                    distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                    /** @description The distributor’s number of the part. */
                    partNumber: string;
                    /** @description How many pieces; null where nobody told. */
                    quantity: number;
                    /**
                     * @description Where it stands.
                     *
                     *     - `submitting`: being sent for the first time
                     *     - `in-doubt`: sent without a readable answer: it is looked up, and nobody may submit meanwhile
                     *     - `needs-person`: cannot be decided by looking: ask the distributor, then resolve it
                     *     - `accepted`: the distributor took it; once more, when its only parcel was taken back by hand
                     *     - `partly-shipped`: some of it is on its way
                     *     - `shipped`: all of it is on its way
                     *     - `tracking-stopped`: accepted, and nobody looks for tracking numbers any more
                     * @enum {string}
                     */
                    status: "submitting" | "in-doubt" | "needs-person" | "accepted" | "partly-shipped" | "shipped" | "tracking-stopped";
                    /** @description Set while a person is needed. */
                    attention: {
                        /**
                         * @description Why a person is needed.
                         *
                         *     - `cannot-be-decided`: nobody can find out by looking whether it was placed
                         *     - `differs`: the distributor holds another order than was sent
                         *     - `someone-elses`: what is held under the number looks like another’s order
                         *     - `already-there`: the distributor said that it had the number before it was sent
                         *     - `refused-on-resend`: refused when it was sent again: the first may stand
                         *     - `no-usable-credentials`: there are no credentials with which to look
                         *     - `duplicate-suspected`: an attempt that counted as refused turned up as an order
                         *     - `tracking-unreadable`: what the distributor tells of this order, or where tracking numbers stand, cannot be read
                         *     - `order-cancelled`: the webstore cancelled the order while the purchase order lives
                         * @enum {string}
                         */
                        reason: "cannot-be-decided" | "differs" | "someone-elses" | "already-there" | "refused-on-resend" | "no-usable-credentials" | "duplicate-suspected" | "tracking-unreadable" | "order-cancelled";
                        /**
                         * Format: date-time
                         * @description Since when.
                         */
                        since: string;
                        /** @description A sentence for a person. */
                        whatToDo: string;
                        /** @description Whom to ask. */
                        contact: {
                            /** @description Name of a person, a store or a firm. */
                            name: string;
                            /** @description Its public site. */
                            site: string;
                        };
                    } | null;
                    /** @description Null once the customer’s personal data was erased. */
                    shipTo: components["schemas"]["AddressAnswer"] | null;
                    /** @description What of the address was entered and not sent, since this distributor has no place for it. */
                    leftOut: string[];
                    /**
                     * @description How fast.
                     *
                     *     - `ground`: the ordinary way
                     *     - `second-day`: in two days
                     *     - `next-day`: the next day
                     * @enum {string}
                     */
                    shippingMethod: "ground" | "second-day" | "next-day";
                    /** @description The distributor’s own numbers: one or several, none before it accepted. */
                    distributorOrderNumbers: string[];
                    /**
                     * Format: date-time
                     * @description When it was submitted.
                     */
                    submittedAt: string;
                    /** @description When the distributor accepted; null = not yet. */
                    acceptedAt: string | null;
                    /**
                     * Format: date-time
                     * @description When it last changed in a way that anybody is told of.
                     */
                    updatedAt: string;
                    /** @description While its outcome is open: when somebody next looks at what became of it. */
                    nextLookAt: string | null;
                    /**
                     * @description open = parcels are looked for; complete = all have been found; null before it is accepted.
                     *
                     *     - `open`: looked for
                     *     - `stopped`: not any more
                     *     - `complete`: all has shipped
                     */
                    tracking: ("open" | "stopped" | "complete") | null;
                    /** @description Tracking numbers are looked for until then; null = not any more, or not yet. */
                    trackUntil: string | null;
                    /** @description The parcels that are known. */
                    shipments: components["schemas"]["Shipment"][];
                };
            };
        };
        PurchaseOrderPartlyShipped: {
            /**
             * @description What happened.
             *
             *     - `purchase_order.partly_shipped`: a parcel is on its way
             * @constant
             */
            type: "purchase_order.partly_shipped";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description The whole purchase order as it is now. */
                purchaseOrder: {
                    /** @description The purchase order’s number: unique in its store, for ever. */
                    poNumber: string;
                    /** @description The store: a name that the platform chose. */
                    storeId: string;
                    /** @description The order: the webstore’s own id. */
                    orderId: string;
                    /** @description The item of the order: the webstore’s own id. */
                    itemId: string;
                    /**
                     * @description Whether it buys.
                     *
                     *     - `live`: buys
                     *     - `test`: the distributor’s test host, which buys nothing
                     * @enum {string}
                     */
                    mode: "live" | "test";
                    /**
                     * @description The distributor’s slug.
                     *
                     *     - `parts-unlimited`: Parts Unlimited
                     *     - `wps`: Western Power Sports
                     *     - `tucker-rocky`: Tucker Rocky
                     *     - `automatic`: Automatic Distributors
                     * @enum {string}
                     */
                    distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                    /** @description The distributor’s number of the part. */
                    partNumber: string;
                    /** @description How many pieces; null where nobody told. */
                    quantity: number;
                    /**
                     * @description Where it stands.
                     *
                     *     - `submitting`: being sent for the first time
                     *     - `in-doubt`: sent without a readable answer: it is looked up, and nobody may submit meanwhile
                     *     - `needs-person`: cannot be decided by looking: ask the distributor, then resolve it
                     *     - `accepted`: the distributor took it; once more, when its only parcel was taken back by hand
                     *     - `partly-shipped`: some of it is on its way
                     *     - `shipped`: all of it is on its way
                     *     - `tracking-stopped`: accepted, and nobody looks for tracking numbers any more
                     * @enum {string}
                     */
                    status: "submitting" | "in-doubt" | "needs-person" | "accepted" | "partly-shipped" | "shipped" | "tracking-stopped";
                    /** @description Set while a person is needed. */
                    attention: {
                        /**
                         * @description Why a person is needed.
                         *
                         *     - `cannot-be-decided`: nobody can find out by looking whether it was placed
                         *     - `differs`: the distributor holds another order than was sent
                         *     - `someone-elses`: what is held under the number looks like another’s order
                         *     - `already-there`: the distributor said that it had the number before it was sent
                         *     - `refused-on-resend`: refused when it was sent again: the first may stand
                         *     - `no-usable-credentials`: there are no credentials with which to look
                         *     - `duplicate-suspected`: an attempt that counted as refused turned up as an order
                         *     - `tracking-unreadable`: what the distributor tells of this order, or where tracking numbers stand, cannot be read
                         *     - `order-cancelled`: the webstore cancelled the order while the purchase order lives
                         * @enum {string}
                         */
                        reason: "cannot-be-decided" | "differs" | "someone-elses" | "already-there" | "refused-on-resend" | "no-usable-credentials" | "duplicate-suspected" | "tracking-unreadable" | "order-cancelled";
                        /**
                         * Format: date-time
                         * @description Since when.
                         */
                        since: string;
                        /** @description A sentence for a person. */
                        whatToDo: string;
                        /** @description Whom to ask. */
                        contact: {
                            /** @description Name of a person, a store or a firm. */
                            name: string;
                            /** @description Its public site. */
                            site: string;
                        };
                    } | null;
                    /** @description Null once the customer’s personal data was erased. */
                    shipTo: components["schemas"]["AddressAnswer"] | null;
                    /** @description What of the address was entered and not sent, since this distributor has no place for it. */
                    leftOut: string[];
                    /**
                     * @description How fast.
                     *
                     *     - `ground`: the ordinary way
                     *     - `second-day`: in two days
                     *     - `next-day`: the next day
                     * @enum {string}
                     */
                    shippingMethod: "ground" | "second-day" | "next-day";
                    /** @description The distributor’s own numbers: one or several, none before it accepted. */
                    distributorOrderNumbers: string[];
                    /**
                     * Format: date-time
                     * @description When it was submitted.
                     */
                    submittedAt: string;
                    /** @description When the distributor accepted; null = not yet. */
                    acceptedAt: string | null;
                    /**
                     * Format: date-time
                     * @description When it last changed in a way that anybody is told of.
                     */
                    updatedAt: string;
                    /** @description While its outcome is open: when somebody next looks at what became of it. */
                    nextLookAt: string | null;
                    /**
                     * @description open = parcels are looked for; complete = all have been found; null before it is accepted.
                     *
                     *     - `open`: looked for
                     *     - `stopped`: not any more
                     *     - `complete`: all has shipped
                     */
                    tracking: ("open" | "stopped" | "complete") | null;
                    /** @description Tracking numbers are looked for until then; null = not any more, or not yet. */
                    trackUntil: string | null;
                    /** @description The parcels that are known. */
                    shipments: components["schemas"]["Shipment"][];
                };
            };
        };
        PurchaseOrderTrackingStopped: {
            /**
             * @description What happened.
             *
             *     - `purchase_order.tracking_stopped`: nobody looks for tracking numbers any more
             * @constant
             */
            type: "purchase_order.tracking_stopped";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description The whole purchase order as it is now. */
                purchaseOrder: {
                    /** @description The purchase order’s number: unique in its store, for ever. */
                    poNumber: string;
                    /** @description The store: a name that the platform chose. */
                    storeId: string;
                    /** @description The order: the webstore’s own id. */
                    orderId: string;
                    /** @description The item of the order: the webstore’s own id. */
                    itemId: string;
                    /**
                     * @description Whether it buys.
                     *
                     *     - `live`: buys
                     *     - `test`: the distributor’s test host, which buys nothing
                     * @enum {string}
                     */
                    mode: "live" | "test";
                    /**
                     * @description The distributor’s slug.
                     *
                     *     - `parts-unlimited`: Parts Unlimited
                     *     - `wps`: Western Power Sports
                     *     - `tucker-rocky`: Tucker Rocky
                     *     - `automatic`: Automatic Distributors
                     * @enum {string}
                     */
                    distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                    /** @description The distributor’s number of the part. */
                    partNumber: string;
                    /** @description How many pieces; null where nobody told. */
                    quantity: number;
                    /**
                     * @description Where it stands.
                     *
                     *     - `submitting`: being sent for the first time
                     *     - `in-doubt`: sent without a readable answer: it is looked up, and nobody may submit meanwhile
                     *     - `needs-person`: cannot be decided by looking: ask the distributor, then resolve it
                     *     - `accepted`: the distributor took it; once more, when its only parcel was taken back by hand
                     *     - `partly-shipped`: some of it is on its way
                     *     - `shipped`: all of it is on its way
                     *     - `tracking-stopped`: accepted, and nobody looks for tracking numbers any more
                     * @enum {string}
                     */
                    status: "submitting" | "in-doubt" | "needs-person" | "accepted" | "partly-shipped" | "shipped" | "tracking-stopped";
                    /** @description Set while a person is needed. */
                    attention: {
                        /**
                         * @description Why a person is needed.
                         *
                         *     - `cannot-be-decided`: nobody can find out by looking whether it was placed
                         *     - `differs`: the distributor holds another order than was sent
                         *     - `someone-elses`: what is held under the number looks like another’s order
                         *     - `already-there`: the distributor said that it had the number before it was sent
                         *     - `refused-on-resend`: refused when it was sent again: the first may stand
                         *     - `no-usable-credentials`: there are no credentials with which to look
                         *     - `duplicate-suspected`: an attempt that counted as refused turned up as an order
                         *     - `tracking-unreadable`: what the distributor tells of this order, or where tracking numbers stand, cannot be read
                         *     - `order-cancelled`: the webstore cancelled the order while the purchase order lives
                         * @enum {string}
                         */
                        reason: "cannot-be-decided" | "differs" | "someone-elses" | "already-there" | "refused-on-resend" | "no-usable-credentials" | "duplicate-suspected" | "tracking-unreadable" | "order-cancelled";
                        /**
                         * Format: date-time
                         * @description Since when.
                         */
                        since: string;
                        /** @description A sentence for a person. */
                        whatToDo: string;
                        /** @description Whom to ask. */
                        contact: {
                            /** @description Name of a person, a store or a firm. */
                            name: string;
                            /** @description Its public site. */
                            site: string;
                        };
                    } | null;
                    /** @description Null once the customer’s personal data was erased. */
                    shipTo: components["schemas"]["AddressAnswer"] | null;
                    /** @description What of the address was entered and not sent, since this distributor has no place for it. */
                    leftOut: string[];
                    /**
                     * @description How fast.
                     *
                     *     - `ground`: the ordinary way
                     *     - `second-day`: in two days
                     *     - `next-day`: the next day
                     * @enum {string}
                     */
                    shippingMethod: "ground" | "second-day" | "next-day";
                    /** @description The distributor’s own numbers: one or several, none before it accepted. */
                    distributorOrderNumbers: string[];
                    /**
                     * Format: date-time
                     * @description When it was submitted.
                     */
                    submittedAt: string;
                    /** @description When the distributor accepted; null = not yet. */
                    acceptedAt: string | null;
                    /**
                     * Format: date-time
                     * @description When it last changed in a way that anybody is told of.
                     */
                    updatedAt: string;
                    /** @description While its outcome is open: when somebody next looks at what became of it. */
                    nextLookAt: string | null;
                    /**
                     * @description open = parcels are looked for; complete = all have been found; null before it is accepted.
                     *
                     *     - `open`: looked for
                     *     - `stopped`: not any more
                     *     - `complete`: all has shipped
                     */
                    tracking: ("open" | "stopped" | "complete") | null;
                    /** @description Tracking numbers are looked for until then; null = not any more, or not yet. */
                    trackUntil: string | null;
                    /** @description The parcels that are known. */
                    shipments: components["schemas"]["Shipment"][];
                };
                /** @description Why, in a sentence. */
                reason: string;
                /** @description Whom to ask. */
                contact: {
                    /** @description Name of a person, a store or a firm. */
                    name: string;
                    /** @description Its public site. */
                    site: string;
                };
            };
        };
        AccountStopped: {
            /**
             * @description What happened.
             *
             *     - `account.stopped`: the distributor refused the store’s credentials
             * @constant
             */
            type: "account.stopped";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /**
                 * @description The distributor’s slug.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 * @enum {string}
                 */
                distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                /**
                 * @description Whether it buys.
                 *
                 *     - `live`: buys
                 *     - `test`: the distributor’s test host, which buys nothing
                 * @enum {string}
                 */
                mode: "live" | "test";
                /** @description What the distributor said. */
                message: string;
                /** @description Whom to ask. */
                contact: {
                    /** @description Name of a person, a store or a firm. */
                    name: string;
                    /** @description Its public site. */
                    site: string;
                };
            };
        };
        CustomerMailFailed: {
            /**
             * @description What happened.
             *
             *     - `customer_mail.failed`: the customer’s mail could not be sent, came back, or was reported as unwanted
             * @constant
             */
            type: "customer_mail.failed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What it is about. */
            data: {
                /** @description Grows with every event of an order: a lower one is older. 0 = the event is no order’s. */
                sequence: number;
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The order: the webstore’s own id. */
                orderId: string;
                /**
                 * @description Whether it buys.
                 *
                 *     - `live`: buys
                 *     - `test`: the distributor’s test host, which buys nothing
                 * @enum {string}
                 */
                mode: "live" | "test";
                /** @description Why, in a sentence. */
                reason: string;
            };
        };
        "Problem-invalid-request": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:invalid-request";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The request is not valid";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 400;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description Every field that is wrong. */
            errors: {
                /** @description Where: a JSON pointer into the body, or /path/… or /query/…. */
                pointer: string;
                /** @description A sentence for people: what is wrong and what to do. */
                detail: string;
            }[];
        };
        "Problem-unauthorized": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:unauthorized";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The API key is not valid";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 401;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-forbidden": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:forbidden";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The API key may not do this";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-not-found": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:not-found";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "Not found";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 404;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-cancel-not-supported": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:cancel-not-supported";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "A purchase order cannot be cancelled here";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 405;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description Whom to ask or call there. */
            contact: components["schemas"]["Contact"];
            /** @description The distributor’s own numbers: one or several, none before it accepted. */
            distributorOrderNumbers: string[];
        };
        "Problem-stale-revision": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:stale-revision";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "A later revision of the order is known";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-purchase-order-exists": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:purchase-order-exists";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The item has a purchase order already";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description The purchase order; null = there is none. */
            purchaseOrder: components["schemas"]["PurchaseOrder"];
        };
        "Problem-po-number-taken": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:po-number-taken";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The PO number has been used";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description A number that is free; null where only the other store knows. */
            suggested: string | null;
            /** @description The order: the webstore’s own id. */
            orderId: string | null;
            /** @description The item of the order: the webstore’s own id. */
            itemId: string | null;
            /** @description How it ended. */
            outcome: string | null;
        };
        "Problem-nothing-to-resolve": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:nothing-to-resolve";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The purchase order needs no person";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-in-progress": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:in-progress";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The same is being done already";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-too-large": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:too-large";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The body is too large";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 413;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-unsupported-media-type": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:unsupported-media-type";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The body must be JSON";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 415;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-idempotency-key-reused": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:idempotency-key-reused";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The Idempotency-Key belongs to another request";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-test-mode-not-offered": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:test-mode-not-offered";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "This distributor offers no test mode";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-credentials-refused": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:credentials-refused";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The credentials do not work";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description The distributor’s own words, made safe to show; where `by` says so, the words of the store’s person or of the service. Null once they were erased. */
            distributorMessage: string | null;
        };
        "Problem-rejected-by-distributor": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:rejected-by-distributor";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The order was not placed";
            /**
             * @description The HTTP status.
             * @enum {number}
             */
            status: 410 | 422;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /**
             * @description Why the distributor refused, in our words.
             *
             *     - `bad-credentials`: your credentials do not work there
             *     - `unknown-part`: no such part number
             *     - `out-of-stock`: not enough in stock
             *     - `payment`: your account there cannot pay for it
             *     - `bad-address`: it does not ship to this address
             *     - `duplicate-po`: it knows this PO number already
             *     - `not-allowed`: you may not order this part, or not have it drop-shipped
             *     - `other`: something else: its own words say what
             * @enum {string}
             */
            code: "bad-credentials" | "unknown-part" | "out-of-stock" | "payment" | "bad-address" | "duplicate-po" | "not-allowed" | "other";
            /** @description The distributor’s own words, made safe to show; where `by` says so, the words of the store’s person or of the service. Null once they were erased. */
            distributorMessage: string | null;
            /**
             * @description Who did it.
             *
             *     - `distributor`: the distributor
             *     - `store`: a person or program of the store
             *     - `service`: the service by itself
             * @enum {string}
             */
            by: "distributor" | "store" | "service";
            /** @description The purchase order’s number: unique in its store, for ever. */
            poNumber: string;
            /** @description The order: the webstore’s own id. */
            orderId: string;
            /** @description The item of the order: the webstore’s own id. */
            itemId: string;
        };
        "Problem-not-eligible": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:not-eligible";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The item cannot be drop-shipped now";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description All checks, in a fixed order, passed or not. */
            checks: components["schemas"]["Check"][];
        };
        "Problem-does-not-fit": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:does-not-fit";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The distributor cannot take it as it was entered";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description Every field that is wrong. */
            errors: {
                /** @description The field: a JSON pointer into the form, such as /shipTo/city. */
                pointer: string;
                /** @description How many characters it may have: 0 = there is no place for it; null = it is not the length. */
                limit: number | null;
                /** @description How many characters it has. */
                length: number;
                /** @description A sentence for people: what is wrong and what to do. */
                detail: string;
            }[];
        };
        "Problem-tracking-number-suspect": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:tracking-number-suspect";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The tracking number cannot be right";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-too-many": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:too-many";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "There are as many as there may be";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description How many there may be. */
            limit: number;
        };
        "Problem-too-many-requests": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:too-many-requests";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "Too many requests: wait";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        "Problem-daily-limit": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:daily-limit";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "The store has had as many orders today as it may";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
            /** @description How many there may be. */
            limit: number;
        };
        "Problem-internal-error": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:internal-error";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "Something went wrong on our side";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 500;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail?: string;
        };
        "Problem-try-again": {
            /**
             * @description Which kind of problem: a stable URI, to be compared as a whole.
             * @constant
             */
            type: "urn:problem:drop-ship:try-again";
            /**
             * @description The kind of problem in words; the same for all of the kind.
             * @constant
             */
            title: "Not possible just now";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 503;
            /** @description Names the request in our log: quote it when you ask about it. */
            correlationId?: string;
            /** @description A sentence for people: what is wrong and what to do. */
            detail: string;
        };
        /** @description What API Gateway says itself: no `Authorization` header at all, a path that cannot be decoded (`%E0%A4`), throttled, a body of more than 10 MB, headers of more than 10,240 bytes (431, with every route), or a function that did not answer. It is no problem (RFC 9457), and carries `apigw-requestid`. */
        GatewayMessage: {
            /** @description A word or two. */
            message: string;
        };
    };
    responses: {
        /** @description The request is not valid (`invalid-request`) */
        Answer400: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-invalid-request"];
                /**
                 * @example {
                 *       "message": "Bad Request"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The API key is not valid (`unauthorized`) */
        Answer401: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-unauthorized"];
                /**
                 * @example {
                 *       "message": "Unauthorized"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The API key may not do this (`forbidden`) */
        Answer403: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-forbidden"];
                /**
                 * @example {
                 *       "message": "Forbidden"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The same is being done already (`in-progress`) */
        Answer409: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-in-progress"];
            };
        };
        /** @description The body is too large (`too-large`) */
        Answer413: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-too-large"];
                /**
                 * @example {
                 *       "message": "Request Entity Too Large"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The body must be JSON (`unsupported-media-type`) */
        Answer415: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-unsupported-media-type"];
            };
        };
        /** @description The Idempotency-Key belongs to another request (`idempotency-key-reused`) */
        Answer422: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-idempotency-key-reused"];
            };
        };
        /** @description Too many requests: wait (`too-many-requests`) */
        Answer429: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-too-many-requests"];
                /**
                 * @example {
                 *       "message": "Too Many Requests"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Something went wrong on our side (`internal-error`) */
        Answer500: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-internal-error"];
                /**
                 * @example {
                 *       "message": "Internal Server Error"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Not possible just now (`try-again`) */
        Answer503: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-try-again"];
                /**
                 * @example {
                 *       "message": "Service Unavailable"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Not found (`not-found`) */
        Answer404: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-not-found"];
            };
        };
        /** @description Done; there is nothing to say. */
        Answer204: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not valid (`invalid-request`) */
        "Answer400-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-invalid-request"];
                /**
                 * @example {
                 *       "message": "Bad Request"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The API key is not valid (`unauthorized`) */
        "Answer401-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-unauthorized"];
                /**
                 * @example {
                 *       "message": "Unauthorized"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The API key may not do this (`forbidden`) */
        "Answer403-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-forbidden"];
                /**
                 * @example {
                 *       "message": "Forbidden"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Not found (`not-found`) */
        "Answer404-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-not-found"];
            };
        };
        /** @description The body is too large (`too-large`) */
        "Answer413-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-too-large"];
                /**
                 * @example {
                 *       "message": "Request Entity Too Large"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The body must be JSON (`unsupported-media-type`) */
        "Answer415-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-unsupported-media-type"];
            };
        };
        /** @description Too many requests: wait (`too-many-requests`) */
        "Answer429-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-too-many-requests"];
                /**
                 * @example {
                 *       "message": "Too Many Requests"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Done. */
        Answer200: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "storeId": "moto-hut",
                 *       "name": "Moto Hut",
                 *       "serviceEmail": "service@motohut.example",
                 *       "overrideDropShipRules": false,
                 *       "webhook": {
                 *         "url": "https://motohut.example/hooks/drop-ship",
                 *         "state": "active",
                 *         "lastDeliveredAt": null,
                 *         "lastFailure": null
                 *       },
                 *       "customerMail": true,
                 *       "brand": null,
                 *       "adminUrl": null,
                 *       "limits": {
                 *         "ordersPerDay": null,
                 *         "customerMailsPerDay": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["StoreAnswer"];
            };
        };
        /** @description The same is being done already (`in-progress`); The purchase order needs no person (`nothing-to-resolve`) */
        "Answer409-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-in-progress"] | components["schemas"]["Problem-nothing-to-resolve"];
            };
        };
        /** @description The order was not placed (`rejected-by-distributor`) */
        Answer410: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-rejected-by-distributor"];
            };
        };
        /** @description The order was not placed (`rejected-by-distributor`) */
        "Answer410-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-rejected-by-distributor"];
            };
        };
        /** @description The request is not valid (`invalid-request`) */
        "Answer400-3": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-invalid-request"];
                /**
                 * @example {
                 *       "message": "Bad Request"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The body is too large (`too-large`) */
        "Answer413-3": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-too-large"];
                /**
                 * @example {
                 *       "message": "Request Entity Too Large"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The body must be JSON (`unsupported-media-type`) */
        "Answer415-3": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-unsupported-media-type"];
            };
        };
        /** @description Too many requests of all callers together: wait */
        "Answer429-3": {
            headers: {
                "apigw-requestid": components["headers"]["apigw-requestid"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "Too Many Requests"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Something went wrong on our side (`internal-error`) */
        "Answer500-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-internal-error"];
                /**
                 * @example {
                 *       "message": "Internal Server Error"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Not possible just now (`try-again`) */
        "Answer503-2": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                "apigw-requestid": components["headers"]["apigw-requestid"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem-try-again"];
                /**
                 * @example {
                 *       "message": "Service Unavailable"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
    };
    parameters: {
        /**
         * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
         * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
         */
        "Idempotency-Key": string;
        /**
         * @description Your own name of this request, to find it in both logs.
         * @example webstore-7f3a
         */
        "x-correlation-id": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Names the request in our log: your own `x-correlation-id` where it is 1 to 64 of `A-Z a-z 0-9 . _ -`, else one of ours.
         * @example webstore-7f3a
         */
        "x-correlation-id": string;
        /**
         * @description What this key may still ask (IETF draft): `r` requests are left, `t` seconds until all are again.
         * @example "key";r=199;t=1
         */
        RateLimit: string;
        /**
         * @description How often this key may ask: `q` requests at once, which refill in `w` seconds.
         * @example "key";q=200;w=4
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds after which to ask again.
         * @example 30
         */
        "Retry-After": number;
        /**
         * @description Where it is found from now on.
         * @example /v1/stores/moto-hut/purchase-orders/1001-1
         */
        Location: string;
        /**
         * @description The name under which this very module never changes.
         * @example /v1/drop-ship-dialog-0123456789abcdef.js
         */
        "Content-Location": string;
        /**
         * @description `true` where the request was answered before, and nothing was done again; else it is not there.
         * @example true
         */
        "idempotency-replayed": "true";
        /**
         * @description The methods that there are instead.
         * @example GET
         */
        Allow: string;
        /**
         * @description How to say who calls.
         * @example Bearer
         */
        "WWW-Authenticate": string;
        /**
         * @description API Gateway’s own name of the request: in the answers that it makes itself, and beside ours.
         * @example JKJaXmPLvHcESHA=
         */
        "apigw-requestid": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAllStoresKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "keyId": "0b31577da3c9ef153b61",
                     *         "scopes": [
                     *           "orders:read",
                     *           "admin"
                     *         ],
                     *         "name": "Platform",
                     *         "createdAt": "2026-11-23T12:00:00.000Z",
                     *         "expiresAt": "2027-11-20T00:00:00.000Z"
                     *       },
                     *       {
                     *         "keyId": "1f456b91b7dd03294f75",
                     *         "scopes": [
                     *           "orders:read",
                     *           "orders:write",
                     *           "settings:write",
                     *           "admin"
                     *         ],
                     *         "name": null,
                     *         "createdAt": "2026-11-23T12:00:00.000Z",
                     *         "expiresAt": null
                     *       }
                     *     ]
                     */
                    "application/json": {
                        /** @description Names the key, and is no secret. */
                        keyId: string;
                        /**
                         * @description What the key may do.
                         *
                         *     - `orders:read`: read orders, dialogs, purchase orders and settings
                         *     - `orders:write`: tell of orders and submit them
                         *     - `settings:write`: stores, credentials and webhooks
                         *     - `admin`: keys, and what is over all stores
                         */
                        scopes: ("orders:read" | "orders:write" | "settings:write" | "admin")[];
                        /** @description Name of a person, a store or a firm. */
                        name: string | null;
                        /**
                         * Format: date-time
                         * @description When it was made.
                         */
                        createdAt: string;
                        /** @description When the key ends by itself; null = never. */
                        expiresAt: string | null;
                    }[];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    createAllStoresKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scopes": [
                 *         "orders:read",
                 *         "admin"
                 *       ],
                 *       "name": "Platform",
                 *       "expiresAt": "2027-11-20T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["KeyBody"];
            };
        };
        responses: {
            /** @description It is new. */
            201: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "0b31577da3c9ef153b61",
                     *       "scopes": [
                     *         "orders:read",
                     *         "admin"
                     *       ],
                     *       "name": "Platform",
                     *       "createdAt": "2026-11-23T12:00:00.000Z",
                     *       "expiresAt": "2027-11-20T00:00:00.000Z",
                     *       "token": "ds_0b31577da3c9ef153b61_QWeNs9n_JUtxl73jCS9Ve6HH7RM5X4Wr0fcdQ2mPtds"
                     *     }
                     */
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            409: components["responses"]["Answer409"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            422: components["responses"]["Answer422"];
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "keyId": "f51b41678db3d9ff254b",
                     *         "scopes": [
                     *           "orders:read",
                     *           "orders:write"
                     *         ],
                     *         "name": "Webstore backend",
                     *         "createdAt": "2026-11-23T12:00:00.000Z",
                     *         "expiresAt": null
                     *       }
                     *     ]
                     */
                    "application/json": {
                        /** @description Names the key, and is no secret. */
                        keyId: string;
                        /**
                         * @description What the key may do.
                         *
                         *     - `orders:read`: read orders, dialogs, purchase orders and settings
                         *     - `orders:write`: tell of orders and submit them
                         *     - `settings:write`: stores, credentials and webhooks
                         *     - `admin`: keys, and what is over all stores
                         */
                        scopes: ("orders:read" | "orders:write" | "settings:write" | "admin")[];
                        /** @description Name of a person, a store or a firm. */
                        name: string | null;
                        /**
                         * Format: date-time
                         * @description When it was made.
                         */
                        createdAt: string;
                        /** @description When the key ends by itself; null = never. */
                        expiresAt: string | null;
                    }[];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scopes": [
                 *         "orders:read",
                 *         "orders:write"
                 *       ],
                 *       "name": "Webstore backend"
                 *     }
                 */
                "application/json": components["schemas"]["KeyBody"];
            };
        };
        responses: {
            /** @description It is new. */
            201: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "f51b41678db3d9ff254b",
                     *       "scopes": [
                     *         "orders:read",
                     *         "orders:write"
                     *       ],
                     *       "name": "Webstore backend",
                     *       "createdAt": "2026-11-23T12:00:00.000Z",
                     *       "expiresAt": null,
                     *       "token": "ds_f51b41678db3d9ff254b_K1F3ncPpDzVbgafN8xk_ZYux1_0jSW-Vu-EHLVN5n8U"
                     *     }
                     */
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            /** @description The Idempotency-Key belongs to another request (`idempotency-key-reused`); There are as many as there may be (`too-many`) */
            422: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-idempotency-key-reused"] | components["schemas"]["Problem-too-many"];
                };
            };
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    putDistributor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /**
                 * @description The distributor’s slug.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 */
                distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "testMode": false,
                 *       "live": {
                 *         "apiToken": "your-wps-token"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DistributorSettings"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "distributor": "wps",
                     *       "name": "WPS",
                     *       "configured": true,
                     *       "mode": "live",
                     *       "credentials": {
                     *         "live": {
                     *           "apiToken": "••••"
                     *         },
                     *         "test": null
                     *       },
                     *       "capabilities": {
                     *         "status": "active",
                     *         "sunset": null,
                     *         "testMode": false,
                     *         "shippingMethods": [
                     *           "ground",
                     *           "second-day",
                     *           "next-day"
                     *         ],
                     *         "countries": [
                     *           "US"
                     *         ],
                     *         "characters": "any",
                     *         "limits": {
                     *           "poNumber": null,
                     *           "name": 30,
                     *           "company": 0,
                     *           "line1": 30,
                     *           "line2": 30,
                     *           "city": 17,
                     *           "state": 2,
                     *           "postalCode": 15,
                     *           "country": 0,
                     *           "phone": 15
                     *         },
                     *         "credentialFields": [
                     *           {
                     *             "name": "apiToken",
                     *             "label": "API token",
                     *             "secret": true
                     *           }
                     *         ]
                     *       },
                     *       "contact": {
                     *         "name": "Western Power Sports",
                     *         "site": "https://www.wps-inc.com"
                     *       },
                     *       "stopped": null,
                     *       "pausedUntil": null
                     *     }
                     */
                    "application/json": components["schemas"]["DistributorAnswer"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            /** @description This distributor offers no test mode (`test-mode-not-offered`) */
            422: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-test-mode-not-offered"];
                };
            };
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    deleteDistributor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /**
                 * @description The distributor’s slug.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 */
                distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Answer204"];
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    getStore: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Answer200"];
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    putStore: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Moto Hut",
                 *       "serviceEmail": "service@motohut.example",
                 *       "overrideDropShipRules": false,
                 *       "webhook": {
                 *         "url": "https://motohut.example/hooks/drop-ship"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Store"];
            };
        };
        responses: {
            200: components["responses"]["Answer200"];
            /** @description It is new. */
            201: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "storeId": "moto-hut",
                     *       "name": "Moto Hut",
                     *       "serviceEmail": "service@motohut.example",
                     *       "overrideDropShipRules": false,
                     *       "webhook": {
                     *         "url": "https://motohut.example/hooks/drop-ship",
                     *         "state": "active",
                     *         "lastDeliveredAt": null,
                     *         "lastFailure": null,
                     *         "secret": "whsec_NVuBp83zGT9li7HX/SNJb5W74QctU3mfxesRN12Dqc8="
                     *       },
                     *       "customerMail": true,
                     *       "brand": null,
                     *       "adminUrl": null,
                     *       "limits": {
                     *         "ordersPerDay": null,
                     *         "customerMailsPerDay": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StoreAnswer"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description How many on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "2027-01-06T13:03:00.000Z.1006-1.4",
                     *           "type": "purchase_order.tracking_stopped",
                     *           "poNumber": "1006-1",
                     *           "createdAt": "2027-01-06T13:03:00.000Z",
                     *           "tries": [
                     *             {
                     *               "at": "2027-01-07T13:02:41.075Z",
                     *               "status": 204,
                     *               "error": null
                     *             }
                     *           ],
                     *           "state": "delivered",
                     *           "nextTryAt": null
                     *         },
                     *         {
                     *           "id": "2027-01-04T13:02:00.000Z.1004-1.2",
                     *           "type": "purchase_order.tracking_stopped",
                     *           "poNumber": "1004-1",
                     *           "createdAt": "2027-01-04T13:02:00.000Z",
                     *           "tries": [
                     *             {
                     *               "at": "2027-01-07T13:02:41.075Z",
                     *               "status": 204,
                     *               "error": null
                     *             }
                     *           ],
                     *           "state": "delivered",
                     *           "nextTryAt": null
                     *         }
                     *       ],
                     *       "nextCursor": "eyJkZWxpdmVyaWVzIjoiMjAyNy0wMS0wNFQxMzowMjowMC4wMDBaLjEwMDQtMS4yIn0"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    listDistributors: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "distributor": "parts-unlimited",
                     *         "name": "Parts Unlimited",
                     *         "configured": true,
                     *         "mode": "live",
                     *         "credentials": {
                     *           "live": {
                     *             "dealerNumber": "••••",
                     *             "apiKey": "••••more"
                     *           },
                     *           "test": {
                     *             "dealerNumber": "••••",
                     *             "apiKey": "••••"
                     *           }
                     *         },
                     *         "capabilities": {
                     *           "status": "active",
                     *           "sunset": null,
                     *           "testMode": true,
                     *           "shippingMethods": [
                     *             "ground"
                     *           ],
                     *           "countries": null,
                     *           "characters": "any",
                     *           "limits": {
                     *             "poNumber": 20,
                     *             "name": null,
                     *             "company": null,
                     *             "line1": null,
                     *             "line2": null,
                     *             "city": null,
                     *             "state": 2,
                     *             "postalCode": null,
                     *             "country": 2,
                     *             "phone": 0
                     *           },
                     *           "credentialFields": [
                     *             {
                     *               "name": "dealerNumber",
                     *               "label": "Dealer number",
                     *               "secret": false
                     *             },
                     *             {
                     *               "name": "apiKey",
                     *               "label": "API key",
                     *               "secret": true
                     *             }
                     *           ]
                     *         },
                     *         "contact": {
                     *           "name": "Parts Unlimited",
                     *           "site": "https://www.parts-unlimited.com"
                     *         },
                     *         "stopped": null,
                     *         "pausedUntil": null
                     *       },
                     *       {
                     *         "distributor": "wps",
                     *         "name": "WPS",
                     *         "configured": true,
                     *         "mode": "live",
                     *         "credentials": {
                     *           "live": {
                     *             "apiToken": "••••"
                     *           },
                     *           "test": null
                     *         },
                     *         "capabilities": {
                     *           "status": "active",
                     *           "sunset": null,
                     *           "testMode": false,
                     *           "shippingMethods": [
                     *             "ground",
                     *             "second-day",
                     *             "next-day"
                     *           ],
                     *           "countries": [
                     *             "US"
                     *           ],
                     *           "characters": "any",
                     *           "limits": {
                     *             "poNumber": null,
                     *             "name": 30,
                     *             "company": 0,
                     *             "line1": 30,
                     *             "line2": 30,
                     *             "city": 17,
                     *             "state": 2,
                     *             "postalCode": 15,
                     *             "country": 0,
                     *             "phone": 15
                     *           },
                     *           "credentialFields": [
                     *             {
                     *               "name": "apiToken",
                     *               "label": "API token",
                     *               "secret": true
                     *             }
                     *           ]
                     *         },
                     *         "contact": {
                     *           "name": "Western Power Sports",
                     *           "site": "https://www.wps-inc.com"
                     *         },
                     *         "stopped": null,
                     *         "pausedUntil": null
                     *       },
                     *       {
                     *         "distributor": "tucker-rocky",
                     *         "name": "Tucker Rocky",
                     *         "configured": true,
                     *         "mode": "live",
                     *         "credentials": {
                     *           "live": {
                     *             "customerNumber": "••••",
                     *             "apiKey": "••••more"
                     *           },
                     *           "test": {
                     *             "customerNumber": "••••",
                     *             "apiKey": "••••"
                     *           }
                     *         },
                     *         "capabilities": {
                     *           "status": "active",
                     *           "sunset": null,
                     *           "testMode": true,
                     *           "shippingMethods": [
                     *             "ground"
                     *           ],
                     *           "countries": [
                     *             "US"
                     *           ],
                     *           "characters": "any",
                     *           "limits": {
                     *             "poNumber": null,
                     *             "name": null,
                     *             "company": 0,
                     *             "line1": null,
                     *             "line2": null,
                     *             "city": null,
                     *             "state": 2,
                     *             "postalCode": null,
                     *             "country": 0,
                     *             "phone": 0
                     *           },
                     *           "credentialFields": [
                     *             {
                     *               "name": "customerNumber",
                     *               "label": "Customer number",
                     *               "secret": false
                     *             },
                     *             {
                     *               "name": "apiKey",
                     *               "label": "API key",
                     *               "secret": true
                     *             }
                     *           ]
                     *         },
                     *         "contact": {
                     *           "name": "Tucker Powersports",
                     *           "site": "https://www.tucker.com"
                     *         },
                     *         "stopped": null,
                     *         "pausedUntil": null
                     *       },
                     *       {
                     *         "distributor": "automatic",
                     *         "name": "Automatic Distributors",
                     *         "configured": true,
                     *         "mode": "live",
                     *         "credentials": {
                     *           "live": {
                     *             "apiToken": "••••more"
                     *           },
                     *           "test": {
                     *             "apiToken": "••••"
                     *           }
                     *         },
                     *         "capabilities": {
                     *           "status": "active",
                     *           "sunset": null,
                     *           "testMode": true,
                     *           "shippingMethods": [
                     *             "ground"
                     *           ],
                     *           "countries": null,
                     *           "characters": "any",
                     *           "limits": {
                     *             "poNumber": 22,
                     *             "name": null,
                     *             "company": null,
                     *             "line1": null,
                     *             "line2": null,
                     *             "city": null,
                     *             "state": 2,
                     *             "postalCode": null,
                     *             "country": 2,
                     *             "phone": null
                     *           },
                     *           "credentialFields": [
                     *             {
                     *               "name": "apiToken",
                     *               "label": "API token",
                     *               "secret": true
                     *             }
                     *           ]
                     *         },
                     *         "contact": {
                     *           "name": "Automatic Distributors",
                     *           "site": "https://www.autodist.com"
                     *         },
                     *         "stopped": null,
                     *         "pausedUntil": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["DistributorAnswer"][];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    listStores: {
        parameters: {
            query?: {
                /** @description How many on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "storeId": "moto-hut",
                     *           "name": "Moto Hut",
                     *           "serviceEmail": "service@motohut.example",
                     *           "overrideDropShipRules": false,
                     *           "webhook": {
                     *             "url": "https://motohut.example/hooks/drop-ship",
                     *             "state": "active",
                     *             "lastDeliveredAt": null,
                     *             "lastFailure": null
                     *           },
                     *           "customerMail": true,
                     *           "brand": null,
                     *           "adminUrl": null,
                     *           "limits": {
                     *             "ordersPerDay": null,
                     *             "customerMailsPerDay": null
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["StoreList"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    redeliverWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-11-20T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["Redeliver"];
            };
        };
        responses: {
            /** @description Taken; how it ends is not known yet. */
            202: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "since": "2026-11-20T00:00:00.000Z",
                     *       "until": null,
                     *       "type": null,
                     *       "id": null
                     *     }
                     */
                    "application/json": components["schemas"]["RedeliverAnswer"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            422: components["responses"]["Answer422"];
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    renewSigningSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is new. */
            201: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_IUdtk7nfBStRd53D6Q81W4GnzfMZP2WLsdf9I0lvlbs=",
                     *       "createdAt": "2027-01-07T13:02:41.075Z",
                     *       "previousRetiresAt": "2027-01-08T13:02:41.075Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SigningSecret"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            422: components["responses"]["Answer422"];
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    revokeAllStoresKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description Names the key, and is no secret. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Answer204"];
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description Names the key, and is no secret. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Answer204"];
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "delivered": true,
                     *       "status": 204,
                     *       "milliseconds": 0
                     *     }
                     */
                    "application/json": {
                        /** @description Whether the webhook took it (2xx). */
                        delivered: boolean;
                        /** @description The status that it answered with; null = it did not answer. */
                        status: number | null;
                        /** @description How long the webhook took to answer. */
                        milliseconds: number;
                    };
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            422: components["responses"]["Answer422"];
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    verifyDistributor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /**
                 * @description The distributor’s slug.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 */
                distributor: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description The credentials work.
                         * @constant
                         */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            /** @description The Idempotency-Key belongs to another request (`idempotency-key-reused`); The credentials do not work (`credentials-refused`) */
            422: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-idempotency-key-reused"] | components["schemas"]["Problem-credentials-refused"];
                };
            };
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The order: the webstore’s own id. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Answer204"];
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The order: the webstore’s own id. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "displayNumber": null,
                     *       "status": "New",
                     *       "placedAt": "2026-11-20T17:03:00Z",
                     *       "revision": 7,
                     *       "updatedAt": "2026-11-23T12:00:00.000Z",
                     *       "customer": {
                     *         "name": "Ada Rider",
                     *         "email": "ada@example.com"
                     *       },
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "items": [
                     *         {
                     *           "itemId": "1",
                     *           "sku": "WPS-26-1772",
                     *           "title": "Oil filter",
                     *           "quantity": 1,
                     *           "catalog": "aftermarket",
                     *           "markedForDropShip": true,
                     *           "distributorParts": [
                     *             {
                     *               "distributor": "wps",
                     *               "partNumber": "26-1772"
                     *             }
                     *           ],
                     *           "removed": false,
                     *           "purchaseOrder": {
                     *             "poNumber": "1001-1",
                     *             "storeId": "moto-hut",
                     *             "orderId": "1001",
                     *             "itemId": "1",
                     *             "mode": "live",
                     *             "distributor": "wps",
                     *             "partNumber": "26-1772",
                     *             "quantity": 1,
                     *             "shipTo": {
                     *               "company": null,
                     *               "line2": null,
                     *               "phone": null,
                     *               "name": "Ada Rider",
                     *               "line1": "1 Main St",
                     *               "city": "Boise",
                     *               "state": "ID",
                     *               "postalCode": "83702",
                     *               "country": "US"
                     *             },
                     *             "leftOut": [],
                     *             "shippingMethod": "ground",
                     *             "distributorOrderNumbers": [
                     *               "7000002"
                     *             ],
                     *             "submittedAt": "2026-11-23T12:00:00.000Z",
                     *             "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *             "updatedAt": "2026-11-23T13:00:00.000Z",
                     *             "nextLookAt": null,
                     *             "tracking": "complete",
                     *             "trackUntil": "2027-01-04T12:00:00.060Z",
                     *             "shipments": [
                     *               {
                     *                 "carrier": "ups",
                     *                 "trackingNumber": "1Z999AA10123456784",
                     *                 "trackingUrl": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                     *                 "shippedAt": "2026-11-23T00:00:00.000Z",
                     *                 "quantity": 1,
                     *                 "source": "distributor"
                     *               }
                     *             ],
                     *             "status": "shipped",
                     *             "attention": null
                     *           },
                     *           "testPurchaseOrder": null,
                     *           "otherPurchaseOrders": [],
                     *           "shipments": [
                     *             {
                     *               "carrier": "ups",
                     *               "trackingNumber": "1Z999AA10123456784",
                     *               "trackingUrl": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                     *               "shippedAt": "2026-11-23T00:00:00.000Z",
                     *               "quantity": 1,
                     *               "source": "distributor"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "notes": [
                     *         {
                     *           "at": "2026-11-23T12:00:00.000Z",
                     *           "text": "Submitted to WPS as PO 1001-1.",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T12:00:00.000Z",
                     *           "text": "Accepted by the distributor (order 7000002).",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T12:00:00.060Z",
                     *           "text": "Tracking number 1Z5R89390357567127 was entered by hand.",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T12:00:00.060Z",
                     *           "text": "Tracking number 1Z5R89390357567127 was taken back by hand.",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T12:00:00.060Z",
                     *           "text": "Tracking was stopped by hand: Cancelled by telephone with WPS.",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T12:00:00.060Z",
                     *           "text": "Tracking goes on for another six weeks.",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T13:00:00.000Z",
                     *           "text": "Tracking number 1Z999AA10123456784 was found.",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T13:01:40.060Z",
                     *           "text": "The e-mail about 1Z999AA10123456784 could not be sent: The mailbox does not exist.",
                     *           "itemId": null,
                     *           "poNumber": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    putOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The order: the webstore’s own id. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "New",
                 *       "placedAt": "2026-11-20T17:03:00Z",
                 *       "revision": 7,
                 *       "customer": {
                 *         "name": "Ada Rider",
                 *         "email": "ada@example.com"
                 *       },
                 *       "shipTo": {
                 *         "name": "Ada Rider",
                 *         "company": null,
                 *         "line1": "1 Main St",
                 *         "line2": null,
                 *         "city": "Boise",
                 *         "state": "ID",
                 *         "postalCode": "83702",
                 *         "country": "US",
                 *         "phone": null
                 *       },
                 *       "items": [
                 *         {
                 *           "itemId": "1",
                 *           "sku": "WPS-26-1772",
                 *           "title": "Oil filter",
                 *           "quantity": 1,
                 *           "catalog": "aftermarket",
                 *           "markedForDropShip": true,
                 *           "distributorParts": [
                 *             {
                 *               "distributor": "wps",
                 *               "partNumber": "26-1772"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Order"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "displayNumber": null,
                     *       "status": "New",
                     *       "placedAt": "2026-11-20T17:03:00Z",
                     *       "revision": 7,
                     *       "updatedAt": "2026-11-23T12:00:00.000Z",
                     *       "customer": {
                     *         "name": "Ada Rider",
                     *         "email": "ada@example.com"
                     *       },
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "items": [
                     *         {
                     *           "itemId": "1",
                     *           "sku": "WPS-26-1772",
                     *           "title": "Oil filter",
                     *           "quantity": 1,
                     *           "catalog": "aftermarket",
                     *           "markedForDropShip": true,
                     *           "distributorParts": [
                     *             {
                     *               "distributor": "wps",
                     *               "partNumber": "26-1772"
                     *             }
                     *           ],
                     *           "removed": false,
                     *           "purchaseOrder": null,
                     *           "testPurchaseOrder": null,
                     *           "otherPurchaseOrders": [],
                     *           "shipments": []
                     *         }
                     *       ],
                     *       "notes": []
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "displayNumber": null,
                     *       "status": "New",
                     *       "placedAt": "2026-11-20T17:03:00Z",
                     *       "revision": 7,
                     *       "updatedAt": "2026-11-23T12:00:00.000Z",
                     *       "customer": {
                     *         "name": "Ada Rider",
                     *         "email": "ada@example.com"
                     *       },
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "items": [
                     *         {
                     *           "itemId": "1",
                     *           "sku": "WPS-26-1772",
                     *           "title": "Oil filter",
                     *           "quantity": 1,
                     *           "catalog": "aftermarket",
                     *           "markedForDropShip": true,
                     *           "distributorParts": [
                     *             {
                     *               "distributor": "wps",
                     *               "partNumber": "26-1772"
                     *             }
                     *           ],
                     *           "removed": false,
                     *           "purchaseOrder": null,
                     *           "testPurchaseOrder": null,
                     *           "otherPurchaseOrders": [],
                     *           "shipments": []
                     *         }
                     *       ],
                     *       "notes": []
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            /** @description A later revision of the order is known (`stale-revision`) */
            409: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-stale-revision"];
                };
            };
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            /** @description There are as many as there may be (`too-many`) */
            422: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-too-many"];
                };
            };
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description How many on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The order: the webstore’s own id. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-11-23T13:01:40.060Z",
                     *           "kind": "mail-failed",
                     *           "text": "The e-mail about 1Z999AA10123456784 could not be sent: The mailbox does not exist.",
                     *           "by": "service",
                     *           "itemId": null,
                     *           "poNumber": null
                     *         },
                     *         {
                     *           "at": "2026-11-23T13:00:00.000Z",
                     *           "kind": "tracking",
                     *           "text": "Tracking number 1Z999AA10123456784 was found.",
                     *           "by": "distributor",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T12:00:00.060Z",
                     *           "kind": "tracking-resumed",
                     *           "text": "Tracking goes on for another six weeks.",
                     *           "by": "store",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T12:00:00.060Z",
                     *           "kind": "tracking-stopped",
                     *           "text": "Tracking was stopped by hand: Cancelled by telephone with WPS.",
                     *           "by": "store",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         },
                     *         {
                     *           "at": "2026-11-23T12:00:00.060Z",
                     *           "kind": "tracking",
                     *           "text": "Tracking number 1Z5R89390357567127 was taken back by hand.",
                     *           "by": "store",
                     *           "itemId": "1",
                     *           "poNumber": "1001-1"
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ0aW1lbGluZSI6IjIwMjYtMTEtMjNUMTI6MDA6MDAuMDYwWiMxMDAxLTEjMDAwMDAwMyJ9"
                     *     }
                     */
                    "application/json": {
                        /** @description One after the other. */
                        items: {
                            /**
                             * Format: date-time
                             * @description When.
                             */
                            at: string;
                            /**
                             * @description What kind of step it was.
                             *
                             *     - `submitted`: a purchase order was submitted
                             *     - `in-doubt`: sent without a readable answer
                             *     - `accepted`: the distributor took it
                             *     - `refused`: the distributor refused it, or nothing was sent
                             *     - `needs-person`: a person was asked
                             *     - `resolved`: a person settled it
                             *     - `tracking`: a parcel was found, entered, corrected or taken back
                             *     - `remark`: the distributor wrote something that is no tracking number
                             *     - `tracking-stopped`: nobody looks for tracking numbers any more
                             *     - `tracking-resumed`: they are looked for again
                             *     - `shipped`: all of it is on its way
                             *     - `order-changed`: the webstore changed the order
                             *     - `mail-failed`: the customer’s mail could not be sent
                             *     - `erased`: the customer’s personal data was erased
                             *     - `note`: something else
                             * @enum {string}
                             */
                            kind: "submitted" | "in-doubt" | "accepted" | "refused" | "needs-person" | "resolved" | "tracking" | "remark" | "tracking-stopped" | "tracking-resumed" | "shipped" | "order-changed" | "mail-failed" | "erased" | "note";
                            /** @description Null once it was erased with the customer’s data. */
                            text: string | null;
                            /**
                             * @description Who did it.
                             *
                             *     - `store`: a person or program of the store
                             *     - `webstore`: the webstore, by its PUT of the order
                             *     - `distributor`: the distributor
                             *     - `service`: the service by itself
                             * @enum {string}
                             */
                            by: "store" | "webstore" | "distributor" | "service";
                            /** @description The item of the order: the webstore’s own id. */
                            itemId: string | null;
                            /** @description The purchase order’s number: unique in its store, for ever. */
                            poNumber: string | null;
                        }[];
                        /** @description Send it as `cursor` for the next page; null = this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description One status, or several with commas between them. */
                status?: string;
                /** @description Only what changed at this time or later. An offset’s `+` is written `%2B` in a query; one that was not is understood too. */
                updatedSince?: string;
                /** @description How many on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "storeId": "moto-hut",
                     *           "orderId": "1001",
                     *           "displayNumber": null,
                     *           "status": "New",
                     *           "placedAt": "2026-11-20T17:03:00Z",
                     *           "revision": 7,
                     *           "updatedAt": "2026-11-23T12:00:00.000Z",
                     *           "customer": {
                     *             "name": "Ada Rider",
                     *             "email": "ada@example.com"
                     *           },
                     *           "shipTo": {
                     *             "company": null,
                     *             "line2": null,
                     *             "phone": null,
                     *             "name": "Ada Rider",
                     *             "line1": "1 Main St",
                     *             "city": "Boise",
                     *             "state": "ID",
                     *             "postalCode": "83702",
                     *             "country": "US"
                     *           },
                     *           "items": [
                     *             {
                     *               "itemId": "1",
                     *               "sku": "WPS-26-1772",
                     *               "title": "Oil filter",
                     *               "quantity": 1,
                     *               "catalog": "aftermarket",
                     *               "markedForDropShip": true,
                     *               "distributorParts": [
                     *                 {
                     *                   "distributor": "wps",
                     *                   "partNumber": "26-1772"
                     *                 }
                     *               ],
                     *               "removed": false,
                     *               "purchaseOrder": {
                     *                 "poNumber": "1001-1",
                     *                 "storeId": "moto-hut",
                     *                 "orderId": "1001",
                     *                 "itemId": "1",
                     *                 "mode": "live",
                     *                 "distributor": "wps",
                     *                 "partNumber": "26-1772",
                     *                 "quantity": 1,
                     *                 "shipTo": {
                     *                   "company": null,
                     *                   "line2": null,
                     *                   "phone": null,
                     *                   "name": "Ada Rider",
                     *                   "line1": "1 Main St",
                     *                   "city": "Boise",
                     *                   "state": "ID",
                     *                   "postalCode": "83702",
                     *                   "country": "US"
                     *                 },
                     *                 "leftOut": [],
                     *                 "shippingMethod": "ground",
                     *                 "distributorOrderNumbers": [
                     *                   "7000002"
                     *                 ],
                     *                 "submittedAt": "2026-11-23T12:00:00.000Z",
                     *                 "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *                 "updatedAt": "2026-11-23T13:00:00.000Z",
                     *                 "nextLookAt": null,
                     *                 "tracking": "complete",
                     *                 "trackUntil": "2027-01-04T12:00:00.060Z",
                     *                 "shipments": [
                     *                   {
                     *                     "carrier": "ups",
                     *                     "trackingNumber": "1Z999AA10123456784",
                     *                     "trackingUrl": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                     *                     "shippedAt": "2026-11-23T00:00:00.000Z",
                     *                     "quantity": 1,
                     *                     "source": "distributor"
                     *                   }
                     *                 ],
                     *                 "status": "shipped",
                     *                 "attention": null
                     *               },
                     *               "testPurchaseOrder": null,
                     *               "otherPurchaseOrders": [],
                     *               "shipments": [
                     *                 {
                     *                   "carrier": "ups",
                     *                   "trackingNumber": "1Z999AA10123456784",
                     *                   "trackingUrl": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                     *                   "shippedAt": "2026-11-23T00:00:00.000Z",
                     *                   "quantity": 1,
                     *                   "source": "distributor"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "notes": [
                     *             {
                     *               "at": "2026-11-23T12:00:00.000Z",
                     *               "text": "Submitted to WPS as PO 1001-1.",
                     *               "itemId": "1",
                     *               "poNumber": "1001-1"
                     *             },
                     *             {
                     *               "at": "2026-11-23T12:00:00.000Z",
                     *               "text": "Accepted by the distributor (order 7000002).",
                     *               "itemId": "1",
                     *               "poNumber": "1001-1"
                     *             },
                     *             {
                     *               "at": "2026-11-23T12:00:00.060Z",
                     *               "text": "Tracking number 1Z5R89390357567127 was entered by hand.",
                     *               "itemId": "1",
                     *               "poNumber": "1001-1"
                     *             },
                     *             {
                     *               "at": "2026-11-23T12:00:00.060Z",
                     *               "text": "Tracking number 1Z5R89390357567127 was taken back by hand.",
                     *               "itemId": "1",
                     *               "poNumber": "1001-1"
                     *             },
                     *             {
                     *               "at": "2026-11-23T12:00:00.060Z",
                     *               "text": "Tracking was stopped by hand: Cancelled by telephone with WPS.",
                     *               "itemId": "1",
                     *               "poNumber": "1001-1"
                     *             },
                     *             {
                     *               "at": "2026-11-23T12:00:00.060Z",
                     *               "text": "Tracking goes on for another six weeks.",
                     *               "itemId": "1",
                     *               "poNumber": "1001-1"
                     *             },
                     *             {
                     *               "at": "2026-11-23T13:00:00.000Z",
                     *               "text": "Tracking number 1Z999AA10123456784 was found.",
                     *               "itemId": "1",
                     *               "poNumber": "1001-1"
                     *             },
                     *             {
                     *               "at": "2026-11-23T13:01:40.060Z",
                     *               "text": "The e-mail about 1Z999AA10123456784 could not be sent: The mailbox does not exist.",
                     *               "itemId": null,
                     *               "poNumber": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        /** @description One after the other. */
                        items: components["schemas"]["OrderAnswer"][];
                        /** @description Send it as `cursor` for the next page; null = this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    getDialog: {
        parameters: {
            query?: {
                /**
                 * @description Judge the part of this distributor.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 */
                distributor?: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                /** @description Judge this one of the item’s parts. */
                partNumber?: string;
            };
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The order: the webstore’s own id. */
                orderId: string;
                /** @description The item of the order: the webstore’s own id. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "eligible": true,
                     *       "distributor": "wps",
                     *       "name": "WPS",
                     *       "partNumber": "26-1772",
                     *       "contact": {
                     *         "name": "Western Power Sports",
                     *         "site": "https://www.wps-inc.com"
                     *       },
                     *       "warning": null,
                     *       "mode": "live",
                     *       "item": {
                     *         "itemId": "1",
                     *         "sku": "WPS-26-1772",
                     *         "title": "Oil filter",
                     *         "quantity": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "name": "aftermarket",
                     *           "passed": true,
                     *           "message": "The item is an aftermarket part."
                     *         },
                     *         {
                     *           "name": "order-new",
                     *           "passed": true,
                     *           "message": "The order is New."
                     *         },
                     *         {
                     *           "name": "distributor-part",
                     *           "passed": true,
                     *           "message": "The item is part 26-1772 of WPS."
                     *         },
                     *         {
                     *           "name": "distributor-supported",
                     *           "passed": true,
                     *           "message": "WPS takes orders."
                     *         },
                     *         {
                     *           "name": "marked-for-drop-ship",
                     *           "passed": true,
                     *           "message": "The item is marked for drop shipping."
                     *         },
                     *         {
                     *           "name": "credentials-configured",
                     *           "passed": true,
                     *           "message": "The live credentials of WPS are complete."
                     *         },
                     *         {
                     *           "name": "no-purchase-order",
                     *           "passed": true,
                     *           "message": "The item has no purchase order."
                     *         }
                     *       ],
                     *       "form": {
                     *         "poNumber": "1001-1",
                     *         "shipTo": {
                     *           "company": null,
                     *           "line2": null,
                     *           "name": "Ada Rider",
                     *           "line1": "1 Main St",
                     *           "city": "Boise",
                     *           "state": "ID",
                     *           "postalCode": "83702",
                     *           "country": "US",
                     *           "phone": null
                     *         },
                     *         "shippingMethod": "ground",
                     *         "shippingMethods": [
                     *           "ground",
                     *           "second-day",
                     *           "next-day"
                     *         ],
                     *         "leftOut": []
                     *       },
                     *       "limits": {
                     *         "poNumber": 20,
                     *         "name": 30,
                     *         "company": 0,
                     *         "line1": 30,
                     *         "line2": 30,
                     *         "city": 17,
                     *         "state": 2,
                     *         "postalCode": 15,
                     *         "country": 0,
                     *         "phone": 15
                     *       },
                     *       "misfits": [],
                     *       "alternatives": [
                     *         {
                     *           "distributor": "wps",
                     *           "name": "WPS",
                     *           "partNumber": "26-1772",
                     *           "mode": "live",
                     *           "eligible": true,
                     *           "failed": []
                     *         }
                     *       ],
                     *       "lastRejection": null,
                     *       "purchaseOrder": null,
                     *       "testPurchaseOrder": null
                     *     }
                     */
                    "application/json": components["schemas"]["Dialog"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    submitDialog: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description How many seconds to wait for the distributor’s answer: 20 when left out, at most 25 (RFC 7240).
                 * @example wait=20
                 */
                Prefer?: string;
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The order: the webstore’s own id. */
                orderId: string;
                /** @description The item of the order: the webstore’s own id. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "confirm": true,
                 *       "distributor": "wps",
                 *       "shipTo": {
                 *         "name": "Ada Rider",
                 *         "company": null,
                 *         "line1": "1 Main St",
                 *         "line2": null,
                 *         "city": "Boise",
                 *         "state": "ID",
                 *         "postalCode": "83702",
                 *         "country": "US",
                 *         "phone": null
                 *       },
                 *       "shippingMethod": "ground"
                 *     }
                 */
                "application/json": components["schemas"]["Submit"];
            };
        };
        responses: {
            /** @description It is new. */
            201: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1001-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "wps",
                     *       "partNumber": "26-1772",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [
                     *         "7000002"
                     *       ],
                     *       "submittedAt": "2026-11-23T12:00:00.000Z",
                     *       "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *       "updatedAt": "2026-11-23T12:00:00.000Z",
                     *       "nextLookAt": null,
                     *       "tracking": "open",
                     *       "trackUntil": "2027-01-04T12:00:00.000Z",
                     *       "shipments": [],
                     *       "status": "accepted",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"];
                };
            };
            /** @description Taken; how it ends is not known yet. */
            202: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1004-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1004",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "wps",
                     *       "partNumber": "26-1774",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [],
                     *       "submittedAt": "2026-11-23T13:01:40.120Z",
                     *       "acceptedAt": null,
                     *       "updatedAt": "2026-11-23T13:01:40.120Z",
                     *       "nextLookAt": "2026-11-23T13:04:40.120Z",
                     *       "tracking": null,
                     *       "trackUntil": null,
                     *       "shipments": [],
                     *       "status": "submitting",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            /** @description The same is being done already (`in-progress`); The item has a purchase order already (`purchase-order-exists`); The PO number has been used (`po-number-taken`) */
            409: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-in-progress"] | components["schemas"]["Problem-purchase-order-exists"] | components["schemas"]["Problem-po-number-taken"];
                };
            };
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            /** @description The Idempotency-Key belongs to another request (`idempotency-key-reused`); The order was not placed (`rejected-by-distributor`); The item cannot be drop-shipped now (`not-eligible`); The distributor cannot take it as it was entered (`does-not-fit`); There are as many as there may be (`too-many`) */
            422: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-idempotency-key-reused"] | components["schemas"]["Problem-rejected-by-distributor"] | components["schemas"]["Problem-not-eligible"] | components["schemas"]["Problem-does-not-fit"] | components["schemas"]["Problem-too-many"];
                };
            };
            /** @description Too many requests: wait (`too-many-requests`); The store has had as many orders today as it may (`daily-limit`) */
            429: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-too-many-requests"] | components["schemas"]["Problem-daily-limit"];
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    getOffer: {
        parameters: {
            query?: {
                /**
                 * @description Judge the part of this distributor.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 */
                distributor?: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                /** @description Judge this one of the item’s parts. */
                partNumber?: string;
            };
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The order: the webstore’s own id. */
                orderId: string;
                /** @description The item of the order: the webstore’s own id. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "available": 175,
                     *       "backordered": null,
                     *       "cost": 10,
                     *       "currency": "USD",
                     *       "fee": 7,
                     *       "dropShipAllowed": true,
                     *       "asOf": "2026-11-23T12:00:00.000Z",
                     *       "message": "In stock: CA 25+, GA 25+, ID 25+, IN 25+, PA 25+, PA2 25+, TX 25+ (a plus stands for \"or more\")."
                     *     }
                     */
                    "application/json": {
                        /** @description Pieces that are there for certain. Where the distributor caps what it tells, `message` says `25+`. */
                        available: number | null;
                        /** @description Pieces on order there; null = not told. */
                        backordered: number | null;
                        /** @description What the store pays for a piece, in `currency`. */
                        cost: number | null;
                        /** @description Of cost and fee (ISO 4217); null = not told. */
                        currency: "USD" | null;
                        /** @description What the distributor takes for drop-shipping, in `currency`. */
                        fee: number | null;
                        /** @description Whether the distributor ships this part to customers; null = not told. */
                        dropShipAllowed: boolean | null;
                        /** @description When the distributor answered. */
                        asOf: string | null;
                        /** @description A sentence for a person: what the numbers do not say, or why there are none. */
                        message: string | null;
                    };
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    submitMany: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "confirm": true,
                 *       "items": [
                 *         {
                 *           "orderId": "1001",
                 *           "itemId": "1"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Bulk"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "orderId": "1005",
                     *           "itemId": "1",
                     *           "status": 202,
                     *           "purchaseOrder": {
                     *             "poNumber": "1005-1",
                     *             "storeId": "moto-hut",
                     *             "orderId": "1005",
                     *             "itemId": "1",
                     *             "mode": "live",
                     *             "distributor": "automatic",
                     *             "partNumber": "4-100",
                     *             "quantity": 2,
                     *             "shipTo": {
                     *               "company": null,
                     *               "line2": null,
                     *               "phone": null,
                     *               "name": "Ada Rider",
                     *               "line1": "1 Main St",
                     *               "city": "Boise",
                     *               "state": "ID",
                     *               "postalCode": "83702",
                     *               "country": "US"
                     *             },
                     *             "leftOut": [],
                     *             "shippingMethod": "ground",
                     *             "distributorOrderNumbers": [],
                     *             "submittedAt": "2026-11-23T13:01:40.120Z",
                     *             "acceptedAt": null,
                     *             "updatedAt": "2026-11-23T13:01:40.120Z",
                     *             "nextLookAt": "2026-11-23T13:04:40.120Z",
                     *             "tracking": null,
                     *             "trackUntil": null,
                     *             "shipments": [],
                     *             "status": "submitting",
                     *             "attention": null
                     *           }
                     *         },
                     *         {
                     *           "orderId": "1001",
                     *           "itemId": "1",
                     *           "status": 409,
                     *           "problem": {
                     *             "type": "urn:problem:drop-ship:purchase-order-exists",
                     *             "title": "The item has a purchase order already",
                     *             "status": 409,
                     *             "detail": "The item has purchase order 1001-1 already. Nothing was sent now.",
                     *             "purchaseOrder": {
                     *               "poNumber": "1001-1",
                     *               "storeId": "moto-hut",
                     *               "orderId": "1001",
                     *               "itemId": "1",
                     *               "mode": "live",
                     *               "distributor": "wps",
                     *               "partNumber": "26-1772",
                     *               "quantity": 1,
                     *               "shipTo": {
                     *                 "company": null,
                     *                 "line2": null,
                     *                 "phone": null,
                     *                 "name": "Ada Rider",
                     *                 "line1": "1 Main St",
                     *                 "city": "Boise",
                     *                 "state": "ID",
                     *                 "postalCode": "83702",
                     *                 "country": "US"
                     *               },
                     *               "leftOut": [],
                     *               "shippingMethod": "ground",
                     *               "distributorOrderNumbers": [
                     *                 "7000002"
                     *               ],
                     *               "submittedAt": "2026-11-23T12:00:00.000Z",
                     *               "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *               "updatedAt": "2026-11-23T13:00:00.000Z",
                     *               "nextLookAt": null,
                     *               "tracking": "complete",
                     *               "trackUntil": "2027-01-04T12:00:00.060Z",
                     *               "shipments": [
                     *                 {
                     *                   "carrier": "ups",
                     *                   "trackingNumber": "1Z999AA10123456784",
                     *                   "trackingUrl": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                     *                   "shippedAt": "2026-11-23T00:00:00.000Z",
                     *                   "quantity": 1,
                     *                   "source": "distributor"
                     *                 }
                     *               ],
                     *               "status": "shipped",
                     *               "attention": null
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            422: components["responses"]["Answer422"];
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    getPurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1001-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "wps",
                     *       "partNumber": "26-1772",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [
                     *         "7000002"
                     *       ],
                     *       "submittedAt": "2026-11-23T12:00:00.000Z",
                     *       "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *       "updatedAt": "2026-11-23T12:00:00.000Z",
                     *       "nextLookAt": null,
                     *       "tracking": "open",
                     *       "trackUntil": "2027-01-04T12:00:00.000Z",
                     *       "shipments": [],
                     *       "status": "accepted",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            410: components["responses"]["Answer410-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    cancelPurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reserved: not answered today. */
            204: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            /** @description A purchase order cannot be cancelled here (`cancel-not-supported`) */
            405: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-cancel-not-supported"];
                };
            };
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    enterShipment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "carrier": "ups",
                 *       "trackingNumber": "1Z5R89390357567127",
                 *       "quantity": 1
                 *     }
                 */
                "application/json": components["schemas"]["EnterShipment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1001-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "wps",
                     *       "partNumber": "26-1772",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [
                     *         "7000002"
                     *       ],
                     *       "submittedAt": "2026-11-23T12:00:00.000Z",
                     *       "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *       "updatedAt": "2026-11-23T12:00:00.060Z",
                     *       "nextLookAt": null,
                     *       "tracking": "open",
                     *       "trackUntil": "2027-01-04T12:00:00.000Z",
                     *       "shipments": [
                     *         {
                     *           "carrier": "ups",
                     *           "trackingNumber": "1Z5R89390357567127",
                     *           "trackingUrl": "https://www.ups.com/track?tracknum=1Z5R89390357567127",
                     *           "shippedAt": null,
                     *           "quantity": 1,
                     *           "source": "person"
                     *         }
                     *       ],
                     *       "status": "shipped",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1001-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "wps",
                     *       "partNumber": "26-1772",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [
                     *         "7000002"
                     *       ],
                     *       "submittedAt": "2026-11-23T12:00:00.000Z",
                     *       "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *       "updatedAt": "2026-11-23T12:00:00.060Z",
                     *       "nextLookAt": null,
                     *       "tracking": "open",
                     *       "trackUntil": "2027-01-04T12:00:00.000Z",
                     *       "shipments": [
                     *         {
                     *           "carrier": "ups",
                     *           "trackingNumber": "1Z5R89390357567127",
                     *           "trackingUrl": "https://www.ups.com/track?tracknum=1Z5R89390357567127",
                     *           "shippedAt": null,
                     *           "quantity": 1,
                     *           "source": "person"
                     *         }
                     *       ],
                     *       "status": "shipped",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409-2"];
            410: components["responses"]["Answer410"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            /** @description The Idempotency-Key belongs to another request (`idempotency-key-reused`); The tracking number cannot be right (`tracking-number-suspect`); There are as many as there may be (`too-many`) */
            422: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-idempotency-key-reused"] | components["schemas"]["Problem-tracking-number-suspect"] | components["schemas"]["Problem-too-many"];
                };
            };
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    listAttention: {
        parameters: {
            query?: {
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber?: string;
                /** @description The order: the webstore’s own id. */
                orderId?: string;
                /**
                 * @description The distributor’s slug.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 */
                distributor?: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                /** @description One status, or several with commas between them. */
                status?: string;
                /** @description Only what changed at this time or later. An offset’s `+` is written `%2B` in a query; one that was not is understood too. */
                updatedSince?: string;
                /**
                 * @description Whether it buys.
                 *
                 *     - `live`: buys
                 *     - `test`: the distributor’s test host, which buys nothing
                 */
                mode?: "live" | "test";
                /** @description How many on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "poNumber": "1006-1",
                     *           "storeId": "moto-hut",
                     *           "orderId": "1006",
                     *           "itemId": "1",
                     *           "mode": "live",
                     *           "distributor": "parts-unlimited",
                     *           "partNumber": "PU-1",
                     *           "quantity": 1,
                     *           "shipTo": {
                     *             "company": null,
                     *             "line2": null,
                     *             "phone": null,
                     *             "name": "Ada Rider",
                     *             "line1": "1 Main St",
                     *             "city": "Boise",
                     *             "state": "ID",
                     *             "postalCode": "83702",
                     *             "country": "US"
                     *           },
                     *           "leftOut": [],
                     *           "shippingMethod": "ground",
                     *           "distributorOrderNumbers": [],
                     *           "submittedAt": "2026-11-23T13:02:40.120Z",
                     *           "acceptedAt": null,
                     *           "updatedAt": "2026-11-23T13:30:00.000Z",
                     *           "nextLookAt": null,
                     *           "tracking": null,
                     *           "trackUntil": null,
                     *           "shipments": [],
                     *           "status": "needs-person",
                     *           "attention": {
                     *             "reason": "cannot-be-decided",
                     *             "since": "2026-11-23T13:30:00.000Z",
                     *             "whatToDo": "Looked up twice after it had settled, and not found. Ask the distributor whether it holds PO 1006-1, then resolve it.",
                     *             "contact": {
                     *               "name": "Parts Unlimited",
                     *               "site": "https://www.parts-unlimited.com"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrderList"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    listPurchaseOrders: {
        parameters: {
            query?: {
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber?: string;
                /** @description The order: the webstore’s own id. */
                orderId?: string;
                /**
                 * @description The distributor’s slug.
                 *
                 *     - `parts-unlimited`: Parts Unlimited
                 *     - `wps`: Western Power Sports
                 *     - `tucker-rocky`: Tucker Rocky
                 *     - `automatic`: Automatic Distributors
                 */
                distributor?: "parts-unlimited" | "wps" | "tucker-rocky" | "automatic";
                /** @description One status, or several with commas between them. */
                status?: string;
                /** @description Only what changed at this time or later. An offset’s `+` is written `%2B` in a query; one that was not is understood too. */
                updatedSince?: string;
                /**
                 * @description Whether it buys.
                 *
                 *     - `live`: buys
                 *     - `test`: the distributor’s test host, which buys nothing
                 */
                mode?: "live" | "test";
                /** @description How many on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "poNumber": "1006-1",
                     *           "storeId": "moto-hut",
                     *           "orderId": "1006",
                     *           "itemId": "1",
                     *           "mode": "live",
                     *           "distributor": "parts-unlimited",
                     *           "partNumber": "PU-1",
                     *           "quantity": 1,
                     *           "shipTo": {
                     *             "company": null,
                     *             "line2": null,
                     *             "phone": null,
                     *             "name": "Ada Rider",
                     *             "line1": "1 Main St",
                     *             "city": "Boise",
                     *             "state": "ID",
                     *             "postalCode": "83702",
                     *             "country": "US"
                     *           },
                     *           "leftOut": [],
                     *           "shippingMethod": "ground",
                     *           "distributorOrderNumbers": [],
                     *           "submittedAt": "2026-11-23T13:02:40.120Z",
                     *           "acceptedAt": null,
                     *           "updatedAt": "2026-11-23T13:30:00.000Z",
                     *           "nextLookAt": null,
                     *           "tracking": null,
                     *           "trackUntil": null,
                     *           "shipments": [],
                     *           "status": "needs-person",
                     *           "attention": {
                     *             "reason": "cannot-be-decided",
                     *             "since": "2026-11-23T13:30:00.000Z",
                     *             "whatToDo": "Looked up twice after it had settled, and not found. Ask the distributor whether it holds PO 1006-1, then resolve it.",
                     *             "contact": {
                     *               "name": "Parts Unlimited",
                     *               "site": "https://www.parts-unlimited.com"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "poNumber": "1005-1",
                     *           "storeId": "moto-hut",
                     *           "orderId": "1005",
                     *           "itemId": "1",
                     *           "mode": "live",
                     *           "distributor": "automatic",
                     *           "partNumber": "4-100",
                     *           "quantity": 2,
                     *           "shipTo": {
                     *             "company": null,
                     *             "line2": null,
                     *             "phone": null,
                     *             "name": "Ada Rider",
                     *             "line1": "1 Main St",
                     *             "city": "Boise",
                     *             "state": "ID",
                     *             "postalCode": "83702",
                     *             "country": "US"
                     *           },
                     *           "leftOut": [],
                     *           "shippingMethod": "ground",
                     *           "distributorOrderNumbers": [
                     *             "7000001"
                     *           ],
                     *           "submittedAt": "2026-11-23T13:01:40.120Z",
                     *           "acceptedAt": "2026-11-23T13:01:40.120Z",
                     *           "updatedAt": "2026-11-23T14:02:00.000Z",
                     *           "nextLookAt": null,
                     *           "tracking": "open",
                     *           "trackUntil": "2027-01-04T13:01:40.120Z",
                     *           "shipments": [
                     *             {
                     *               "carrier": "ups",
                     *               "trackingNumber": "1Z879E930346834440",
                     *               "trackingUrl": "https://www.ups.com/track?tracknum=1Z879E930346834440",
                     *               "shippedAt": "2026-11-23T00:00:00.000Z",
                     *               "quantity": null,
                     *               "source": "distributor"
                     *             }
                     *           ],
                     *           "status": "partly-shipped",
                     *           "attention": null
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIzVDEzOjAxOjQwLjEyMFojMTAwNS0xIiwibW90by1odXQiLCIxMDA1LTEiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrderList"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    resolvePurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "accepted",
                 *       "distributorOrderNumber": "4711",
                 *       "reason": "WPS confirmed the order by telephone."
                 *     }
                 */
                "application/json": components["schemas"]["Resolve"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1006-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1006",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "parts-unlimited",
                     *       "partNumber": "PU-1",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [
                     *         "4711"
                     *       ],
                     *       "submittedAt": "2026-11-23T13:02:40.120Z",
                     *       "acceptedAt": "2026-11-25T13:02:40.240Z",
                     *       "updatedAt": "2026-11-25T13:02:40.240Z",
                     *       "nextLookAt": null,
                     *       "tracking": "open",
                     *       "trackUntil": "2027-01-06T13:02:40.240Z",
                     *       "shipments": [],
                     *       "status": "accepted",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"] | components["schemas"]["Rejection"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409-2"];
            410: components["responses"]["Answer410"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            422: components["responses"]["Answer422"];
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    resumeTracking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1001-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "wps",
                     *       "partNumber": "26-1772",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [
                     *         "7000002"
                     *       ],
                     *       "submittedAt": "2026-11-23T12:00:00.000Z",
                     *       "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *       "updatedAt": "2026-11-23T12:00:00.060Z",
                     *       "nextLookAt": null,
                     *       "tracking": "open",
                     *       "trackUntil": "2027-01-04T12:00:00.060Z",
                     *       "shipments": [],
                     *       "status": "accepted",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409-2"];
            410: components["responses"]["Answer410"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            422: components["responses"]["Answer422"];
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    stopTracking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.
                 * @example 7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Cancelled by telephone with WPS."
                 *     }
                 */
                "application/json": {
                    /** @description Why, in a sentence. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1001-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "wps",
                     *       "partNumber": "26-1772",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [
                     *         "7000002"
                     *       ],
                     *       "submittedAt": "2026-11-23T12:00:00.000Z",
                     *       "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *       "updatedAt": "2026-11-23T12:00:00.060Z",
                     *       "nextLookAt": null,
                     *       "tracking": "stopped",
                     *       "trackUntil": "2027-01-04T12:00:00.000Z",
                     *       "shipments": [],
                     *       "status": "tracking-stopped",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"];
                };
            };
            400: components["responses"]["Answer400"];
            401: components["responses"]["Answer401"];
            403: components["responses"]["Answer403"];
            404: components["responses"]["Answer404"];
            409: components["responses"]["Answer409-2"];
            410: components["responses"]["Answer410"];
            413: components["responses"]["Answer413"];
            415: components["responses"]["Answer415"];
            422: components["responses"]["Answer422"];
            429: components["responses"]["Answer429"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    takeBackShipment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The store: a name that the platform chose. */
                storeId: string;
                /** @description The purchase order’s number: unique in its store, for ever. */
                poNumber: string;
                /** @description The parcel’s number at the carrier. */
                trackingNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "poNumber": "1001-1",
                     *       "storeId": "moto-hut",
                     *       "orderId": "1001",
                     *       "itemId": "1",
                     *       "mode": "live",
                     *       "distributor": "wps",
                     *       "partNumber": "26-1772",
                     *       "quantity": 1,
                     *       "shipTo": {
                     *         "company": null,
                     *         "line2": null,
                     *         "phone": null,
                     *         "name": "Ada Rider",
                     *         "line1": "1 Main St",
                     *         "city": "Boise",
                     *         "state": "ID",
                     *         "postalCode": "83702",
                     *         "country": "US"
                     *       },
                     *       "leftOut": [],
                     *       "shippingMethod": "ground",
                     *       "distributorOrderNumbers": [
                     *         "7000002"
                     *       ],
                     *       "submittedAt": "2026-11-23T12:00:00.000Z",
                     *       "acceptedAt": "2026-11-23T12:00:00.000Z",
                     *       "updatedAt": "2026-11-23T12:00:00.060Z",
                     *       "nextLookAt": null,
                     *       "tracking": "open",
                     *       "trackUntil": "2027-01-04T12:00:00.000Z",
                     *       "shipments": [],
                     *       "status": "accepted",
                     *       "attention": null
                     *     }
                     */
                    "application/json": components["schemas"]["PurchaseOrder"];
                };
            };
            400: components["responses"]["Answer400-2"];
            401: components["responses"]["Answer401-2"];
            403: components["responses"]["Answer403-2"];
            404: components["responses"]["Answer404-2"];
            /** @description The purchase order needs no person (`nothing-to-resolve`) */
            409: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-nothing-to-resolve"];
                };
            };
            410: components["responses"]["Answer410-2"];
            413: components["responses"]["Answer413-2"];
            415: components["responses"]["Answer415-2"];
            429: components["responses"]["Answer429-2"];
            500: components["responses"]["Answer500"];
            503: components["responses"]["Answer503"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The version of OpenAPI. */
                        openapi: string;
                    };
                };
            };
            400: components["responses"]["Answer400-3"];
            413: components["responses"]["Answer413-3"];
            415: components["responses"]["Answer415-3"];
            429: components["responses"]["Answer429-3"];
            500: components["responses"]["Answer500-2"];
            503: components["responses"]["Answer503-2"];
        };
    };
    getDialogModule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    "Content-Location": components["headers"]["Content-Location"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            400: components["responses"]["Answer400-3"];
            413: components["responses"]["Answer413-3"];
            415: components["responses"]["Answer415-3"];
            429: components["responses"]["Answer429-3"];
            500: components["responses"]["Answer500-2"];
            503: components["responses"]["Answer503-2"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description Where it stands.
                         * @constant
                         */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["Answer400-3"];
            413: components["responses"]["Answer413-3"];
            415: components["responses"]["Answer415-3"];
            429: components["responses"]["Answer429-3"];
            500: components["responses"]["Answer500-2"];
            503: components["responses"]["Answer503-2"];
        };
    };
    getDialogModuleOfHash: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name of this request, to find it in both logs.
                 * @example webstore-7f3a
                 */
                "x-correlation-id"?: components["parameters"]["x-correlation-id"];
            };
            path: {
                /** @description The beginning of the SHA-256 of the module, in hex. */
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            400: components["responses"]["Answer400-3"];
            /** @description Not found (`not-found`) */
            404: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    "apigw-requestid": components["headers"]["apigw-requestid"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            413: components["responses"]["Answer413-3"];
            415: components["responses"]["Answer415-3"];
            429: components["responses"]["Answer429-3"];
            500: components["responses"]["Answer500-2"];
            503: components["responses"]["Answer503-2"];
        };
    };
    onPurchaseOrderAccepted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "purchase_order.accepted",
                 *       "timestamp": "2026-11-23T12:00:00.000Z",
                 *       "data": {
                 *         "sequence": 1,
                 *         "purchaseOrder": {
                 *           "poNumber": "1001-1",
                 *           "storeId": "moto-hut",
                 *           "orderId": "1001",
                 *           "itemId": "1",
                 *           "mode": "live",
                 *           "distributor": "wps",
                 *           "partNumber": "26-1772",
                 *           "quantity": 1,
                 *           "shipTo": {
                 *             "company": null,
                 *             "line2": null,
                 *             "phone": null,
                 *             "name": "Ada Rider",
                 *             "line1": "1 Main St",
                 *             "city": "Boise",
                 *             "state": "ID",
                 *             "postalCode": "83702",
                 *             "country": "US"
                 *           },
                 *           "leftOut": [],
                 *           "shippingMethod": "ground",
                 *           "distributorOrderNumbers": [
                 *             "7000002"
                 *           ],
                 *           "submittedAt": "2026-11-23T12:00:00.000Z",
                 *           "acceptedAt": "2026-11-23T12:00:00.000Z",
                 *           "updatedAt": "2026-11-23T13:00:00.000Z",
                 *           "nextLookAt": null,
                 *           "tracking": "complete",
                 *           "trackUntil": "2027-01-04T12:00:00.060Z",
                 *           "shipments": [
                 *             {
                 *               "carrier": "ups",
                 *               "trackingNumber": "1Z999AA10123456784",
                 *               "trackingUrl": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                 *               "shippedAt": "2026-11-23T00:00:00.000Z",
                 *               "quantity": 1,
                 *               "source": "distributor"
                 *             }
                 *           ],
                 *           "status": "shipped",
                 *           "attention": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseOrderAccepted"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPurchaseOrderRejected: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "purchase_order.rejected",
                 *       "timestamp": "2026-11-23T13:01:40.060Z",
                 *       "data": {
                 *         "sequence": 1,
                 *         "rejection": {
                 *           "storeId": "moto-hut",
                 *           "orderId": "1002",
                 *           "itemId": "1",
                 *           "poNumber": "1002-A",
                 *           "mode": "live",
                 *           "distributor": "wps",
                 *           "code": "out-of-stock",
                 *           "distributorMessage": "WPS has 0 of the 1 pieces.",
                 *           "by": "distributor",
                 *           "at": "2026-11-23T13:01:40.060Z"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseOrderRejected"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPurchaseOrderNeedsPerson: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "purchase_order.needs_person",
                 *       "timestamp": "2026-11-23T13:30:00.000Z",
                 *       "data": {
                 *         "sequence": 1,
                 *         "purchaseOrder": {
                 *           "poNumber": "1006-1",
                 *           "storeId": "moto-hut",
                 *           "orderId": "1006",
                 *           "itemId": "1",
                 *           "mode": "live",
                 *           "distributor": "parts-unlimited",
                 *           "partNumber": "PU-1",
                 *           "quantity": 1,
                 *           "shipTo": {
                 *             "company": null,
                 *             "line2": null,
                 *             "phone": null,
                 *             "name": "Ada Rider",
                 *             "line1": "1 Main St",
                 *             "city": "Boise",
                 *             "state": "ID",
                 *             "postalCode": "83702",
                 *             "country": "US"
                 *           },
                 *           "leftOut": [],
                 *           "shippingMethod": "ground",
                 *           "distributorOrderNumbers": [
                 *             "4711"
                 *           ],
                 *           "submittedAt": "2026-11-23T13:02:40.120Z",
                 *           "acceptedAt": "2026-11-25T13:02:40.240Z",
                 *           "updatedAt": "2027-01-06T13:03:00.000Z",
                 *           "nextLookAt": null,
                 *           "tracking": "stopped",
                 *           "trackUntil": "2027-01-06T13:02:40.240Z",
                 *           "shipments": [],
                 *           "status": "tracking-stopped",
                 *           "attention": {
                 *             "reason": "tracking-unreadable",
                 *             "since": "2026-11-29T02:03:00.000Z",
                 *             "whatToDo": "What the distributor answers about this order cannot be read, or does not show the order. Ask the distributor how it stands, and enter the tracking number by hand.",
                 *             "contact": {
                 *               "name": "Parts Unlimited",
                 *               "site": "https://www.parts-unlimited.com"
                 *             }
                 *           }
                 *         },
                 *         "reason": "Looked up twice after it had settled, and not found. Ask the distributor whether it holds PO 1006-1, then resolve it.",
                 *         "contact": {
                 *           "name": "Parts Unlimited",
                 *           "site": "https://www.parts-unlimited.com"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseOrderNeedsPerson"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPurchaseOrderShipped: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "purchase_order.shipped",
                 *       "timestamp": "2026-11-23T12:00:00.060Z",
                 *       "data": {
                 *         "sequence": 2,
                 *         "purchaseOrder": {
                 *           "poNumber": "1001-1",
                 *           "storeId": "moto-hut",
                 *           "orderId": "1001",
                 *           "itemId": "1",
                 *           "mode": "live",
                 *           "distributor": "wps",
                 *           "partNumber": "26-1772",
                 *           "quantity": 1,
                 *           "shipTo": {
                 *             "company": null,
                 *             "line2": null,
                 *             "phone": null,
                 *             "name": "Ada Rider",
                 *             "line1": "1 Main St",
                 *             "city": "Boise",
                 *             "state": "ID",
                 *             "postalCode": "83702",
                 *             "country": "US"
                 *           },
                 *           "leftOut": [],
                 *           "shippingMethod": "ground",
                 *           "distributorOrderNumbers": [
                 *             "7000002"
                 *           ],
                 *           "submittedAt": "2026-11-23T12:00:00.000Z",
                 *           "acceptedAt": "2026-11-23T12:00:00.000Z",
                 *           "updatedAt": "2026-11-23T13:00:00.000Z",
                 *           "nextLookAt": null,
                 *           "tracking": "complete",
                 *           "trackUntil": "2027-01-04T12:00:00.060Z",
                 *           "shipments": [
                 *             {
                 *               "carrier": "ups",
                 *               "trackingNumber": "1Z999AA10123456784",
                 *               "trackingUrl": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                 *               "shippedAt": "2026-11-23T00:00:00.000Z",
                 *               "quantity": 1,
                 *               "source": "distributor"
                 *             }
                 *           ],
                 *           "status": "shipped",
                 *           "attention": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseOrderShipped"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPurchaseOrderPartlyShipped: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "purchase_order.partly_shipped",
                 *       "timestamp": "2026-11-23T14:02:00.000Z",
                 *       "data": {
                 *         "sequence": 2,
                 *         "purchaseOrder": {
                 *           "poNumber": "1005-1",
                 *           "storeId": "moto-hut",
                 *           "orderId": "1005",
                 *           "itemId": "1",
                 *           "mode": "live",
                 *           "distributor": "automatic",
                 *           "partNumber": "4-100",
                 *           "quantity": 2,
                 *           "shipTo": {
                 *             "company": null,
                 *             "line2": null,
                 *             "phone": null,
                 *             "name": "Ada Rider",
                 *             "line1": "1 Main St",
                 *             "city": "Boise",
                 *             "state": "ID",
                 *             "postalCode": "83702",
                 *             "country": "US"
                 *           },
                 *           "leftOut": [],
                 *           "shippingMethod": "ground",
                 *           "distributorOrderNumbers": [
                 *             "7000001"
                 *           ],
                 *           "submittedAt": "2026-11-23T13:01:40.120Z",
                 *           "acceptedAt": "2026-11-23T13:01:40.120Z",
                 *           "updatedAt": "2027-01-04T13:02:00.000Z",
                 *           "nextLookAt": null,
                 *           "tracking": "stopped",
                 *           "trackUntil": "2027-01-04T13:01:40.120Z",
                 *           "shipments": [
                 *             {
                 *               "carrier": "ups",
                 *               "trackingNumber": "1Z879E930346834440",
                 *               "trackingUrl": "https://www.ups.com/track?tracknum=1Z879E930346834440",
                 *               "shippedAt": "2026-11-23T00:00:00.000Z",
                 *               "quantity": null,
                 *               "source": "distributor"
                 *             }
                 *           ],
                 *           "status": "shipped",
                 *           "attention": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseOrderPartlyShipped"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPurchaseOrderTrackingStopped: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "purchase_order.tracking_stopped",
                 *       "timestamp": "2026-11-23T12:00:00.060Z",
                 *       "data": {
                 *         "sequence": 4,
                 *         "purchaseOrder": {
                 *           "poNumber": "1001-1",
                 *           "storeId": "moto-hut",
                 *           "orderId": "1001",
                 *           "itemId": "1",
                 *           "mode": "live",
                 *           "distributor": "wps",
                 *           "partNumber": "26-1772",
                 *           "quantity": 1,
                 *           "shipTo": {
                 *             "company": null,
                 *             "line2": null,
                 *             "phone": null,
                 *             "name": "Ada Rider",
                 *             "line1": "1 Main St",
                 *             "city": "Boise",
                 *             "state": "ID",
                 *             "postalCode": "83702",
                 *             "country": "US"
                 *           },
                 *           "leftOut": [],
                 *           "shippingMethod": "ground",
                 *           "distributorOrderNumbers": [
                 *             "7000002"
                 *           ],
                 *           "submittedAt": "2026-11-23T12:00:00.000Z",
                 *           "acceptedAt": "2026-11-23T12:00:00.000Z",
                 *           "updatedAt": "2026-11-23T13:00:00.000Z",
                 *           "nextLookAt": null,
                 *           "tracking": "complete",
                 *           "trackUntil": "2027-01-04T12:00:00.060Z",
                 *           "shipments": [
                 *             {
                 *               "carrier": "ups",
                 *               "trackingNumber": "1Z999AA10123456784",
                 *               "trackingUrl": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                 *               "shippedAt": "2026-11-23T00:00:00.000Z",
                 *               "quantity": 1,
                 *               "source": "distributor"
                 *             }
                 *           ],
                 *           "status": "shipped",
                 *           "attention": null
                 *         },
                 *         "reason": "Tracking was stopped by hand: Cancelled by telephone with WPS.",
                 *         "contact": {
                 *           "name": "Western Power Sports",
                 *           "site": "https://www.wps-inc.com"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseOrderTrackingStopped"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAccountStopped: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "account.stopped",
                 *       "timestamp": "2026-11-23T13:03:00.000Z",
                 *       "data": {
                 *         "sequence": 0,
                 *         "storeId": "moto-hut",
                 *         "distributor": "tucker-rocky",
                 *         "mode": "live",
                 *         "message": "INVALID APIKEY [redacted]",
                 *         "contact": {
                 *           "name": "Tucker Powersports",
                 *           "site": "https://www.tucker.com"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AccountStopped"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomerMailFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "customer_mail.failed",
                 *       "timestamp": "2026-11-23T13:01:40.060Z",
                 *       "data": {
                 *         "sequence": 6,
                 *         "storeId": "moto-hut",
                 *         "orderId": "1001",
                 *         "mode": "live",
                 *         "reason": "The mailbox does not exist."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CustomerMailFailed"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookTest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names the event; the same in every try.
                 * @example purchase-order_1001-1_1
                 */
                "webhook-id": string;
                /**
                 * @description When this try was signed, in seconds since 1970.
                 * @example 1795435380
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "webhook.test",
                 *       "timestamp": "2027-01-07T13:02:41.075Z",
                 *       "data": {
                 *         "sequence": 0,
                 *         "storeId": "moto-hut"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WebhookTest"];
            };
        };
        responses: {
            /** @description Not wanted any more: nothing is sent before the store’s next `PUT`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: tried again for three days. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
