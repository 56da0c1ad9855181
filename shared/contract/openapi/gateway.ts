/** What API Gateway says itself, by status: before any function of ours is asked, or in place of one that did not answer. */
const messages: ReadonlyMap<number, string> = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [413, 'Request Entity Too Large'],
  [429, 'Too Many Requests'],
  [431, 'Request Header Fields Too Large'],
  [500, 'Internal Server Error'],
  [503, 'Service Unavailable'],
]);

/** The body of every such answer. */
export const gatewaySchema = {
  type: 'object',
  description:
    'What API Gateway says itself: no `Authorization` header at all, a path that cannot be decoded (`%E0%A4`), throttled, a body of more than 10 MB, headers of more than 10,240 bytes (431, with every route), or a function that did not answer. It is no problem (RFC 9457), and carries `apigw-requestid`.',
  properties: { message: { type: 'string', description: 'A word or two.' } },
  required: ['message'],
  additionalProperties: false,
};

/** The content that a response under this status has beside ours; nothing where API Gateway never says it. */
export const gatewayAnswer = (status: number) => {
  const message = messages.get(status);
  if (message === undefined) return {};
  return {
    'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' }, example: { message } },
  };
};
