/** Times that belong together, in seconds. The template computes its own (visibility, leases) from these. */
export const seconds = {
  /** How long a submission may run, look-ups included; the function's time limit. */
  submitLimit: 120,
  /** A request to a distributor, whole; the client's time limit. */
  requestLimit: 10,
  /** A submit makes six requests at the most, and some reads twice (WPS), so this much must be left when it begins. */
  submitNeeds: 100,
  /** After this nobody of that invocation lives any more: its time limit, two clocks' difference, and some. */
  callerGone: 140,
  /** A clock is wrong by this at the most: AWS refuses the signatures of one that is further off. */
  clockBound: 300,
  /** After a look-up that came too early to prove an absence, the next one: an order that shows late is found soon. */
  stillEarly: 600,
  /** A sweep over one account. */
  sweepLimit: 120,
  /** One notice. */
  noticeLimit: 60,
  /** One delivery to a webhook: Standard Webhooks recommends 15 to 30. */
  deliveryLimit: 20,
  /** How much longer than its function's limit a queue hides a message, and a lease outlasts the hiding. */
  grace: 30,
  /** A notice that was nudged is left to whoever works for it for so long: half a minute to be received, and its sender's lease. */
  noticeLease: 60 + 2 * 30,
  /** A row that was nudged is left to whoever works for it for so long: longer than any queue hides the message. */
  lease: 120 + 2 * 30,
  /** The first look-up after an unclear answer: found settles it, absent proves nothing. */
  soon: 30,
  /** Between two proofs of absence. */
  lookUpGap: 300,
  day: 86_400,
  /** Six weeks. */
  watch: 42 * 86_400,
  /** Without quantities, this many quiet days after a parcel mean that all has shipped. */
  quiet: 14 * 86_400,
} as const;
