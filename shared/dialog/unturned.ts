/** What turns text around, so that another one is read than is sent: it is seen as a sign, and turns nothing. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

export const unturned = (text: string): string => text.replaceAll(turning, '\ufffd');
