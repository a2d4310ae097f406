import type { Book } from '#core/book/book.ts';
import type { StrategicTask } from '#core/book/review.ts';
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
    const read = readNumber(unitOfText(text), settings.currency)(text);
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

const unitOfText = (text: string): 'percent' | 'count' => (/[%％]\s*$/.test(text) ? 'percent' : 'count');

/**
 * A task of the year from a pasted row: measured by a metric of the book when the measure is that metric's name, else in per
 * cent when either number is written so, else as plain numbers.
 */
export function taskOfRow(
  { plannedText = '', actualText = '', ...row }: PastedTask,
  { metrics, settings }: Pick<Book, 'metrics' | 'settings'>,
): Partial<StrategicTask> {
  const { year, currency } = settings;
  const metric = metrics.find((one) => metricName(one) === row.measure);
  if (metric) return { ...row, year, measure: '', metric: metric.id };
  const unit = [plannedText, actualText].some((text) => unitOfText(text) === 'percent') ? 'percent' : 'count';
  const value = (text: string): number | null => {
    const typed = parseTyped(text, unit, currency);
    return typed.ok ? typed.value : null;
  };
  return { ...row, year, unit, planned: value(plannedText), actual: value(actualText) };
}
