/** What a plain object has without being told, or takes for something else than a key. A caller may give any of these names to a thing. */
export const prototypeNames = [
  'prototype',
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
] as const;
