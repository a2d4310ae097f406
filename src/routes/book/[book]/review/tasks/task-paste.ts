import type { Book } from '#core/book/book.ts';
import type { StrategicTask } from '#core/book/review.ts';
import type { Currency } from '#core/money.ts';
import { ok } from '#core/result.ts';
import { parseTyped } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';
import { metricName } from '#messages/metric-words.ts';
import { readNumber, readText } from '#ui/paste/paste-readers.ts';
import type { PasteColumn } from '#ui/paste/read-records.ts';
import { pasteColumn } from '#ui/paste/read-records.ts';

/** A pasted number before its unit is known. */
export interface PastedTask extends Partial<StrategicTask> {
  readonly plannedText?: string;
  readonly actualText?: string;
}

/** The columns of a block of tasks, in the order in which they stand when the block has no headings. */
export function taskColumns({ settings }: Pick<Book, 'settings'>): readonly PasteColumn<PastedTask>[] {
  const number = (put: (text: string) => PastedTask) => (text: string) => {
    const read = readNumber(unitOfText(text, settings.currency), settings.currency)(text);
    return read.ok ? ok(put(text)) : read;
  };
  return [
    pasteColumn(m.tasks_name(), readText, (name) => ({ name }), {
      required: true,
      also: ['任务', '任務', '名称', '名稱'],
    }),
    pasteColumn(m.tasks_outcome(), readText, (outcome) => ({ outcome })),
    pasteColumn(m.tasks_measure(), readText, (measure) => ({ measure })),
    {
      title: m.tasks_planned(),
      also: ['计划', '計畫', '計劃', 'Plan'],
      read: number((plannedText) => ({ plannedText })),
    },
    { title: m.tasks_actual(), also: ['实际', '實際'], read: number((actualText) => ({ actualText })) },
    pasteColumn(m.tasks_result(), readText, (result) => ({ result })),
    pasteColumn(m.tasks_owner(), readText, (owner) => ({ owner })),
  ];
}

/** What a number as written says of its unit: its percent sign, its currency. */
function unitOfText(text: string, currency: Currency): 'percent' | 'money' | 'count' {
  if (/[%％]\s*$/.test(text)) return 'percent';
  const isPlain = parseTyped(text, 'count', currency).ok;
  return !isPlain && parseTyped(text, 'money', currency).ok ? 'money' : 'count';
}

/**
 * A task of the year from a pasted row: measured by a metric of the book when the measure is that metric's name, else in per
 * cent or in money when either number is written so, else as plain numbers.
 */
export function taskOfRow(
  { plannedText = '', actualText = '', ...row }: PastedTask,
  { metrics, settings }: Pick<Book, 'metrics' | 'settings'>,
): Partial<StrategicTask> {
  const { year, currency } = settings;
  const metric = metrics.find((one) => metricName(one) === row.measure);
  if (metric) return { ...row, year, measure: '', metric: metric.id };
  const written = [plannedText, actualText].map((text) => unitOfText(text, currency));
  const unit = written.find((one) => one !== 'count') ?? 'count';
  const value = (text: string): number | null => {
    const typed = parseTyped(text, unit, currency);
    return typed.ok ? typed.value : null;
  };
  return { ...row, year, unit, planned: value(plannedText), actual: value(actualText) };
}
