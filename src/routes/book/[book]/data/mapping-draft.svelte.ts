import {
  ORDER_FIELDS,
  REQUIRED_FIELDS,
  type ColumnMapping,
  type ImportProblem,
  type Inspection,
  type OrderField,
} from '#core/orders/import.ts';
import { forgetCorrection, recallCorrection, rememberCorrection, type Correction } from './mapping-memory.ts';

/** One file's mapping while a person checks it. */
export class MappingDraft {
  readonly file: File;
  readonly inspection: Inspection;
  readonly #store: Storage;

  #correction = $state.raw<Correction>({ columns: {}, dateOrder: 'ymd', decimal: '.' });
  #settled = $state.raw<readonly Inspection['doubts'][number][]>([]);
  remembered = $state(false);
  allGuests = $state(false);
  /** Why the last try to import it failed. */
  problem = $state.raw<ImportProblem | null>(null);

  readonly columns = $derived(this.#correction.columns);
  readonly dateOrder = $derived(this.#correction.dateOrder);
  readonly decimal = $derived(this.#correction.decimal);
  readonly missing = $derived(
    REQUIRED_FIELDS.filter((field) => this.columns[field] === undefined && !(field === 'customer' && this.allGuests)),
  );
  readonly doubts = $derived.by(() => this.inspection.doubts.filter((doubt) => !this.#settled.includes(doubt)));
  readonly mapping: ColumnMapping = $derived.by(() => ({ ...this.inspection.mapping, ...this.#correction }));

  constructor(file: File, inspection: Inspection, store: Storage) {
    this.file = file;
    this.inspection = inspection;
    this.#store = store;
    const recalled = recallCorrection(inspection.headerSignature, store);
    this.remembered = recalled !== null;
    this.#correction = recalled ?? inspection.mapping;
    if (recalled) this.#settled = inspection.doubts;
  }

  fieldAt(column: number): OrderField | null {
    return ORDER_FIELDS.find((field) => this.columns[field] === column) ?? null;
  }

  /** Gives a column its meaning, taking the meaning from the column that had it. */
  setField(column: number, field: OrderField | null): void {
    const columns = Object.fromEntries(
      Object.entries(this.columns).filter(([known, at]) => at !== column && known !== field),
    );
    this.#correct({ columns: field === null ? columns : { ...columns, [field]: column } });
  }

  setDateOrder(dateOrder: Correction['dateOrder']): void {
    this.#correct({ dateOrder });
    this.#settled = [...this.#settled, 'date-order'];
  }

  setDecimal(decimal: Correction['decimal']): void {
    this.#correct({ decimal });
    this.#settled = [...this.#settled, 'decimal'];
  }

  useGuess(): void {
    this.#correction = this.inspection.mapping;
    this.#settled = [];
    this.remembered = false;
    forgetCorrection(this.inspection.headerSignature, this.#store);
  }

  /** Keeps what the person changed, for the next file with this header. */
  remember(): void {
    if (same(this.#correction, this.inspection.mapping)) return;
    const { columns, dateOrder, decimal } = this.#correction;
    rememberCorrection(this.inspection.headerSignature, { columns, dateOrder, decimal }, this.#store);
  }

  #correct(change: Partial<Correction>): void {
    this.#correction = { ...this.#correction, ...change };
    this.problem = null;
  }
}

const same = (a: Correction, b: Correction): boolean =>
  a.dateOrder === b.dateOrder &&
  a.decimal === b.decimal &&
  ORDER_FIELDS.every((field) => a.columns[field] === b.columns[field]);
