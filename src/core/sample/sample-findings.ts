import type { Benchmark, FigureRef } from '../book/book.ts';
import type { RecordLists } from '../book/records.ts';
import type { Action, Cause, Evidence } from '../book/review.ts';
import { yearKey, type FiscalYear } from '../period.ts';
import type { SampleEvidence, SampleFinding, SampleLeaf } from './sample-finding-parts.ts';
import { LEADING_FINDINGS } from './sample-finding-texts.ts';
import { SUPPORTING_FINDINGS } from './sample-supporting-texts.ts';
import type { SampleLocale } from './words.ts';

const FINDINGS = [...LEADING_FINDINGS, ...SUPPORTING_FINDINGS];

/**
 * The finished findings of the sample's year in the person's language: every met and missed metric with its causes, a piece of
 * evidence under each leaf, an action against each root cause, a condition on each winning factor, all carried into the plan.
 */
export function sampleFindings(
  locale: SampleLocale,
  year: FiscalYear,
  benchmarks: readonly Benchmark[],
): Pick<RecordLists, 'causes' | 'evidence' | 'actions' | 'initiatives'> {
  const leaves = FINDINGS.flatMap((finding) =>
    finding.leaves.map((leaf, index) => ({ finding, leaf, id: `${topId(finding)}-${index + 1}` })),
  );
  const evidence = leaves.flatMap(({ id, leaf }) =>
    leaf.evidence.map((one, index): Evidence => {
      const shown = evidenceOf(one, locale, year, benchmarks);
      return { ...NO_EVIDENCE, ...shown, id: `${id}-evidence-${index + 1}`, owner: id };
    }),
  );
  return {
    causes: FINDINGS.flatMap((finding) => causesOf(finding, locale, year)),
    evidence,
    actions: leaves.flatMap(({ finding, leaf, id }) => actionOf(finding, leaf, id, locale, year)),
    initiatives: FINDINGS.map((finding) => ({
      id: `sample-initiative-${finding.metric}`,
      year: year + 1,
      name: finding.initiative[locale],
      origin: { kind: finding.kind === 'gap' ? 'cause' : 'win', id: topId(finding) },
      metric: finding.metric,
      owner: finding.owner[locale],
    })),
  };
}

const topId = ({ metric }: SampleFinding): string => `sample-cause-${metric}`;

function causesOf(finding: SampleFinding, locale: SampleLocale, year: FiscalYear): readonly Cause[] {
  const { metric, kind } = finding;
  const common = { metric, year, finding: kind, rescued: false };
  const top = topId(finding);
  return [
    { ...common, id: top, parent: null, text: finding.text[locale], condition: '' },
    ...finding.leaves.map(({ text, condition }, index) => ({
      ...common,
      id: `${top}-${index + 1}`,
      parent: top,
      text: text[locale],
      condition: condition?.[locale] ?? '',
    })),
  ];
}

function actionOf(
  { metric }: SampleFinding,
  { action }: SampleLeaf,
  cause: string,
  locale: SampleLocale,
  year: FiscalYear,
): readonly Action[] {
  if (!action) return [];
  const { text, owner, due, effect } = action;
  return [
    {
      id: `${cause}-action`,
      year,
      finding: metric,
      cause,
      metric,
      text: text[locale],
      owner: owner[locale],
      due: `${year + 1}-${due}`,
      effect,
    },
  ];
}

const NO_EVIDENCE = { figure: null, benchmark: '', text: '', source: '', date: '', confidence: 'B' } as const;

function evidenceOf(
  shown: SampleEvidence,
  locale: SampleLocale,
  year: FiscalYear,
  benchmarks: readonly Benchmark[],
): Partial<Evidence> & Pick<Evidence, 'kind'> {
  if (shown.kind === 'source') {
    return { kind: 'source', text: shown.text[locale], source: shown.source[locale], date: `${year + 1}-01` };
  }
  if (shown.kind === 'benchmark') {
    const found = benchmarks.find((one) => one.metric === shown.of && one.kind === shown.by);
    return { kind: 'benchmark', benchmark: found?.id ?? '' };
  }
  const [by, name] = shown.part ?? [];
  const figure: FigureRef = { metric: shown.of, figure: shown.figure, period: yearKey(year) };
  return { kind: 'figure', figure: name ? { ...figure, of: `${by}|${name[locale]}` } : figure };
}
