import { describe, expect, test } from 'vitest';
import { csvCell, refusedCsv } from './refused-csv.ts';

describe('cells for a spreadsheet', () => {
  test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '＝1', '＋1', '－1+2', '＠x'])('%s cannot run', (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });
  test.each(['-12.50', '+3', '1,234', '12'])('number %s stays one', (text) => {
    expect(csvCell(text).replaceAll('"', '')).toBe(text);
  });
  test('quotes, separators and breaks are kept inside one cell', () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell('\r\nx')).toBe('"\'\r\nx"');
  });
});

test('refused rows name file, line, reason, text and remedy', () => {
  const csv = refusedCsv([{ file: 'a.csv', row: 7, reason: 'bad-date', text: '=HYPERLINK("x")' }], {
    heads: ['File', 'Line', 'Reason', 'Text', 'What to do'],
    reason: (row) => row.reason,
    remedy: () => 'Look',
  });
  expect(csv).toBe(`\uFEFFFile,Line,Reason,Text,What to do\r\na.csv,7,bad-date,"'=HYPERLINK(""x"")",Look\r\n`);
});
