/**
 * What is made when it is first asked for, and once, however many ask; what could not be made is tried again by the next who asks. So ports
 * load their code late: a function that starts reads its row first, and the bundler puts what is loaded late into files beside the function's
 * own (`infra/bundling/bundle.ts`).
 */
export const once = <Made>(make: () => Promise<Made>): (() => Promise<Made>) => {
  let making: Promise<Made> | undefined;
  return () => {
    making ??= make().catch((error: unknown) => {
      making = undefined;
      throw error;
    });
    return making;
  };
};
