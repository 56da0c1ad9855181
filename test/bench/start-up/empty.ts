/** What every function pays: the runtime alone. */
export const handler = async () => ({});
