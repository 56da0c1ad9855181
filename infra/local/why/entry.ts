/** Something that happened. */
export type Entry = { readonly at: string; readonly what: string };
