type Note = { readonly at: string; readonly text: string };

/** So many bytes of notes a row holds; a row of the table holds 400 kB. */
const mostNoteBytes = 120_000;

/** What a note takes beside its text. */
const overhead = 64;
const bytesOf = ({ text }: Note): number => new TextEncoder().encode(text).length + overhead;

const leftOut = 'What was noted between the first entry and the next was left out: there was too much of it.';

/**
 * Notes that fit into their row, whatever was noted and how often: the first and the latest. Where some are left out between
 * them, a note says so.
 */
export const boundedNotes = (notes: readonly Note[]): Note[] => {
  const [first, ...others] = notes;
  if (first === undefined || notes.reduce((sum, note) => sum + bytesOf(note), 0) <= mostNoteBytes) return [...notes];
  let room = mostNoteBytes - bytesOf(first) - bytesOf({ at: '', text: leftOut });
  const tooMany = others.findLastIndex((note) => {
    room -= bytesOf(note);
    return room < 0;
  });
  const gap = { at: others[tooMany]?.at ?? first.at, text: leftOut };
  return [first, gap, ...others.slice(tooMany + 1)];
};
