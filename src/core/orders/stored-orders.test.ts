import { expect, test } from 'vitest';
import { imported } from '../../../tests/orders/import-text.ts';
import { OrderImport } from './order-import.ts';
import { CHUNK_ROWS } from './stored-orders.ts';

test(
  'OR16 more rows than one chunk come back the same, without the columns that no file has',
  { timeout: 60_000 },
  () => {
    const rows = Array.from(
      { length: CHUNK_ROWS + 1_000 },
      (_, at) => `o${at},c${at % 7},2025-01-0${1 + (at % 9)},${at % 500}.5`,
    );
    const { columns, orders } = imported({
      text: `订单编号,会员ID,下单时间,实付金额\n${rows.join('\n')}\n`,
      step: 1 << 16,
    });
    const again = new OrderImport(structuredClone(orders.toStored())).finish();
    expect(again.ok && again.value.columns.rowCount).toBe(columns.rowCount);
    expect(again.ok && again.value.columns.refundDay.length).toBe(0);
    expect(again.ok && again.value.columns.paid.reduce((sum, paid) => sum + paid, 0)).toBe(
      columns.paid.reduce((sum, paid) => sum + paid, 0),
    );
  },
);
