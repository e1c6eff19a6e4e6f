import { onlyOption } from '../choice-grammar.ts';

export interface OutputTextOptions {
  /** Options of a constrained choice; empty for free text. */
  readonly options: readonly string[];
  readonly write: (text: string) => void;
  /** Called once, when the rest of the answer is certain and has been written: the engine can stop. */
  readonly decided: () => void;
}

/**
 * The answer on its way out: without the space that some models put before it, and completed at once when only
 * one option is left.
 */
export class OutputText {
  readonly #options: OutputTextOptions;
  #written = '';
  #complete = false;

  constructor(options: OutputTextOptions) {
    this.#options = options;
  }

  get written(): string {
    return this.#written;
  }

  push(piece: string): void {
    if (this.#complete) return;
    const next = this.#written + (this.#written === '' ? piece.trimStart() : piece);
    const option = onlyOption(this.#options.options, next);
    this.#complete = option !== undefined;
    this.#write((option ?? next).slice(this.#written.length));
    if (this.#complete) this.#options.decided();
  }

  #write(text: string): void {
    if (text === '') return;
    this.#written += text;
    this.#options.write(text);
  }
}
