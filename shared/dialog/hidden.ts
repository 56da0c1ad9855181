/** Characters that nobody sees, as a text that was copied from a page may bring them: of no width, or marks of its direction. */
const hidden = /\p{Default_Ignorable_Code_Point}/u;

/** Whether more would be sent than can be read. */
export const hidesCharacters = (text: string): boolean => hidden.test(text);
