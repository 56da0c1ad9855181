/** What CloudWatch keeps of a metric: a minute at a time, what a statistic can be made of. */
type Minute = { sum: number; count: number; min: number; max: number };

/** A metric: its namespace, its name and its dimensions. */
export type MetricId = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
};

export type Statistic = 'Sum' | 'Maximum' | 'Minimum' | 'Average' | 'SampleCount';

const minute = 60_000;

const nameOf = ({ namespace, name, dimensions }: MetricId): string => {
  const pairs = Object.keys(dimensions).map((dimension) => `${dimension}=${dimensions[dimension]}`);
  return `${namespace} ${name} ${pairs.length < 2 ? pairs : pairs.sort().join()}`;
};

/** Metrics as CloudWatch keeps them. A metric with other dimensions is another metric. */
export const metricStore = () => {
  const metrics = new Map<string, Map<number, Minute>>();
  const asked = new WeakMap<MetricId, string>();
  /** An alarm asks for the same metric again and again. */
  const nameAsked = (id: MetricId): string => {
    const name = asked.get(id) ?? nameOf(id);
    asked.set(id, name);
    return name;
  };

  return {
    /** Takes one value in. */
    put(id: MetricId, at: number, value: number): void {
      const name = nameOf(id);
      const minutes = metrics.get(name) ?? new Map<number, Minute>();
      metrics.set(name, minutes);
      const start = Math.floor(at / minute);
      const told = minutes.get(start);
      if (told === undefined) return void minutes.set(start, { sum: value, count: 1, min: value, max: value });
      told.sum += value;
      told.count += 1;
      told.min = Math.min(told.min, value);
      told.max = Math.max(told.max, value);
    },

    /** One data point: this statistic from `from` on, for this many seconds; undefined where nothing was told. */
    read(id: MetricId, statistic: Statistic, from: number, seconds: number): number | undefined {
      const minutes = metrics.get(nameAsked(id));
      if (minutes === undefined) return undefined;
      const start = Math.floor(from / minute);
      const found: Minute[] = [];
      for (let at = start; at < start + seconds / 60; at++) {
        const told = minutes.get(at);
        if (told !== undefined) found.push(told);
      }
      return found.length === 0 ? undefined : of[statistic](found);
    },

    /** Whether it was ever told of. */
    knows: (id: MetricId): boolean => metrics.has(nameAsked(id)),
  };
};

export type MetricStore = ReturnType<typeof metricStore>;

const total = (found: readonly Minute[], of: 'sum' | 'count'): number => found.reduce((all, each) => all + each[of], 0);

const of: Readonly<Record<Statistic, (found: readonly Minute[]) => number>> = {
  Sum: (found) => total(found, 'sum'),
  SampleCount: (found) => total(found, 'count'),
  Average: (found) => total(found, 'sum') / total(found, 'count'),
  Maximum: (found) => Math.max(...found.map(({ max }) => max)),
  Minimum: (found) => Math.min(...found.map(({ min }) => min)),
};
