import type { Benchmark } from '../../book/book.ts';
import type { Insight } from '../../book/review.ts';
import type { Objection, Review, Rule } from '../rule.ts';

const benchmarksOf = ({ book, metrics }: Review): readonly Benchmark[] =>
  book.benchmarks.filter((one) => one.year === book.settings.year && one.value !== null && metrics.has(one.metric));

const atBenchmark = ({ id, metric, name }: Benchmark, field: 'source' | 'date'): Objection => ({
  place: { screen: 'benchmarks', at: `${id}.${field}` },
  facts: { metric, name },
});

/** Insights that state something. */
const insightsOf = ({ book }: Review): readonly Insight[] =>
  book.insights.filter((one) => one.year === book.settings.year && one.fact.trim() !== '');

const atInsight = ({ id, name, fact }: Insight, field: keyof Insight): Objection => ({
  place: { screen: 'market', at: `${id}.${field}` },
  facts: { name: name.trim() === '' ? fact : name },
});

/** Benchmarks and insights: what is said about the world outside. */
export const OUTSIDE_RULES: readonly Rule[] = [
  {
    id: 'benchmark-without-source',
    severity: 'error',
    find: (review) =>
      benchmarksOf(review)
        .filter((one) => one.source.trim() === '')
        .map((one) => atBenchmark(one, 'source')),
  },
  {
    id: 'benchmark-without-date',
    severity: 'hint',
    find: (review) =>
      benchmarksOf(review)
        .filter((one) => one.source.trim() !== '' && one.date.trim() === '')
        .map((one) => atBenchmark(one, 'date')),
  },
  {
    id: 'insight-without-source',
    severity: 'warn',
    find: (review) =>
      insightsOf(review)
        .filter((one) => one.source.trim() === '' && !review.evidence.has(one.id))
        .map((one) => atInsight(one, 'source')),
  },
  {
    id: 'insight-without-opportunity',
    severity: 'hint',
    find: (review) =>
      insightsOf(review)
        .filter((one) => one.opportunity.trim() === '')
        .map((one) => atInsight(one, 'opportunity')),
  },
];
