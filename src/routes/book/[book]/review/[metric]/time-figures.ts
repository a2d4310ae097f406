import type { Metric } from '#core/book/book.ts';
import type { MonthChange } from '#core/comparison/month-changes.ts';
import type { PastYear } from '#core/comparison/past-years.ts';
import { exactValue, nameWithUnit, numberFormat, type ReportContext } from '#core/report/context.ts';
import type { FigureSeries, FigureSpec } from '#core/report/page.ts';
import { m } from '#messages/compiled/messages.js';
import { figureWord } from '#messages/metric-words.ts';

const SERIES: FigureSeries = {
  name: '',
  mark: 'bar',
  axis: 'left',
  token: 'accent',
  dash: false,
  labels: true,
  values: [],
};

/** Three years as columns, their targets as ticks. */
export function yearsFigure(context: ReportContext, metric: Metric, years: readonly PastYear[]): FigureSpec {
  const { formats, book, words } = context;
  const { currency } = book.settings;
  const exact = (value: number | null) => exactValue(value, metric.unit, currency);
  const targets = years.map(({ target }) => exact(target));
  return {
    id: 'years',
    kind: 'combo',
    title: nameWithUnit(context, metric),
    alt: m.compare_years_alt({
      metric: words.metric(metric),
      years: words.list(
        years.map(({ year, actual }) => `${formats.year(year)} ${formats.value(actual, metric.unit, 'short')}`),
      ),
    }),
    categories: years.map(({ year }) => formats.year(year)),
    series: [
      {
        ...SERIES,
        name: figureWord('actual'),
        values: years.map(({ actual }) => exact(actual)),
        incomplete: years.flatMap(({ whole, actual }, at) => (whole || actual === null ? [] : [at])),
      },
      ...(targets.some((target) => target !== null)
        ? [
            {
              ...SERIES,
              name: figureWord('target'),
              mark: 'tick',
              token: 'ink',
              labels: false,
              values: targets,
            } as const,
          ]
        : []),
    ],
    format: numberFormat(metric.unit, currency),
  };
}

/** One kind of change by month as columns about zero; points are told as plain numbers, since an axis of % would say a rate. */
export function changesFigure(
  context: ReportContext,
  changes: readonly MonthChange[],
  which: 'onYear' | 'onMonth',
): FigureSpec {
  const { formats, words } = context;
  const isPoints = changes.some((one) => one[which].kind === 'points');
  const name = which === 'onYear' ? m.compare_on_year() : m.compare_on_month();
  return {
    id: which,
    kind: 'bar',
    title: isPoints ? m.compare_changes_points({ name }) : name,
    alt: m.compare_changes_alt({
      name,
      months: words.list(changes.map((one) => `${formats.month(one.month, 'short')} ${formats.change(one[which])}`)),
    }),
    categories: changes.map(({ month }) => formats.month(month, 'short')),
    series: [
      {
        ...SERIES,
        name,
        token: which === 'onYear' ? 'accent' : 'chart-2',
        labels: false,
        values: changes.map((one) => (one[which].value === null ? null : one[which].value * (isPoints ? 100 : 1))),
      },
    ],
    format: isPoints ? { unit: 'times', digits: 1 } : { unit: 'percent', digits: 1 },
  };
}

/** What the months' changes say: how many rose on last year, and the largest step from one to the next. */
export function changesTitles(
  context: ReportContext,
  changes: readonly MonthChange[],
): Record<'onYear' | 'onMonth', string> {
  const { formats } = context;
  const onYear = changes.flatMap(({ onYear: { value } }) => (value === null ? [] : [value]));
  const [step] = changes
    .filter(({ onMonth }) => onMonth.value !== null)
    .toSorted((a, b) => Math.abs(b.onMonth.value ?? 0) - Math.abs(a.onMonth.value ?? 0));
  return {
    onYear:
      onYear.length === 0
        ? m.compare_on_year_means()
        : m.compare_on_year_title({ up: onYear.filter((value) => value > 0).length, total: onYear.length }),
    onMonth: step
      ? m.compare_on_month_title({ month: formats.month(step.month, 'short'), change: formats.change(step.onMonth) })
      : m.compare_on_month_means(),
  };
}
