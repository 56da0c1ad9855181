import { events } from '../bodies/event.ts';
import { eventName } from './event-name.ts';
import { eventExamples } from './examples.ts';
import { referenceTo } from './json-schema.ts';
import { describeValue } from './value-descriptions.ts';

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
  example,
});

/** What Standard Webhooks sends beside the body. */
const signed = [
  header('webhook-id', 'Names the event; the same in every try.', 'purchase-order_1001-1_1'),
  header('webhook-timestamp', 'When this try was signed, in seconds since 1970.', '1795435380'),
  header(
    'webhook-signature',
    '`v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two with a blank between them while two secrets are live.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ),
];

const isType = (type: string): type is keyof typeof events => Object.hasOwn(events, type);
const types = Object.keys(events).filter(isType);

/** What is sent to a store's webhook. */
export const webhooks = () =>
  Object.fromEntries(
    types.map((type) => [
      type,
      {
        post: {
          operationId: `on${eventName(type)}`,
          summary: sentence(describeValue('type', type) ?? type),
          description: 'Sent to the store’s webhook, signed as Standard Webhooks says.',
          tags: ['Webhooks'],
          security: [],
          parameters: signed,
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: referenceTo(eventName(type)) }, ...exampleOf(type) } },
          },
          responses: {
            '2XX': { description: 'Taken.' },
            '410': { description: 'Not wanted any more: nothing is sent before the store’s next `PUT`.' },
            default: { description: 'Not taken: tried again for three days.' },
          },
        },
      },
    ]),
  );

const exampleOf = (type: string) => (eventExamples.has(type) ? { example: eventExamples.get(type) } : {});

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
