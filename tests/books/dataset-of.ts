import type { DatasetRecord } from '#core/orders/dataset.ts';

/** A dataset as the Data screen lists it, of one order. */
export const datasetOf = (id: string, change: Partial<DatasetRecord> = {}): DatasetRecord => ({
  id,
  bookId: 'book',
  name: id,
  version: 1,
  sample: false,
  files: [],
  report: {
    rowsRead: 1,
    rowsKept: 1,
    refusedCount: 0,
    refused: [],
    refusedByReason: {},
    duplicates: 0,
    orders: 1,
    customers: 1,
    guestOrders: 0,
    refundRows: 0,
    customerConflicts: 0,
    damagedIds: 0,
    firstDay: 0,
    lastDay: 0,
    incompleteMonths: [],
    implausibleRepeat: false,
  },
  ...change,
});
