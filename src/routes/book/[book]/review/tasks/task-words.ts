import type { StrategicTask } from '#core/book/review.ts';
import { GRADES } from '#core/book/review.ts';
import type { Attained, TaskFacts } from '#core/evaluation.ts';
import { m } from '#messages/compiled/messages.js';

const ATTAINED: Record<
  Attained,
  { readonly word: () => string; readonly sign: string; readonly tone: 'good' | 'warn' | 'bad' }
> = {
  yes: { word: m.tasks_attained_yes, sign: '●', tone: 'good' },
  partly: { word: m.tasks_attained_partly, sign: '◐', tone: 'warn' },
  no: { word: m.tasks_attained_no, sign: '○', tone: 'bad' },
};

/** How a task's outcome is marked: a sign and a word, never colour alone. */
export function attainedMark(facts: Pick<TaskFacts, 'attained'>) {
  if (facts.attained === null) return { text: m.tasks_attained_unknown(), sign: '–', tone: 'plain' as const };
  const { word, sign, tone } = ATTAINED[facts.attained];
  return { text: word(), sign, tone };
}

export const attainedWord = (attained: Attained): string => ATTAINED[attained].word();

const GRADE_WORDS: Record<(typeof GRADES)[number], () => string> = {
  A: m.tasks_grade_a,
  B: m.tasks_grade_b,
  C: m.tasks_grade_c,
  D: m.tasks_grade_d,
};

export const gradeOptions = (): readonly { readonly value: StrategicTask['grade']; readonly label: string }[] => [
  { value: '', label: m.tasks_grade_none() },
  ...GRADES.map((grade) => ({ value: grade, label: `${grade} · ${GRADE_WORDS[grade]()}` })),
];
