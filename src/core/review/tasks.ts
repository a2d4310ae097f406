import type { Book } from '../book/book.ts';
import type { StrategicTask } from '../book/review.ts';
import { attainment, isMet } from '../comparison/attainment.ts';
import type { Attained, ScorecardRow, TaskFacts } from '../evaluation.ts';
import type { Ratio } from '../ratio.ts';

/** From this share of the plan on, what was not reached is reached in part; 0.16 of 0.2 is 80% for a reader, if not in binary. */
const PARTLY_FROM = 0.8 - 1e-9;
/** Characters a one-line result may have. A Chinese character says about what two and a half Latin ones do. */
const LONGEST_RESULT = { han: 40, latin: 100 } as const;

/** Tasks of the year under review, in the person's order. */
export const tasksOfYear = (book: Book): readonly StrategicTask[] =>
  book.tasks.filter((task) => task.year === book.settings.year);

/** Facts of the tasks of the year under review, in their order. Total. */
export const taskFactsOf = (book: Book, scorecard: readonly ScorecardRow[]): readonly TaskFacts[] =>
  tasksOfYear(book).map((task) =>
    factsOf(
      task,
      scorecard.find((row) => row.metric.id === task.metric),
    ),
  );

const RANK: Record<Attained, number> = { yes: 2, partly: 1, no: 0 };

function factsOf(task: StrategicTask, row: ScorecardRow | undefined): TaskFacts {
  const measured = row ? measuredBy(row) : typedIn(task);
  const attained = task.attained === '' ? measured.computed : task.attained;
  return {
    id: task.id,
    ...measured,
    attained,
    flattered: measured.computed !== null && attained !== null && RANK[attained] > RANK[measured.computed],
    activityOnly: task.activity.trim() !== '' && (attained === null || attained === 'no'),
    result: lengthOf(task.result),
  };
}

type Measured = Omit<TaskFacts, 'id' | 'attained' | 'flattered' | 'activityOnly' | 'result'>;

const measuredBy = ({ metric, target, actual, toDate, attainment: share, met }: ScorecardRow): Measured => ({
  metric,
  unit: metric.unit,
  direction: metric.direction,
  planned: target,
  actual,
  toDate,
  attainment: share,
  computed: met === null ? null : attainedBy(met, share),
});

function typedIn({ unit, direction, planned, actual }: StrategicTask): Measured {
  const isKnown = planned !== null && actual !== null;
  const share = isKnown ? attainment(actual, planned, direction) : null;
  const computed = isKnown ? attainedBy(isMet(actual, planned, direction), share) : null;
  return { metric: null, unit, direction, planned, actual, toDate: false, attainment: share, computed };
}

const attainedBy = (met: boolean, share: Ratio | null): Attained =>
  met ? 'yes' : share !== null && share >= PARTLY_FROM ? 'partly' : 'no';

function lengthOf(result: string): TaskFacts['result'] {
  const text = result.trim();
  const length = [...text].length;
  const most = /\p{Script=Han}/u.test(text) ? LONGEST_RESULT.han : LONGEST_RESULT.latin;
  return { length, most, tooLong: length > most || text.includes('\n') };
}
