import type { Metric, PresetId } from '#core/book/book.ts';
import { m } from '#messages/compiled/messages.js';
import { UNKNOWN } from '#messages/format.ts';
import { LANGUAGES, type Language } from '#messages/locale.svelte.ts';
import { metricName, presetName } from '#messages/metric-words.ts';
import type { BookSession } from '#session/book-session.ts';
import { readBlock } from '#ui/grid/block.ts';
import { undoToast } from '../../../../frame/undo-toast.ts';
import { readBenchmarks, type PasteProblem } from './read-benchmarks.ts';

/** In the book's own words, and for presets in every language: files travel between teams that read differently. */
const namesOf = (metric: Metric): readonly string[] => [
  metricName(metric),
  ...(metric.preset === null ? [] : LANGUAGES.map(presetIn(metric.preset))),
];

const presetIn = (preset: PresetId) => (language: Language) => presetName(preset, language);

const PROBLEMS: Record<PasteProblem['column'], (problem: { text: string }) => string> = {
  metric: (problem) =>
    problem.text === UNKNOWN ? m.compare_paste_problem_metric_missing() : m.compare_paste_problem_metric(problem),
  kind: m.compare_paste_problem_kind,
  measure: m.compare_paste_problem_measure,
  value: (problem) =>
    problem.text === UNKNOWN ? m.compare_paste_problem_value_missing() : m.compare_paste_problem_value(problem),
  confidence: m.compare_paste_problem_confidence,
  year: m.compare_paste_problem_year,
};

export const problemWords = ({ column, text }: PasteProblem): string => PROBLEMS[column]({ text: text || UNKNOWN });

/** A block of benchmarks between the clipboard and the book: read as it stands in the field, written only when asked. */
export class BenchmarkPaste {
  readonly #session: BookSession;
  text = $state('');
  year = $state(0);

  readonly rows = $derived.by(() =>
    readBenchmarks(readBlock('', this.text), { book: this.#session.book, names: namesOf, year: this.year }),
  );
  readonly ready = $derived(this.rows.filter((row) => row.benchmark !== null).length);
  readonly refused = $derived(this.rows.length - this.ready);

  constructor(session: BookSession) {
    this.#session = session;
    this.year = session.book.settings.year;
  }

  /** Writes every row that was understood, as one step of undo. */
  take(): void {
    const { edit } = this.#session;
    const count = this.ready;
    edit.together(() => {
      for (const { benchmark, replaces } of this.rows) {
        if (benchmark && replaces !== null) edit.change('benchmarks', replaces, benchmark);
        else if (benchmark) edit.add('benchmarks', benchmark);
      }
    });
    undoToast(this.#session, () => m.compare_paste_taken({ count }));
  }
}
