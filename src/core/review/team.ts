import type { Book } from '../book/book.ts';
import type { Growth, Rhythm } from '../book/review.ts';
import type { GoalCover, RhythmRates, TeamEvaluation } from '../team-facts.ts';
import { ratio } from '../ratio.ts';
import { headcountOf } from './headcount.ts';

/** How the team worked, grew and was manned in the year under review (`product.md` R4). */
export function teamOf(book: Book): TeamEvaluation {
  const { year } = book.settings;
  const ofYear = (record: { readonly year: number }): boolean => record.year === year;
  const rhythms = book.rhythms.filter(ofYear);
  const growths = book.growths.filter(ofYear);
  const people = book.people.filter(ofYear);
  const known = new Set(book.metrics.map((metric) => metric.id));
  const entries = [...rhythms, ...growths, ...people];
  return {
    rhythms: Object.fromEntries(rhythms.map((rhythm) => [rhythm.id, ratesOf([rhythm])])),
    overall: ratesOf(rhythms),
    growth: countByKind(growths),
    goals: coverOf(book, { rhythms, growths, people }),
    withoutGoal: entries.filter((entry) => !known.has(entry.goal)).map((entry) => entry.id),
    headcount: headcountOf(people, year, book.settings.firstMonth),
  };
}

/** Held ÷ planned and done ÷ items, summed over the rhythms that give both sides. */
export function ratesOf(rhythms: readonly Rhythm[]): RhythmRates {
  return {
    keeping: rateOf(rhythms.map(({ held, planned }) => [held, planned])),
    completion: rateOf(rhythms.map(({ done, items }) => [done, items])),
  };
}

function rateOf(pairs: readonly (readonly [part: number | null, whole: number | null])[]): number | null {
  const known = pairs.filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null);
  return ratio(
    known.reduce((sum, [part]) => sum + part, 0),
    known.reduce((sum, [, whole]) => sum + whole, 0),
  );
}

function countByKind(growths: readonly Growth[]): TeamEvaluation['growth'] {
  const of = (kind: Growth['kind']): number => growths.filter((growth) => growth.kind === kind).length;
  return { sharing: of('sharing'), training: of('training'), study: of('study') };
}

function coverOf(
  book: Book,
  entries: Readonly<Record<'rhythms' | 'growths' | 'people', readonly { readonly goal: string }[]>>,
): readonly GoalCover[] {
  return book.metrics
    .map(({ id, level }) => {
      const serving = (list: readonly { readonly goal: string }[]) => list.filter((entry) => entry.goal === id).length;
      const { rhythms, growths, people } = entries;
      const cover = { metric: id, rhythms: serving(rhythms), growths: serving(growths), people: serving(people) };
      return { cover, isGoal: level !== 'supporting' || cover.rhythms + cover.growths + cover.people > 0 };
    })
    .filter(({ isGoal }) => isGoal)
    .map(({ cover }) => cover);
}
