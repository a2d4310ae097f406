/** The one of a few codes that most was paid for; by name where two are equal, so that the order of rows decides nothing. */
export class Dominant {
  readonly #names: readonly string[];
  readonly #codes: number[] = [];
  readonly #paid: number[] = [];
  /** How many of the codes count; arrays are kept for the next customer. */
  #count = 0;

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  add(code: number, paid: number): void {
    for (let at = 0; at < this.#count; at++) {
      if (this.#codes[at] !== code) continue;
      this.#paid[at]! += paid;
      return;
    }
    this.#codes[this.#count] = code;
    this.#paid[this.#count] = paid;
    this.#count++;
  }

  /** The code, and empties it; 0 when nothing was added. */
  take(): number {
    if (this.#count === 0) return 0;
    let best = 0;
    for (let at = 1; at < this.#count; at++) if (this.#leads(at, best)) best = at;
    this.#count = 0;
    return this.#codes[best]!;
  }

  #leads(at: number, best: number): boolean {
    const more = this.#paid[at]! - this.#paid[best]!;
    return more !== 0 ? more > 0 : this.#names[this.#codes[at]!]! < this.#names[this.#codes[best]!]!;
  }
}
