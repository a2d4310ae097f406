import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspectFiles } from './inspect-files.ts';

const CSV = '订单编号,会员ID,下单时间,实付金额\no1,c1,2025-01-02,10.50\n';
const rows = (count: number): string => CSV + 'o2,c2,2025-01-03,11.00\n'.repeat(count);

test('files are looked at in their order, packed or not, however long', async () => {
  const looked = await inspectFiles([
    new File([rows(1)], 'short.csv'),
    new File([gzipSync(rows(50_000))], 'long.csv.gz'),
    new File([rows(50_000)], 'long.csv'),
  ]);
  for (const one of looked) {
    if (!one.ok) throw new Error(one.error.kind);
    expect(one.value.mapping.columns).toMatchObject({ order: 0, customer: 1, time: 2, paid: 3 });
    expect(one.value.missing).toEqual([]);
  }
  expect(looked.map((one) => one.ok && one.value.fileName)).toEqual(['short.csv', 'long.csv.gz', 'long.csv']);
});

test('a file is refused with its reason and leaves the others', async () => {
  const packed = gzipSync(rows(1));
  const looked = await inspectFiles([
    new File([], 'empty.csv'),
    new File([gzipSync('')], 'empty.gz'),
    new File([packed.subarray(0, 20)], 'cut.gz'),
    new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])], 'picture.png'),
    new File([CSV], 'fine.csv'),
  ]);
  expect(looked.map((one) => (one.ok ? 'fine' : one.error.kind))).toEqual([
    'empty-file',
    'empty-file',
    'broken-gzip',
    'not-text',
    'fine',
  ]);
});
