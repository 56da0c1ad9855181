/** Something that a person can mend: shown as this one sentence, without a stack trace. */
export class Sentence extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Sentence';
  }
}
