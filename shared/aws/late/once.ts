/**
 * Ports whose code is loaded when they are first asked: a function that starts reads its row first. The bundler puts what is loaded late
 * into files beside the function's own (`infra/bundling/bundle.ts`).
 */
export const once = <Loaded>(load: () => Promise<Loaded>): (() => Promise<Loaded>) => {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
};
