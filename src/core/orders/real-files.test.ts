import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { imported } from '../../../tests/orders/import-text.ts';

/** The fixture is always there; the other real files stand beside the project, or where ANNUM_DATA says. */
const DATA = process.env['ANNUM_DATA'] ?? '../shared/data';
const FILES = [
  {
    name: 'adventureworks',
    csv: 'tests/fixtures/adventureworks.csv.gz',
    json: 'tests/fixtures/adventureworks.expected.json',
  },
  { name: 'online-retail', csv: `${DATA}/online-retail.csv.gz`, json: `${DATA}/expected/online-retail.json` },
];

describe('real order files', { timeout: 60_000 }, () => {
  test.for(FILES)("$name comes to the oracle's counts", ({ name, csv, json }, { skip }) => {
    if (name !== 'adventureworks') skip(!existsSync(csv), 'the file is not beside the project');
    const [meta] = JSON.parse(readFileSync(json, 'utf8')).meta;
    const { columns, report } = imported({ text: gunzipSync(readFileSync(csv)), step: 1 << 16 });
    expect({
      raw_lines: report.rowsRead,
      lines: columns.rowCount,
      orders: columns.orderCount,
      customers: columns.customerCount,
      dmin: columns.firstDay,
      dmax: columns.lastDay,
      refused: report.refusedCount,
    }).toEqual({
      raw_lines: meta.raw_lines,
      lines: meta.lines,
      orders: meta.orders,
      customers: meta.customers,
      dmin: meta.dmin,
      dmax: meta.dmax,
      refused: 0,
    });
    expect(report.duplicates).toBe(meta.raw_lines - meta.lines);
  });
});
