import type { Book, Metric, PresetId } from '../book/book.ts';
import { EMPTY_BOOK } from '../book/empty-book.ts';
import { presetMetrics } from '../book/presets.ts';
import type { FactsSource } from '../kpis/actuals.ts';
import { actualsFor } from '../kpis/actuals.ts';
import type { CustomerGroups } from '../kpis/customer-group-facts.ts';
import type { CampaignFacts } from '../kpis/campaign-facts.ts';
import type { Kpis } from '../kpis/facts.ts';
import { kpisOfPreset } from '../kpis/preset-kpis.ts';
import type { FiscalYear } from '../period.ts';
import { setYearTarget, withCells } from '../plan/goal-edits.ts';
import { sampleBenchmarks } from './sample-benchmarks.ts';
import { sampleCampaignRecords } from './sample-campaign-records.ts';
import { sampleFindings } from './sample-findings.ts';
import { sampleCostCells, sampleCosts } from './sample-cost.ts';
import { sampleMarket } from './sample-market.ts';
import { sampleSettings } from './sample-settings.ts';
import { sampleTasks } from './sample-tasks.ts';
import { sampleTeam } from './sample-team.ts';
import type { SampleLocale } from './words.ts';

/**
 * What the team aimed at: for the year under review (as set a year ago) and for the next one. In both, returning buyers ×
 * spend per returning customer is the core target. Actuals are never typed here: they are computed from the sample's orders.
 */
const TARGETS: Readonly<Partial<Record<PresetId, readonly [reviewed: number, next: number]>>> = {
  returningSales: [77_700_000, 90_000_000],
  returningBuyers: [4_200, 5_000],
  spendPerReturning: [18_500, 18_000],
  retention: [0.44, 0.44],
  secondPurchase: [0.22, 0.2],
  newCustomers: [7_400, 8_300],
  repurchase: [0.39, 0.42],
  frequency: [1.85, 1.8],
};

/** What was computed from `sampleOrdersCsv` for the same year. */
export interface SampleFacts {
  readonly kpis: Kpis;
  readonly groups: CustomerGroups;
  /** Of `sampleCampaignRequest`. */
  readonly campaigns: readonly CampaignFacts[];
}

/**
 * The sample's book: the preset metrics with actuals from the facts of the sample's orders, targets phased over their months,
 * and benchmarks whose sources say that they are made up.
 */
export function sampleBook(
  locale: SampleLocale,
  year: FiscalYear,
  { kpis, groups, campaigns: told }: SampleFacts,
  source: FactsSource,
): Omit<Book, 'id'> {
  const benchmarks = sampleBenchmarks(locale, year);
  const empty: Book = {
    ...EMPTY_BOOK,
    id: '',
    settings: sampleSettings(locale, year),
    metrics: presetMetrics(),
    benchmarks,
    ...sampleFindings(locale, year, benchmarks),
    ...sampleTeam(locale, year),
    costs: sampleCosts(locale, year),
  };
  const filled = withCells(withTargets(withActuals(empty, kpis, source), year), sampleCostCells(year));
  const market = sampleMarket(locale, filled, groups, source);
  const tasks = sampleTasks(locale, filled);
  const looked = sampleCampaignRecords(locale, year, told, source);
  const { id: _, ...content } = {
    ...filled,
    ...market,
    ...tasks,
    ...looked,
    evidence: [...filled.evidence, ...tasks.evidence],
    initiatives: [...filled.initiatives, ...market.initiatives, ...looked.initiatives],
  };
  return content;
}

function withActuals(book: Book, kpis: Kpis, source: FactsSource): Book {
  return book.metrics.reduce((filled, metric) => {
    if (!metric.preset) return filled;
    const choice = kpisOfPreset(metric.preset, book.settings.lookBack);
    const { cells, segments } = actualsFor(kpis, metric, choice, book.settings, source);
    return { ...withCells(filled, cells), segments: [...filled.segments, ...segments] };
  }, book);
}

/** Targets are set as a team sets them: this year's by last year's book, next year's by this one. */
function withTargets(book: Book, year: FiscalYear): Book {
  const lastYears = withYearTargets(inYear(book, year - 1), 0);
  return withYearTargets(inYear(lastYears, year), 1);
}

const inYear = (book: Book, year: FiscalYear): Book => ({ ...book, settings: { ...book.settings, year } });

const withYearTargets = (book: Book, which: 0 | 1): Book =>
  book.metrics.reduce((planned: Book, metric: Metric) => {
    const target = metric.preset && TARGETS[metric.preset]?.[which];
    return target ? withCells(planned, setYearTarget(planned, metric, target)) : planned;
  }, book);
