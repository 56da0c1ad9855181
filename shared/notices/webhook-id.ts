/** A notice's id as it is sent. What is signed is joined by full stops: Standard Webhooks asks for ids without any. */
export const webhookId = (id: string): string => id.replaceAll('.', '_');
