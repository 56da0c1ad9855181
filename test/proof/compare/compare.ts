export const compare = async (_json: boolean): Promise<void> => {};
