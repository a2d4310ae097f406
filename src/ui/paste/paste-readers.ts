import type { Metric } from '#core/book/book.ts';
import type { Unit } from '#core/figure.ts';
import type { Currency } from '#core/money.ts';
import { readDateText } from '#core/orders/date-text.ts';
import { dayText } from '#core/period.ts';
import { err, ok, type Result } from '#core/result.ts';
import { parseTyped } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';
import { metricName } from '#messages/metric-words.ts';

type Read<V> = (text: string) => Result<V, string>;

export const readText: Read<string> = (text) => ok(text);

/** A day as `YYYY-MM-DD`. Where day and month cannot be told apart it asks for a plainer date. */
export const readDay: Read<string> = (text) => {
  const reading = readDateText(text, 'ymd');
  return 'day' in reading ? ok(dayText(reading.day)) : err(m.shell_paste_not_a_date({ text }));
};

export const readNumber =
  (unit: Unit, currency: Currency): Read<number | null> =>
  (text) => {
    const typed = parseTyped(text, unit, currency);
    return typed.ok ? typed : err(m.metrics_grid_not_a_number({ text }));
  };

/** One of a few values, by its word or by the value itself. */
export const readChoice =
  <V extends string>(options: readonly { readonly value: V; readonly label: string }[]): Read<V> =>
  (text) => {
    const wanted = text.trim().toLowerCase();
    const found = options.find(({ value, label }) => [value.toLowerCase(), label.toLowerCase()].includes(wanted));
    if (found) return ok(found.value);
    return err(m.shell_paste_none_of({ text, options: options.map(({ label }) => label).join(' / ') }));
  };

/** A metric's id, by the name it is shown by. */
export const readMetric = (metrics: readonly Metric[]): Read<string> =>
  readChoice(metrics.map((metric) => ({ value: metric.id, label: metricName(metric) })));
