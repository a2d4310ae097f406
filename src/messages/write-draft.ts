import type { Book, ConclusionBlock, FigureKind, FigureRef, Metric } from '#core/book/book.ts';
import type { ConclusionDraft, DraftClause, Verdict } from '#core/evaluation.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { m } from '#messages/compiled/messages.js';
import { locale } from './locale.svelte.ts';
import { reportFormats } from './report-formats.ts';
import { dimensionWord, metricName, segmentWord, verdictWord } from './metric-words.ts';

type Run = ConclusionBlock['children'][number];

/**
 * A first draft in the reader's language: its clauses as sentences whose figures are live chips. Paragraphs follow what a boss
 * asks: the result, what moved it, the cause that no figure can give.
 */
export function writeDraft(
  draft: ConclusionDraft,
  { metrics, settings }: Pick<Book, 'metrics' | 'settings'>,
): readonly ConclusionBlock[] {
  const formats = reportFormats(settings.currency, settings.firstMonth);
  const paragraphs: Run[][] = [];
  for (const [index, clause] of draft.clauses.entries()) {
    const sentence = new Sentence(clause, metrics, formats);
    const runs = sentence.runs(SENTENCES[clause.id](sentence));
    const paragraph = paragraphs.at(-1);
    if (
      paragraph === undefined ||
      BEGINS.has(clause.id) ||
      (WHY.has(clause.id) && !isSummary(draft) && !draft.clauses.slice(0, index).some(({ id }) => WHY.has(id))) ||
      (clause.id.endsWith('-main') && !isMoved(paragraphs, draft))
    ) {
      paragraphs.push(runs);
    } else paragraph.push(...(locale.current === 'en' ? [text(' ')] : []), ...runs);
  }
  return paragraphs.map((children) => ({ children: merged(children) }));
}

/** Clauses that open a paragraph. */
const BEGINS: ReadonlySet<DraftClause['id']> = new Set(['summary-metric']);

/** Clauses that say why and what follows: the first of them opens a metric's last paragraph. */
const WHY: ReadonlySet<DraftClause['id']> = new Set(['cause', 'factor', 'cause-prompt', 'factor-prompt']);

/** Drivers and segments share one paragraph; in a summary they stay with their metric. */
const isMoved = (paragraphs: readonly Run[][], draft: ConclusionDraft): boolean =>
  paragraphs.length > 1 || isSummary(draft);

const isSummary = (draft: ConclusionDraft): boolean => draft.clauses.some((clause) => clause.id === 'summary-count');

const text = (words: string, bold = false): Run => ({ kind: 'text', text: words, bold });

/** Stand-ins for runs inside a message's words; no message and no name holds these characters. */
const MARKED = /\uE000(\d+)\uE001/;

/** A clause while its message is being filled: what is not plain words is kept aside and marked. */
class Sentence {
  readonly #runs: Run[] = [];

  constructor(
    readonly clause: DraftClause,
    readonly metrics: readonly Metric[],
    readonly formats: Pick<ReportFormats, 'difference' | 'date'>,
  ) {}

  #mark(run: Run): string {
    return `\uE000${this.#runs.push(run) - 1}\uE001`;
  }

  ref(figure: FigureKind): FigureRef | undefined {
    return this.clause.figures.find((ref) => ref.figure === figure);
  }

  has(...figures: readonly FigureKind[]): boolean {
    return figures.every((figure) => this.ref(figure) !== undefined);
  }

  chip(figure: FigureKind): string {
    const ref = this.ref(figure);
    return ref ? this.chipOf(ref) : '–';
  }

  chipOf(ref: FigureRef): string {
    return this.#mark({ kind: 'chip', figure: ref });
  }

  /** The clause's metric by name. */
  name(): string {
    const metric = this.metrics.find((one) => one.id === this.clause.metric);
    return metric ? metricName(metric) : m.metrics_name_unnamed();
  }

  unit(): Metric['unit'] | undefined {
    return this.metrics.find((one) => one.id === this.clause.metric)?.unit;
  }

  boldName(): string {
    return this.#mark(text(this.name(), true));
  }

  count(key: string): number {
    return this.clause.counts?.[key] ?? 0;
  }

  runs(words: string): Run[] {
    return words.split(MARKED).flatMap((piece, index) => {
      if (index % 2 === 0) return piece === '' ? [] : [text(piece)];
      const run = this.#runs[Number(piece)];
      return run ? [run] : [];
    });
  }
}

/** A sentence's figures by the names its message gives them. */
const result = (s: Sentence) => ({
  metric: s.boldName(),
  actual: s.chip('actual'),
  target: s.chip('target'),
  attainment: s.chip('attainment'),
  gap: s.chip('gap'),
});

const growth = (s: Sentence, flat: boolean): string => {
  // A percentage's growth and its change are the same points.
  const moved = s.unit() === 'percent' ? m.metrics_draft_growth_points : m.metrics_draft_growth;
  const first = (flat ? m.metrics_draft_growth_flat : moved)({
    growth: s.chip('growth'),
    change: s.chip('change'),
    lastYear: s.chip('lastYear'),
  });
  return s.has('growthTwoYears')
    ? sentences([first, m.metrics_draft_growth_two_years({ growthTwoYears: s.chip('growthTwoYears') })])
    : first;
};

const sentences = (all: readonly string[]): string => all.join(locale.current === 'en' ? ' ' : '');

const MARKET_WORDS = {
  ahead: {
    both: m.metrics_draft_ahead_both,
    market: m.metrics_draft_ahead_market,
    share: m.metrics_draft_ahead_share,
    none: m.metrics_draft_ahead,
  },
  behind: {
    both: m.metrics_draft_behind_both,
    market: m.metrics_draft_behind_market,
    share: m.metrics_draft_behind_share,
    none: m.metrics_draft_behind,
  },
} as const;

function market(s: Sentence, stand: 'ahead' | 'behind'): string {
  const words = MARKET_WORDS[stand];
  const figures = { market: s.chip('benchmark'), share: s.chip('relativeShare') };
  if (s.has('benchmark', 'relativeShare')) return words.both(figures);
  if (s.has('benchmark')) return words.market(figures);
  return s.has('relativeShare') ? words.share(figures) : words.none();
}

/** The dimension and the name of the segment that the clause speaks about. */
function segment(s: Sentence): { readonly dimension: string; readonly name: string; readonly effect: string } {
  const dimension = s.ref('segment')?.of?.split('|')[0] ?? '';
  const name = segmentWord(dimension, s.clause.name ?? '');
  return { dimension: dimensionWord(dimension).toLowerCase(), name, effect: s.chip('segment') };
}

/** A person's words inside a sentence of ours: their own full stop would end it early. */
const bare = (words: string): string => words.trim().replace(/[。．.！!；;，,\s]+$/u, '');

function why(
  s: Sentence,
  alone: (words: { text: string }) => string,
  proven: (words: { text: string; evidence: string }) => string,
): string {
  const text = bare(s.clause.text ?? '');
  const cited = (s.clause.source ?? []).map(bare).join(m.metrics_draft_comma());
  const evidence = [...s.clause.figures.map((ref) => s.chipOf(ref)), ...(cited === '' ? [] : [cited])];
  const first =
    evidence.length === 0 ? alone({ text }) : proven({ text, evidence: evidence.join(m.metrics_draft_comma()) });
  const condition = bare(s.clause.condition ?? '');
  return condition === '' ? first : sentences([first, m.metrics_draft_condition({ condition })]);
}

function action(s: Sentence): string {
  const text = bare(s.clause.text ?? '');
  const { owner = '', due = '', effect = null } = s.clause;
  const unit = s.unit();
  const more = [
    ...(owner === '' ? [] : [owner]),
    ...(due === '' ? [] : [m.metrics_draft_action_due({ date: s.formats.date(due) })]),
    ...(effect === null || !unit
      ? []
      : [m.metrics_draft_action_effect({ metric: s.name(), effect: s.formats.difference(effect, unit) })]),
  ];
  return more.length === 0
    ? m.metrics_draft_action({ text })
    : m.metrics_draft_action_more({ text, more: more.join(m.metrics_draft_comma()) });
}

const VERDICT_COUNTS = [
  ['win', 'win'],
  ['easyTarget', 'easy-target'],
  ['headwind', 'headwind'],
  ['gap', 'gap'],
] as const satisfies readonly (readonly [string, Verdict])[];

function summaryCount(s: Sentence): string {
  const verdicts = VERDICT_COUNTS.filter(([key]) => s.count(key) > 0).map(([key, verdict]) =>
    m.metrics_draft_summary_verdict({ verdict: verdictWord(verdict), count: s.count(key) }),
  );
  return sentences([
    m.metrics_draft_summary_count({ total: s.count('total'), met: s.count('met'), missed: s.count('missed') }),
    ...(s.count('undecided') > 0 ? [m.metrics_draft_summary_undecided({ undecided: s.count('undecided') })] : []),
    ...(verdicts.length > 0
      ? [m.metrics_draft_summary_verdicts({ verdicts: verdicts.join(m.metrics_draft_comma()) })]
      : []),
  ]);
}

function summaryMetric(s: Sentence): string {
  const parts = [m.metrics_draft_summary_metric({ metric: s.boldName(), actual: s.chip('actual') })];
  if (s.has('attainment')) parts.push(m.metrics_draft_summary_attainment({ attainment: s.chip('attainment') }));
  if (s.has('growth')) parts.push(m.metrics_draft_summary_growth({ growth: s.chip('growth') }));
  return parts.join(m.metrics_draft_comma()) + m.metrics_draft_stop();
}

const SENTENCES: Record<DraftClause['id'], (s: Sentence) => string> = {
  'no-data': (s) =>
    s.clause.metric === undefined
      ? m.metrics_draft_no_data_at_all()
      : m.metrics_draft_no_data({ metric: s.boldName() }),
  'result-met': (s) => (s.has('attainment') ? m.metrics_draft_result_met : m.metrics_draft_result_against)(result(s)),
  'result-missed': (s) =>
    (s.has('attainment') ? m.metrics_draft_result_missed : m.metrics_draft_result_against)(result(s)),
  'result-no-target': (s) =>
    (s.has('target', 'attainment') ? m.metrics_draft_result_so_far : m.metrics_draft_result_alone)(result(s)),
  'growth-up': (s) => growth(s, false),
  'growth-down': (s) => growth(s, false),
  'growth-flat': (s) => growth(s, true),
  'against-market-ahead': (s) => market(s, 'ahead'),
  'against-market-behind': (s) => market(s, 'behind'),
  'market-unknown': m.metrics_draft_market_unknown,
  'driver-main': (s) =>
    m.metrics_draft_driver_main({ name: s.name(), effect: s.chip('driver'), change: s.chip('change') }),
  'driver-against': (s) => m.metrics_draft_driver_against({ name: s.name(), effect: s.chip('driver') }),
  'segment-main': (s) => m.metrics_draft_segment_main(segment(s)),
  'segment-against': (s) => m.metrics_draft_segment_against(segment(s)),
  'zero-growth-target': (s) => m.metrics_draft_zero_growth({ impliedGrowth: s.chip('impliedGrowth') }),
  cause: (s) => why(s, m.metrics_draft_root, m.metrics_draft_root_evidence),
  factor: (s) => why(s, m.metrics_draft_factor, m.metrics_draft_factor_evidence),
  action,
  'cause-prompt': () => sentences([m.metrics_draft_cause(), m.metrics_draft_action_prompt()]),
  'factor-prompt': m.metrics_draft_factor_prompt,
  'evidence-prompt': m.metrics_draft_evidence_prompt,
  'action-prompt': m.metrics_draft_action_prompt,
  'summary-count': summaryCount,
  'summary-metric': summaryMetric,
};

/** Neighbouring texts of one weight become one run, as the shared text holds them. */
function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && last.bold === run.bold) {
      result[result.length - 1] = text(last.text + run.text, run.bold);
    } else result.push(run);
  }
  return result;
}
