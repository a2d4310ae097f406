import type { BookSettings } from '#core/book/book.ts';
import type { GoalRow } from '#core/evaluation.ts';
import { MINOR_DIGITS } from '#core/money.ts';
import { yearKey, type Month } from '#core/period.ts';
import type { FigureSeries, FigureSpec } from '#core/report/page.ts';
import { m } from '#messages/compiled/messages.js';
import { formatChange, formatMonth, formatPeriod } from '#messages/format.ts';
import { metricName } from '#messages/metric-words.ts';

/** Next year's monthly targets as a line over the year under review's months; its title says the growth and the peak. */
export function goalFigure(
  row: GoalRow,
  lastMonths: readonly (number | null)[],
  months: readonly Month[],
  settings: BookSettings,
): FigureSpec {
  const { currency, firstMonth } = settings;
  const minor = row.metric.unit === 'money' ? 10 ** MINOR_DIGITS[currency] : 1;
  const major = (values: readonly (number | null)[]) => values.map((value) => (value === null ? null : value / minor));
  const year = formatPeriod(yearKey(row.year), firstMonth);
  const last = formatPeriod(yearKey(row.year - 1), firstMonth);
  const metric = metricName(row.metric);
  const peak = row.months.reduce<number>(
    (best, value, index) => ((value ?? 0) > (row.months[best] ?? 0) ? index : best),
    0,
  );
  const hasFinding = row.adds === true && row.impliedGrowth.value !== null && months[peak] !== undefined;
  const title = hasFinding
    ? m.plan_chart_peak({
        year,
        growth: formatChange(row.impliedGrowth),
        month: formatMonth(months[peak] ?? 0, 'short'),
      })
    : m.plan_chart_plain({ metric, year });
  const mark = { axis: 'left', labels: false } as const;
  const series: readonly FigureSeries[] = [
    { ...mark, name: last, mark: 'bar', token: 'accent-soft', dash: false, values: major(lastMonths) },
    { ...mark, name: m.plan_target_of({ year }), mark: 'line', token: 'accent', dash: true, values: major(row.months) },
  ];
  return {
    id: `goal-${row.metric.id}`,
    kind: 'combo',
    title,
    alt: m.plan_chart_alt({ metric, year, last }),
    categories: months.map((month) => formatMonth(month, 'short')),
    series: series.filter(({ values }) => values.some((value) => value !== null)),
    format: {
      unit: row.metric.unit,
      digits: row.metric.unit === 'percent' ? 1 : 0,
      ...(row.metric.unit === 'money' ? { currency } : {}),
    },
  };
}
