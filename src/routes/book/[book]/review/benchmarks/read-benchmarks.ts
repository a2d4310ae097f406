import type { Benchmark, BenchmarkKind, Book, Metric } from '#core/book/book.ts';
import type { FiscalYear } from '#core/period.ts';
import { parseTyped } from '#core/typed-number.ts';
import type { Block } from '#ui/grid/block.ts';
import { benchmarkUnit, usualMeasure } from '../benchmark-form.svelte.ts';
import {
  columnOf,
  COLUMNS,
  confidenceRead,
  KINDS_READ,
  MEASURES_READ,
  plain,
  type Column,
} from './benchmark-readings.ts';

/** Why a row was not taken, with the text that could not be read; '' where there was none. */
export interface PasteProblem {
  readonly column: 'metric' | 'kind' | 'measure' | 'value' | 'confidence' | 'year';
  readonly text: string;
}

/** One row of a pasted block, counted from 1 with its heading row. */
export interface PastedRow {
  readonly line: number;
  /** `null` where `problems` has any. */
  readonly benchmark: Omit<Benchmark, 'id'> | null;
  readonly problems: readonly PasteProblem[];
  /** The benchmark of the book that says the same thing of the same year: it is changed, not doubled. */
  readonly replaces: string | null;
}

export interface PasteContext {
  readonly book: Book;
  /** What a metric is called: in the book, and in every language Annum speaks. */
  readonly names: (metric: Metric) => readonly string[];
  /** For rows that name no year. */
  readonly year: FiscalYear;
}

/**
 * Reads a block copied from a spreadsheet. With a heading row its columns may stand in any order; without, they are taken as
 * `COLUMNS` lists them. Blank rows are passed over. Without a measure, a market tells growth and any other a value; without a confidence
 * a row is C, since nobody vouched for it.
 */
export function readBenchmarks(block: Block, context: PasteContext): readonly PastedRow[] {
  const heads = (block[0] ?? []).map(columnOf);
  const isHeaded = heads.filter((column) => column !== null).length >= 3;
  const columns: readonly (Column | null)[] = isHeaded ? heads : COLUMNS;
  return block.flatMap((cells, index) => {
    if ((isHeaded && index === 0) || cells.every((cell) => cell.trim() === '')) return [];
    const texts = new Map<Column, string>();
    columns.forEach((column, at) => column && texts.set(column, (cells[at] ?? '').trim()));
    return [readRow((column) => texts.get(column) ?? '', index + 1, context)];
  });
}

function readRow(text: (column: Column) => string, line: number, { book, names, year }: PasteContext): PastedRow {
  const problems: PasteProblem[] = [];
  const read = <T>(column: PasteProblem['column'], found: T | null | undefined): T | null => {
    if (found === null || found === undefined) problems.push({ column, text: text(column) });
    return found ?? null;
  };
  const metric = read('metric', metricNamed(text('metric'), book.metrics, names));
  const kind = read('kind', KINDS_READ.get(plain(text('kind'))));
  const measure = read('measure', measureOf(text('measure'), kind));
  const typed =
    metric && measure ? parseTyped(text('value'), benchmarkUnit(measure, metric), book.settings.currency) : null;
  // A value is judged only where it is known what it is a value of.
  const value = typed ? read('value', typed.ok ? typed.value : null) : null;
  const confidence = read('confidence', text('confidence') === '' ? 'C' : confidenceRead(text('confidence')));
  const fiscalYear = read('year', text('year') === '' ? year : yearOf(text('year')));
  if (!metric || !kind || !measure || value === null || !confidence || fiscalYear === null || problems.length > 0)
    return { line, benchmark: null, problems, replaces: null };
  const benchmark = {
    metric: metric.id,
    kind,
    year: fiscalYear,
    name: text('name'),
    measure,
    value,
    source: text('source'),
    date: text('date'),
    confidence,
  };
  return { line, benchmark, problems, replaces: book.benchmarks.find((one) => isSame(one, benchmark))?.id ?? null };
}

/** By its full name; two metrics of one name cannot be told apart and neither is taken. */
function metricNamed(text: string, metrics: readonly Metric[], names: PasteContext['names']): Metric | null {
  const wanted = plain(text);
  const found = wanted === '' ? [] : metrics.filter((metric) => names(metric).some((name) => plain(name) === wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function measureOf(text: string, kind: BenchmarkKind | null): Benchmark['measure'] | undefined {
  return text === '' ? usualMeasure(kind ?? 'industry') : MEASURES_READ.get(plain(text));
}

const yearOf = (text: string): FiscalYear | null => {
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(text.normalize('NFKC'))?.[1];
  return year === undefined ? null : Number(year);
};

const isSame = (one: Benchmark, other: Omit<Benchmark, 'id'>): boolean =>
  (['metric', 'kind', 'year', 'measure'] as const).every((field) => one[field] === other[field]) &&
  plain(one.name) === plain(other.name);
