import type { Book } from '../book/book.ts';
import type { Evidence } from '../book/review.ts';
import { yearKey } from '../period.ts';
import { evidenceFacts } from '../review/findings.ts';
import { PARTS, SEVERITIES, type Check, type Part, type Place } from './check.ts';
import { CHECKS } from './registry.ts';
import type { Evaluated, Objection, Review, Rule } from './rule.ts';
import { spokenOf } from './spoken.ts';

/**
 * Every objection to the year under review, dismissed ones among them: by part of the review, the gravest first, then in the
 * order of the registry and of the book. Total, as evaluating is.
 */
export function checksOf(book: Book, figures: Evaluated): readonly Check[] {
  const review = reviewOf(book, figures);
  const found = CHECKS.flatMap((rule) => rule.find(review).map((objection) => checkOf(book, rule, objection)));
  return found.sort(
    (a, b) =>
      PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

function checkOf(book: Book, { id, severity }: Rule, objection: Objection): Check {
  const { place, facts } = objection;
  const key = [yearKey(book.settings.year), id, place.screen, place.of ?? '', place.at ?? '', objection.of ?? ''].join(
    '|',
  );
  return {
    id,
    key,
    severity: objection.severity ?? severity,
    part: partOf(place),
    place,
    facts,
    dismissed: book.dismissals.get(key) ?? null,
  };
}

const partOf = ({ screen }: Place): Part => (screen === 'benchmarks' ? 'metrics' : screen);

function reviewOf(book: Book, figures: Evaluated): Review {
  const evidence = new Map<string, Evidence[]>();
  for (const one of book.evidence) {
    if (evidenceFacts(book, figures, one).state !== 'sound') continue;
    const group = evidence.get(one.owner);
    if (group) group.push(one);
    else evidence.set(one.owner, [one]);
  }
  const metrics = new Map(book.metrics.map((metric) => [metric.id, metric]));
  const next = book.initiatives.filter((one) => one.year === book.settings.year + 1);
  return {
    book,
    figures,
    metrics,
    evidence,
    takenUp: new Set(next.map((one) => one.origin.id).filter((id) => id !== '')),
    spoken: spokenOf(book, metrics, evidence, Object.values(figures.findings)),
  };
}
