import type { ConclusionBlock } from '../book/book.ts';
import type { ScorecardRow } from '../evaluation.ts';
import { figureValue } from '../review/figure-value.ts';
import { changeCell, numberColumn, percentCell, toneOf, wordCell, wordColumn } from './cells.ts';
import { exactValue, type ReportContext } from './context.ts';
import { missingPage } from './missing-page.ts';
import type { Block, Hero, Page, Span, Table } from './page.ts';
import { byLevel, definitionNotes, metTone, score, toDateLead, verdictCell } from './scorecard-page.ts';
import { sourceLine } from './source-line.ts';

/** The whole review on one page: the core metric's figures, the conclusion in words, every metric's verdict. */
export function conclusionPage(context: ReportContext): Page {
  const { core, words, formats, evaluation } = context;
  if (core === null) return missingPage(context, 'conclusion', 'conclusion', 'metrics');
  if (core.actual === null) return missingPage(context, 'conclusion', 'conclusion', 'actuals');
  const rows = byLevel(evaluation.scorecard);
  const title = words.conclusionTitle({
    metric: words.metric(core.metric),
    actual: formats.value(core.actual, core.metric.unit, 'short'),
    attainment: core.attainment === null ? null : formats.percent(core.attainment),
    isMet: core.met,
    growth: core.growth.value === null ? null : formats.change(core.growth),
  });
  const leads = [score(rows).judged === 0 ? '' : words.conclusionLead(score(rows)), toDateLead(context, rows)];
  return {
    id: 'conclusion',
    kind: 'conclusion',
    title,
    lead: leads.filter((lead) => lead !== '').join(' '),
    layout: 'split',
    blocks: [{ kind: 'heroes', heroes: heroes(context, core) }, ...textBlocks(context), metricBlock(context, rows)],
    source: sourceLine(
      context,
      rows.map((row) => row.metric),
    ),
    notes: definitionNotes(context),
    missing: '',
  };
}

function heroes(context: ReportContext, row: ScorecardRow): readonly Hero[] {
  const { words, formats, book } = context;
  const { unit, direction } = row.metric;
  const exact = (value: number | null): number | null => exactValue(value, unit, book.settings.currency);
  return [
    {
      label: words.metric(row.metric),
      text: formats.value(row.actual, unit, 'short'),
      value: exact(row.actual),
      note: words.label('actual'),
      tone: 'plain',
    },
    {
      label: words.label('attainment'),
      text: formats.percent(row.attainment),
      value: row.attainment,
      note: beside(
        words.label('target'),
        formats.value(row.target, unit, 'short'),
        row.target,
        words.label('noTarget'),
      ),
      tone: metTone(row),
    },
    {
      label: words.label('growth'),
      text: formats.change(row.growth),
      value: row.growth.value,
      note: beside(
        words.label('lastYear'),
        formats.value(row.lastYear, unit, 'short'),
        row.lastYear,
        words.label('noLastYear'),
      ),
      tone: toneOf(row.growth.value, direction),
    },
    {
      label: words.label('relativeShare'),
      text: formats.change({ kind: 'ratio', value: row.relativeShare }),
      value: row.relativeShare,
      note: beside(words.label('market'), marketText(context, row), marketValue(row), words.label('noMarket')),
      tone: toneOf(row.relativeShare, direction),
    },
  ];
}

/** An index is no growth and no value. */
const marketValue = ({ market }: ScorecardRow): number | null =>
  market === null || market.measure === 'index' ? null : market.value;

function marketText({ formats }: ReportContext, { market, metric }: ScorecardRow): string {
  if (market === null) return '';
  if (market.measure !== 'growth') return formats.value(market.value, metric.unit, 'short');
  return formats.change({ kind: metric.unit === 'percent' ? 'points' : 'ratio', value: market.value });
}

const beside = (label: string, text: string, value: number | null, otherwise: string): string =>
  value === null ? otherwise : `${label} ${text}`;

/** What a person wrote, else the draft that the figures write. */
function textBlocks(context: ReportContext): readonly Block[] {
  const { book, evaluation, words } = context;
  const written = paragraphs(context, book.conclusions.get('summary')?.blocks ?? []);
  const draft = evaluation.drafts['summary'];
  const shown = written.length > 0 || draft === undefined ? written : paragraphs(context, words.draft(draft, book));
  return shown.length === 0 ? [] : [{ kind: 'text', paragraphs: shown }];
}

function paragraphs(context: ReportContext, blocks: readonly ConclusionBlock[]): readonly (readonly Span[])[] {
  return blocks
    .map((block) =>
      block.children.map((child): Span =>
        child.kind === 'text'
          ? { text: child.text, bold: child.bold, figure: false }
          : {
              text: context.formats.figure(figureValue(context.book, context.evaluation, child.figure)),
              bold: true,
              figure: true,
            },
      ),
    )
    .filter((spans) => spans.some((span) => span.text.trim() !== ''));
}

function metricBlock(context: ReportContext, rows: readonly ScorecardRow[]): Block {
  const { words } = context;
  const table: Table = {
    id: 'conclusion-metrics',
    caption: '',
    columns: [
      wordColumn(words.label('metric'), 0.34),
      numberColumn(words.label('attainment'), 0.18),
      numberColumn(words.label('growth'), 0.18),
      wordColumn(words.label('verdict'), 0.3),
    ],
    rows: rows.map((row) => ({
      emphasis: row.metric.level === 'core',
      cells: [
        wordCell(words.metric(row.metric)),
        percentCell(context, row.attainment, metTone(row)),
        changeCell(context, row.growth, toneOf(row.growth.value, row.metric.direction)),
        verdictCell(context, row),
      ],
    })),
  };
  return { kind: 'table', table };
}
