import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/**
 * The frames of a stack, with file and line of the source in place of those of the bundle they run in. The bundle's source map is read
 * when the first failure is logged: Node's own support would read it at every start. Where there is none, the stack is given back.
 */
export const sourceLines = (bundle: string): ((stack: string) => string) => {
  let map: SourceMap | null | undefined;
  return (stack) => {
    const [before = '', ...frames] = stack.split(`${bundle}:`);
    if (frames.length === 0) return stack;
    map ??= readMap(`${bundle}.map`);
    return before + frames.map((rest) => sourceLine(map ?? null, bundle, rest)).join('');
  };
};

const readMap = (path: string): SourceMap | null => {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
};

const sourceLine = (map: SourceMap | null, bundle: string, rest: string): string => {
  const [place = '', line, column] = /^(\d{1,7}):(\d{1,7})/.exec(rest) ?? [];
  const origin = map?.findOrigin(Number(line), Number(column));
  return origin !== undefined && 'fileName' in origin
    ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}${rest.slice(place.length)}`
    : `${bundle}:${rest}`;
};
