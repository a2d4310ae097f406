import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ColumnMapping } from './import.ts';
import { OrderImport } from './order-import.ts';

const shared = process.env['ANNUM_DATA'] ?? resolve('../shared/data');
const sources = [
  {
    name: 'adventureworks',
    csv: 'tests/fixtures/adventureworks.csv.gz',
    json: 'tests/fixtures/adventureworks.expected.json',
  },
  ...['adventureworks', 'online-retail'].map((name) => ({
    name: `shared ${name}`,
    csv: `${shared}/${name}.csv.gz`,
    json: `${shared}/expected/${name}.json`,
  })),
];

const mapping: ColumnMapping = {
  platform: 'annum',
  encoding: 'utf-8',
  separator: ',',
  headerRow: 0,
  columns: {
    order: 0,
    line: 1,
    customer: 2,
    time: 3,
    paid: 4,
    quantity: 5,
    refund: 6,
    productId: 7,
    product: 8,
    category: 9,
    channel: 10,
    campaign: 11,
  },
  dateOrder: 'ymd',
  decimal: '.',
};

describe('real order files', () => {
  for (const source of sources) {
    test.skipIf(!existsSync(source.csv))(`${source.name} comes to the oracle's counts`, () => {
      const { meta } = JSON.parse(readFileSync(source.json, 'utf8'));
      const expected = Array.isArray(meta) ? meta[0] : meta;
      const bytes = gunzipSync(readFileSync(source.csv));
      const orders = new OrderImport();
      expect(orders.begin({ name: source.name, mapping, minorDigits: 2 })).toBeNull();
      expect(orders.feed(bytes)).toBeNull();
      expect(orders.end()).toBeNull();
      const result = orders.finish();
      if (!result.ok) throw new Error(result.error.kind);
      const { columns, report } = result.value;
      expect({
        raw_lines: report.rowsRead,
        lines: columns.rowCount,
        orders: columns.orderCount,
        customers: columns.customerCount,
        dmin: columns.firstDay,
        dmax: columns.lastDay,
      }).toMatchObject({
        raw_lines: expected.raw_lines,
        lines: expected.lines,
        orders: expected.orders,
        customers: expected.customers,
        dmin: expected.dmin,
        dmax: expected.dmax,
      });
      expect(report.refusedCount).toBe(0);
    });
  }
});
