/** An expected outcome: the code of the error that the engine must answer with. */
export class Refusal extends Error {
  constructor(code) { super(code); this.code = code; }
}
export const refuse = (code) => { throw new Refusal(code); };
