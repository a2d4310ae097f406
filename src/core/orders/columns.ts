import type { Day } from '../period.ts';

/**
 * Order lines as columns: what parsing produces, the device stores in chunks and the KPI core reads. One row a line that
 * counts (exact duplicates are already gone). Ids are interned: code 0 always means "none" (a guest, no category).
 */
export interface OrderColumns {
  readonly rowCount: number;
  /** Order index, 0 … orderCount − 1. */
  readonly order: Uint32Array;
  /** Customer code; 0 is a guest, real customers are 1 … customerCount. */
  readonly customer: Uint32Array;
  /** Day number of the line's time, from its text. */
  readonly day: Int32Array;
  /** Minor units, refunds not taken off; negative on a refund row with its own id. */
  readonly paid: Float64Array;
  /** Minor units refunded on this line (≥ 0 as in the file). */
  readonly refund: Float64Array;
  /** Day the refund was made, or −1 where the file does not say. Empty when no file has the column. */
  readonly refundDay: Int32Array;
  readonly quantity: Float64Array;
  readonly product: Uint32Array;
  readonly category: Uint32Array;
  readonly channel: Uint32Array;
  readonly campaign: Uint32Array;
  /** Member at payment time: 0 unknown, 1 no, 2 yes. Empty when no file has the column. */
  readonly member: Uint8Array;

  readonly orderCount: number;
  readonly customerCount: number;
  /** The file's product id by code (its name where no file has ids); what makes two products one. */
  readonly productIds: readonly string[];
  /** Names by code; index 0 is ''. */
  readonly products: readonly string[];
  readonly categories: readonly string[];
  readonly channels: readonly string[];
  readonly campaigns: readonly string[];
  readonly firstDay: Day;
  readonly lastDay: Day;
}
