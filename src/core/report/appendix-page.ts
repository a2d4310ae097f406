import type { Benchmark } from '../book/book.ts';
import { changeCell, numberColumn, valueCell, wordCell, wordColumn } from './cells.ts';
import { metricById, type ReportContext } from './context.ts';
import type { Block, Page, TableCell } from './page.ts';
import { byLevel } from './scorecard-page.ts';
import { metricSources } from './source-line.ts';

/** What each figure means and where it came from, so that nobody has to ask. */
export function appendixPages(context: ReportContext): readonly Page[] {
  const { words, evaluation, book } = context;
  const rows = byLevel(evaluation.scorecard);
  if (rows.length === 0) return [];
  const definitions: Block = {
    kind: 'table',
    table: {
      id: 'definitions',
      caption: '',
      columns: [
        wordColumn(words.label('metric'), 0.2),
        wordColumn(words.label('definition'), 0.52),
        wordColumn(words.label('source'), 0.28),
      ],
      rows: rows.map(({ metric }) => ({
        emphasis: false,
        cells: [
          wordCell(words.metric(metric)),
          wordCell(words.definition(metric, book.metrics)),
          wordCell(words.list(metricSources(context, metric)) || '–', 'faint'),
        ],
      })),
    },
  };
  const benchmarks = benchmarkBlock(context);
  return [
    appendix('appendix-definitions', words.label('definitions'), definitions),
    ...(benchmarks === null ? [] : [appendix('appendix-benchmarks', words.label('benchmarks'), benchmarks)]),
  ];
}

const appendix = (id: string, title: string, block: Block): Page => ({
  id,
  kind: 'appendix',
  title,
  lead: '',
  layout: 'flow',
  blocks: [block],
  source: '',
  notes: '',
  missing: '',
});

function benchmarkBlock(context: ReportContext): Block | null {
  const { words, book } = context;
  const shown = book.benchmarks.filter((one) => one.year === book.settings.year && one.value !== null);
  if (shown.length === 0) return null;
  return {
    kind: 'table',
    table: {
      id: 'benchmarks',
      caption: '',
      columns: [
        wordColumn(words.label('metric'), 0.2),
        wordColumn(words.label('kind'), 0.18),
        numberColumn(words.label('value'), 0.13),
        wordColumn(words.label('source'), 0.24),
        wordColumn(words.label('date'), 0.09),
        wordColumn(words.label('confidence'), 0.16),
      ],
      rows: shown.map((one) => ({
        emphasis: false,
        cells: [
          wordCell(metricName(context, one)),
          wordCell([words.benchmark(one.kind), one.name].filter((text) => text !== '').join(' · ')),
          benchmarkCell(context, one),
          wordCell(one.source || '–'),
          wordCell(one.date || '–'),
          wordCell(words.confidence(one.confidence)),
        ],
      })),
    },
  };
}

function metricName(context: ReportContext, benchmark: Benchmark): string {
  const metric = metricById(context, benchmark.metric);
  return metric === undefined ? '–' : context.words.metric(metric);
}

function benchmarkCell(context: ReportContext, benchmark: Benchmark): TableCell {
  const unit = metricById(context, benchmark.metric)?.unit ?? 'count';
  if (benchmark.measure === 'growth') {
    const kind = unit === 'percent' ? 'points' : 'ratio';
    return changeCell(context, { kind, value: benchmark.value, difference: null });
  }
  return valueCell(context, benchmark.value, benchmark.measure === 'index' ? 'times' : unit);
}
