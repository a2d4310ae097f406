import type { Kpi } from '#core/kpis/kpi.ts';
import type { Currency } from '#core/money.ts';
import { m } from '#messages/compiled/messages.js';
import { formatChange, formatPeriod, formatValue } from '#messages/format.ts';
import type { YearReading } from './kpi-reading.ts';

/** What a year's figure says, in one line: the title of its chart. */
export function kpiFinding(
  name: string,
  kpi: Kpi,
  reading: YearReading,
  currency: Currency,
  firstMonth: number,
): string {
  const year = formatPeriod(reading.period, firstMonth);
  const { value, marks } = reading.figure;
  if (value === null) return m.data_kpis_finding_none({ name, year });
  const words = { name, year, value: formatValue(value, kpi.unit, { form: 'short', currency, symbol: true }) };
  if (reading.growth.value === null) return m.data_kpis_finding(words);
  const change = formatChange(reading.growth);
  return marks.includes('to-date') && kpi.grains.includes('year')
    ? m.data_kpis_finding_to_date({ ...words, change })
    : m.data_kpis_finding_change({ ...words, change });
}
