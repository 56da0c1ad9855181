/**
 * Ports whose code is loaded when they are first asked: a function that starts reads its row first. The bundler puts what is loaded late
 * into files beside the function's own (`infra/bundling/bundle.ts`). What could not be loaded is tried again by the next who asks.
 */
export const once = <Loaded>(load: () => Promise<Loaded>): (() => Promise<Loaded>) => {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
};
