import { describe, expect, test } from 'vitest';
import { dayOf } from '../period.ts';
import { readDateText, type DateOrder } from './date-text.ts';

const day = dayOf(2026, 5, 23);

describe('dates', () => {
  test.each([
    '2026-05-23',
    '2026-05-23 22:02:11',
    '2026-05-23T23:59:59Z',
    '2026-05-23T23:59:59+0000',
    '2026-05-23 23:30:00 -0500',
    '2026/5/23 22:02',
    '2026.5.23',
    '2026年5月23日',
    '2026年05月23日 22时02分',
    '２０２６－０５－２３',
    '20260523',
    '20260523220211',
    '46165',
    '46165.918',
    '="2026-05-23"',
    "'2026-05-23",
    'May 23, 2026 10:04:20 AM',
    '23 May 2026',
    '23-May-2026',
  ])('OR7 %s is the day its text names', (text) => {
    expect(readDateText(text, 'ymd')).toEqual({ day });
  });

  test.each<[string, DateOrder, object]>([
    ['23/05/2026', 'dmy', { day }],
    ['05/23/2026', 'mdy', { day }],
    ['5/23/26', 'mdy', { day }],
    ['23/05/2026', 'ymd', { day }],
    ['05/23/2026', 'ymd', { day }],
    ['03/04/2026', 'dmy', { day: dayOf(2026, 4, 3) }],
    ['03/04/2026', 'mdy', { day: dayOf(2026, 3, 4) }],
    ['04/04/2026', 'ymd', { day: dayOf(2026, 4, 4) }],
    ['03/04/2026', 'ymd', { problem: 'ambiguous-date' }],
    ['05/23/2026', 'dmy', { problem: 'ambiguous-date' }],
    ['23/05/2026', 'mdy', { problem: 'ambiguous-date' }],
    ['32/05/2026', 'dmy', { problem: 'bad-date' }],
  ])('OR7 %s read %s', (text, order, expected) => {
    expect(readDateText(text, order)).toEqual(expected);
  });

  test.each([
    '2026-05-23 周六',
    '2026-05-23 (Sat) 10:00',
    '2026年5月23日 上午10:00',
    '2026-05-23T10:00:00.000Z',
    '2026-05-23 10:00:00 +0800',
    '2026-05-23 10:00:00 PM',
    '23 May 2026, 10:00',
  ])('OR7 %s is that day whatever follows it', (text) => {
    expect(readDateText(text, 'ymd')).toEqual({ day: dayOf(2026, 5, 23) });
  });

  test.each([
    '',
    'soon',
    '2026-02-30',
    '2026-13-01',
    '1899-12-30',
    '2101-01-01',
    '12345',
    '1779537600',
    '2026-5',
    '0000-00-00',
    '05.13.2025x',
    '2026-05-23-1',
    '2026-05-23 refunded',
  ])('OR7 %j is no date', (text) => {
    expect(readDateText(text, 'ymd')).toEqual({ problem: 'bad-date' });
  });
});
