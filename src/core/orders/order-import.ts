import type { OrderColumns } from './columns.ts';
import { FileImport, type OrderFile } from './file-import.ts';
import type { ImportProblem, QualityReport } from './import.ts';
import { OrderSet } from './order-set.ts';
import { err, ok, type Result } from '../result.ts';
import { fromStored, toStored, type StoredOrders } from './stored-orders.ts';

/** What an import comes to. The columns share memory with the import: they hold until a further file is begun. */
export interface ImportedOrders {
  readonly columns: OrderColumns;
  readonly report: QualityReport;
}

/**
 * Reads order files, one after the other, into columns; a dataset kept from before can be continued, so that ids meet and
 * overlapping exports count once.
 *
 *     const orders = new OrderImport(stored);
 *     for each file: orders.begin(file); for each chunk: orders.feed(chunk); orders.end();
 *     const result = orders.finish();
 *
 * Every step returns the problem that refuses the whole file, or `null`. After a problem drop the import: nothing of it
 * may be kept.
 */
export class OrderImport {
  readonly #set: OrderSet;
  #file: FileImport | null = null;
  #rowsBefore = 0;

  constructor(stored: StoredOrders | null = null) {
    this.#set = stored ? fromStored(stored) : OrderSet.empty();
  }

  /** Begins a file. Order, time and paid must be mapped; without a customer column every order is a guest's. */
  begin(file: OrderFile): ImportProblem | null {
    for (const field of ['order', 'time', 'paid'] as const)
      if (file.mapping.columns[field] === undefined) return { kind: 'missing-column', field };
    this.#rowsBefore += this.#file?.rowsRead ?? 0;
    this.#file = new FileImport(this.#set, file);
    return null;
  }

  /** Takes the file's next bytes, cut anywhere. */
  feed(chunk: Uint8Array): ImportProblem | null {
    if (!this.#file) throw new Error('feed before begin');
    return this.#file.feed(chunk);
  }

  /** Ends the file. */
  end(): ImportProblem | null {
    if (!this.#file) throw new Error('end before begin');
    return this.#file.end();
  }

  /** Rows read by this import so far, refused ones included. */
  get rowsRead(): number {
    return this.#rowsBefore + (this.#file?.rowsRead ?? 0);
  }

  /** Rows that count, of the file being read. */
  get fileRows(): number {
    return this.#file?.rowsKept ?? 0;
  }

  /** The orders of the dataset and this import's files together. */
  finish(): Result<ImportedOrders, ImportProblem> {
    const { lines, tally } = this.#set;
    if (lines.count === 0) return err({ kind: 'no-valid-rows', refused: tally.refusedCount });
    return ok({
      columns: this.#set.columns(),
      report: tally.report(lines, this.#set.orders, this.#set.customerCount),
    });
  }

  /** What the device keeps: typed arrays only, apart from the refused rows. */
  toStored(): StoredOrders {
    return toStored(this.#set);
  }
}

/** The columns of a kept dataset. */
export const columnsOf = (stored: StoredOrders): OrderColumns => fromStored(stored).columns();
