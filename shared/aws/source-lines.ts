import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

/**
 * The frames of a stack, with file and line of the source in place of those of the bundle's files, which lie in this folder. A file's
 * source map is read when the first failure in it is logged: Node's own support would read it at every start. Where there is none, the
 * frame stays.
 */
export const sourceLines = (folder: string): ((stack: string) => string) => {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string): SourceMap | null => {
    const map = maps.get(file) ?? readMap(join(folder, `${file}.map`));
    maps.set(file, map);
    return map;
  };
  return (stack) => {
    const [before = '', ...frames] = stack.split(`${folder}/`);
    return before + frames.map((rest) => sourceLine(mapOf, rest) ?? `${folder}/${rest}`).join('');
  };
};

const readMap = (path: string): SourceMap | null => {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
};

const sourceLine = (mapOf: (file: string) => SourceMap | null, rest: string): string | null => {
  const [place = '', file, line, column] = /^([A-Za-z0-9-]{1,40}\.cjs):(\d{1,7}):(\d{1,7})/.exec(rest) ?? [];
  if (file === undefined) return null;
  const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
  return origin !== undefined && 'fileName' in origin
    ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}${rest.slice(place.length)}`
    : null;
};
