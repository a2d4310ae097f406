type DateInput = Pick<HTMLInputElement, 'value'> & { readonly validity: Pick<ValidityState, 'badInput'> };

/**
 * A day in a date field between the hand and the book. A date typed digit by digit is other dates on its way (0002, 0020, 0202),
 * which would each be a step of undo and re-sort the rows under the hand: it is taken when the field is left or Enter is
 * pressed. One picked from the calendar is taken at once.
 */
export class TypedDay {
  readonly #value: () => string;
  readonly #onset: (day: string) => void;
  #draft = $state<string | null>(null);
  #isTyping = false;
  /** Half a date, or one that no calendar has: the field calls it '', which would wipe the day there was. */
  #isBroken = false;

  readonly shown = $derived.by(() => this.#draft ?? this.#value());

  /** `value` is what the book has: `YYYY-MM-DD`, or ''. */
  constructor(value: () => string, onset: (day: string) => void) {
    this.#value = value;
    this.#onset = onset;
  }

  pressed = ({ key }: { readonly key: string }): void => {
    this.#isTyping = true;
    if (key === 'Enter') this.left();
    else if (key === 'Escape') this.#draft = null;
  };

  pointed = (): void => {
    this.#isTyping = false;
  };

  changed = ({ currentTarget: { value, validity } }: { readonly currentTarget: DateInput }): void => {
    this.#draft = value;
    this.#isBroken = validity.badInput;
    if (!this.#isTyping) this.left();
  };

  left = (): void => {
    const day = this.#draft;
    this.#draft = null;
    if (day !== null && !this.#isBroken && day !== this.#value()) this.#onset(day);
  };
}
