/** A route of the API and what its path must look like. */
export type RouteRule<T> = { readonly routeKey: string; readonly target: T };
export type Matched<T> = RouteRule<T> & { readonly pathParameters: Readonly<Record<string, string>> };

/** API Gateway's choice: the most specific path that fits, its own method before ANY, `$default` when nothing fits. */
export function router<T>(rules: readonly RouteRule<T>[]): (method: string, path: string) => Matched<T> | undefined {
  const fallback = rules.find(({ routeKey }) => routeKey === '$default');
  const paths = rules
    .filter((rule) => rule !== fallback)
    .map((rule) => ({ rule, ...parse(rule.routeKey) }))
    .toSorted((a, b) => b.rank.localeCompare(a.rank));
  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const { rule, verb, parts } of paths) {
      if (verb !== method && verb !== 'ANY') continue;
      const pathParameters = match(parts, segments);
      if (pathParameters !== undefined) return { ...rule, pathParameters };
    }
    return fallback && { ...fallback, pathParameters: {} };
  };
}

function parse(routeKey: string) {
  const [verb = '', path = ''] = routeKey.split(' ');
  const parts = path.split('/').slice(1);
  // Literal before variable before greedy, segment by segment; a method of its own before ANY.
  const rank = parts.map((part) => (part.endsWith('+}') ? '0' : part.startsWith('{') ? '1' : '2')).join('');
  return { verb, parts, rank: `${rank}${verb === 'ANY' ? '0' : '3'}` };
}

function match(parts: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [place, part] of parts.entries()) {
    const segment = segments[place];
    if (segment === undefined || segment === '') return undefined;
    if (part.endsWith('+}'))
      return { ...found, [part.slice(1, -2)]: decodeURIComponent(segments.slice(place).join('/')) };
    if (part.startsWith('{')) found[part.slice(1, -1)] = decodeURIComponent(segment);
    else if (part !== segment) return undefined;
  }
  return parts.length === segments.length ? found : undefined;
}
