import type { Change } from '../evaluation.ts';
import type { Direction, Unit } from '../figure.ts';
import { exactValue, type ReportContext } from './context.ts';
import type { Table, TableCell } from './page.ts';

type Tone = TableCell['tone'];

export const wordCell = (text: string, tone: Tone = 'plain'): TableCell => ({ text, value: null, tone });

export function valueCell(context: ReportContext, value: number | null, unit: Unit, tone: Tone = 'plain'): TableCell {
  return {
    text: context.formats.value(value, unit, 'full'),
    value: exactValue(value, unit, context.book.settings.currency),
    tone: value === null ? 'faint' : tone,
  };
}

export const percentCell = (context: ReportContext, ratio: number | null, tone: Tone = 'plain'): TableCell => ({
  text: context.formats.percent(ratio),
  value: ratio,
  tone: ratio === null ? 'faint' : tone,
});

export const changeCell = (context: ReportContext, change: Change, tone: Tone = 'plain'): TableCell => ({
  text: context.formats.change(change),
  value: change.value,
  tone: change.value === null ? 'faint' : tone,
});

export const differenceCell = (context: ReportContext, value: number | null, unit: Unit, tone: Tone): TableCell => ({
  text: context.formats.difference(value, unit),
  value: exactValue(value, unit, context.book.settings.currency),
  tone: value === null ? 'faint' : tone,
});

/** Good or bad by the metric's direction; a change of nothing is neither. */
export function toneOf(change: number | null, direction: Direction): Tone {
  if (change === null) return 'faint';
  if (change === 0) return 'plain';
  return change > 0 === (direction === 'higher') ? 'good' : 'bad';
}

type Column = Table['columns'][number];

export const wordColumn = (title: string, width: number): Column => ({ title, width, align: 'start' });
export const numberColumn = (title: string, width: number): Column => ({ title, width, align: 'end' });
