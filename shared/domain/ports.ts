/** Time, as an argument: the real clock when deployed, a clock that can be moved in the local run, a simulated one in the proof. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Resolves after this many milliseconds of this clock; rejects with the signal's reason when it aborts first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Chance, as an argument: a new identifier of 22 or more characters of `A-Z a-z 0-9 _ -`, never given out before. */
export type NewId = () => string;
