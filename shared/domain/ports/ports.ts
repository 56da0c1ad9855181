/** Time, as an argument: the real clock when deployed, a clock that can be moved in the local run, a simulated one in the proof. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Resolves after this many milliseconds of this clock; rejects with the signal's reason when it aborts first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Chance, as an argument: a new identifier of 22 or more characters of `A-Z a-z 0-9 _ -`, never given out before. */
export type NewId = () => string;

/** What a log line holds beside its event: reasons and numbers; never a name, an address, an e-mail or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The log. `event` is a word or two in kebab case, the same for every line of its kind. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Chance for secrets: this many bytes that nobody can foresee. */
export type RandomBytes = (count: number) => Uint8Array;
