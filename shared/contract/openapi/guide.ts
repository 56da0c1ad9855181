/** What an integrator reads first. */
export const guide = `Places drop-ship purchase orders with four powersports distributors (Parts Unlimited, WPS, Tucker Rocky, Automatic), finds the tracking numbers and tells the customer. The webstore's backend calls it:

1. \`PUT\` the store, then its credentials with each distributor, and \`verify\` them.
2. \`PUT\` each order as the webstore holds it, and again at every change; a cancelled one too.
3. \`GET …/drop-ship\` shows what a person has to see; \`POST\` submits it.
4. Take the webhooks, or read the order.
5. When a purchase order's \`status\` is \`needs-person\`, ask the distributor and \`resolve\` it.

# Keys

Send \`Authorization: Bearer ds_<keyId>_<secret>\`. A key belongs to one store, or to all of them, and has scopes; each operation names the one that it needs. The token is shown once, when the key is made. Ten keys of a store can be live at once: to rotate, make the new one, use it, revoke the old one. An end (\`expiresAt\`) ends that key alone: a key with the scope \`admin\` can make others that live longer, and is revoked, not left to end, where that is not wanted. Another store's id answers 404, as if it were not there.

# Requests and answers

JSON in UTF-8. Unknown fields are refused. A body has at most 64 kB, the bulk submit 256 kB. An optional field may be left out or null; \`PUT\` of an order replaces (left out = null), \`PUT\` of a store and of a distributor's settings merges (left out = kept, null = removed). Times are written in ISO 8601 in UTC and read with any offset. Answers may get new fields: ignore those that you do not know.

Each key may send 200 requests at once and 50 a second; \`RateLimit\` and \`RateLimit-Policy\` say what is left. Every answer but API Gateway's own carries \`x-correlation-id\`, your own where you sent one, and every answer \`apigw-requestid\`: quote what you have when you ask about a request.

# Errors

An error of the service is \`application/problem+json\` (RFC 9457). Decide by \`type\`, show \`detail\` to people:

| status | meaning | do |
|---|---|---|
| 400, 413, 415 | the request itself is wrong; \`errors\` names the fields | mend the program |
| 401, 403 | no valid key, or not this scope | mend the key |
| 404, 410 | not there; 410 = the distributor refused this purchase order | |
| 409 | it contradicts what is there: locked, used up, older | read, then decide |
| 422 | right in form, and not possible: the distributor said no, the item is not eligible, a field does not fit | show it to a person |
| 429, 503 | not now | wait for \`Retry-After\`, send it again |
| 500 | our mistake | send it again later; tell us \`correlationId\` |

A path that there is not answers 404 \`not-found\`; one that is there, with another method, 405 \`method-not-allowed\` and \`Allow\` (\`HEAD\` and \`OPTIONS\` too: nothing offers them). What API Gateway says itself (no \`Authorization\` header at all, a path that cannot be decoded, throttled, more than 10 MB) is \`{ "message": … }\` in \`application/json\`, with \`apigw-requestid\`.

# Repeating safely

\`GET\`, \`PUT\` and \`DELETE\` may be sent again at any time; with \`revision\`, an older \`PUT\` of an order never overwrites a newer one. A submit whose answer got lost may be sent again: an item has one live purchase order at most, and the second submit answers 409 \`purchase-order-exists\` with it. For any other \`POST\`, and to get the very same answer again, send an \`Idempotency-Key\` (1 to 128 printable ASCII characters, best a UUID): for 24 hours the same request with the same key is done once, and answered again with \`idempotency-replayed: true\`; the same key with anything else answers 422 \`idempotency-key-reused\`, and 409 \`in-progress\` while the first still runs. What is not final (5xx, 429) is not kept, nor is a 415: mend the header and send it again with the same key. A token or secret is never shown twice: in a repeated answer it is null. 202 is not a no: the item stays locked until the outcome is known.

# Pages

A list answers \`items\` and \`nextCursor\`. Send \`nextCursor\` as \`cursor\`, with the same filters, for the next page; null means that this was the last. Newest first: purchase orders stand where they were placed, orders where they were changed last; so one that changes while you walk is in the next walk, with \`updatedSince\` = the time at which this one began.

# Test mode

With \`testMode: true\` everything goes to the distributor's test host with the test credentials: nothing is bought, no customer is mailed, and \`mode\` says \`test\`. The two sets share no secret. WPS offers none.

# Webhooks

Events are signed as [Standard Webhooks](https://www.standardwebhooks.com) says; verify them with one of its libraries and the secret that the store's first \`PUT\` with a webhook answered. Answer 2xx within 20 seconds. Anything else is tried again for three days, after 429 and 5xx not before their \`Retry-After\` (an hour of it at the most); 410 ends it. An event may come twice or late: \`webhook-id\` is the same in every try, and \`sequence\` grows with the order. It holds the whole purchase order, so a missed one does no harm.
`;
