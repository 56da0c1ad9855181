type Invoke<Event, Context, Result> = (event: Event, context: Context) => Promise<Result>;

/** A function of Lambda that builds its ports at its first call: to import its file reads nothing of the environment. */
export const lambda = <Ports, Event, Context, Result>(
  make: (ports: Ports) => Invoke<Event, Context, Result>,
  ports: () => Ports,
): Invoke<Event, Context, Result> => {
  let made: Invoke<Event, Context, Result> | undefined;
  return (event, context) => {
    made ??= make(ports());
    return made(event, context);
  };
};
