import type { SentMail, World } from './state.ts';

/** A mail's tags, as SES gives them back: base64url, each a list of one. */
const tagOf = (text: string): readonly [string] => [Buffer.from(text).toString('base64url')];

/** What SES writes of it to its topic, as its documentation has it. */
const eventOf = ({ to, at, about }: SentMail, how: 'bounced' | 'unwanted') => {
  const mail = {
    timestamp: new Date(at).toISOString(),
    destination: [to],
    tags: about === undefined ? {} : { store: tagOf(about.storeId), order: tagOf(about.orderId) },
  };
  const recipients = [{ emailAddress: to }];
  return how === 'bounced'
    ? {
        eventType: 'Bounce',
        mail,
        bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail', bouncedRecipients: recipients },
      }
    : { eventType: 'Complaint', mail, complaint: { complainedRecipients: recipients } };
};

/** The last mail to this address comes back, if there was one: SES tells of it in a message of its own. */
export const returnMail = (world: World, to: string, how: 'bounced' | 'unwanted'): void => {
  const mail = world.mails.findLast((each) => each.to === to);
  if (mail === undefined) return;
  world.mails = world.mails.map((each) => (each === mail ? { ...each, back: { how, at: world.now } } : each));
  world.serial += 1;
  const body = JSON.stringify(eventOf(mail, how));
  world.messages = [
    ...world.messages,
    { id: world.serial, queue: 'returned', body, visibleAt: world.now, received: 0 },
  ];
};
