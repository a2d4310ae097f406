import type { Headcount } from '#core/team-facts.ts';
import type { FigureSpec } from '#core/report/page.ts';
import { m } from '#messages/compiled/messages.js';
import { formatMonth, formatValue } from '#messages/format.ts';

/** People a day by month. */
export function headcountFigure({ months, average, joined, left }: Headcount): FigureSpec {
  const most = Math.max(...months.map((month) => month.average));
  // An axis up to a few people has steps of less than one.
  const digits = most >= 5 && months.every((month) => Number.isInteger(month.average)) ? 0 : 1;
  const title = m.team_headcount_finding({ average: formatValue(average, 'times', { digits: 1 }), joined, left });
  return {
    id: 'headcount',
    kind: 'bar',
    title,
    alt: title,
    categories: months.map(({ month }) => formatMonth(month, 'short')),
    series: [
      {
        name: m.team_headcount(),
        mark: 'bar',
        axis: 'left',
        token: 'accent',
        dash: false,
        labels: true,
        values: months.map((month) => month.average),
      },
    ],
    format: { unit: 'times', digits },
  };
}
