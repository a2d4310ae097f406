import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../tests/oracle/columns-of.ts';
import { dayOf } from '../period.ts';
import { campaignTags } from './campaign-tags.ts';

/** Orders on consecutive days, one a day. */
const run = (campaign: string, from: number, days: number) =>
  Array.from({ length: days }, (_, index) => ({
    order: `${campaign}-${from + index}`,
    customer: 'c',
    day: from + index,
    paid: 100,
    refund: 0,
    quantity: 1,
    product: 'p',
    category: '',
    channel: '',
    campaign,
  }));

const JUNE = dayOf(2025, 6, 1);

describe('campaigns named in a file', () => {
  test('KP30 run from their first to their last line, each year anew', () => {
    const lines = [
      ...run('618', JUNE, 18),
      ...run('618', JUNE - 365, 10),
      ...run('Spring', JUNE - 60, 5),
      ...run('', JUNE + 40, 20),
    ];
    expect(campaignTags(columnsOf(lines))).toEqual([
      { tag: '618', start: JUNE - 365, end: JUNE - 356, orders: 10 },
      { tag: 'Spring', start: JUNE - 60, end: JUNE - 56, orders: 5 },
      { tag: '618', start: JUNE, end: JUNE + 17, orders: 18 },
    ]);
  });

  test('KP30 a quiet month parts two runs, a shorter silence does not', () => {
    const after = (quiet: number) => campaignTags(columnsOf([...run('a', JUNE, 5), ...run('a', JUNE + 4 + quiet, 5)]));
    expect(after(30)).toHaveLength(1);
    expect(after(31)).toHaveLength(2);
  });

  test('KP30 strays of fewer than five orders are left out', () => {
    expect(campaignTags(columnsOf([...run('a', JUNE, 4)]))).toEqual([]);
    expect(campaignTags(columnsOf([]))).toEqual([]);
  });
});
