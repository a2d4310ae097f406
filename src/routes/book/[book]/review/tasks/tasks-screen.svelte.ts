import type { Initiative, StrategicTask } from '#core/book/review.ts';
import type { TaskFacts } from '#core/evaluation.ts';
import type { Unit } from '#core/figure.ts';
import { tasksOfYear } from '#core/review/tasks.ts';
import { parseTyped, typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';
import type { BookSession } from '#session/book-session.ts';
import { undoToast } from '../../../../frame/undo-toast.ts';
import { taskOfRow, type PastedTask } from './task-paste.ts';

interface TaskRow {
  readonly task: StrategicTask;
  /** `null` until the book has been evaluated with it. */
  readonly facts: TaskFacts | null;
}

/** The strategic tasks of the year under review and what may be done with them. */
export class TasksScreen {
  readonly #session: BookSession;
  readonly rows = $derived.by<readonly TaskRow[]>(() =>
    tasksOfYear(this.#session.book).map((task) => ({
      task,
      facts: this.#session.evaluation?.tasks.find(({ id }) => id === task.id) ?? null,
    })),
  );
  /** Initiatives that last year's plan set for this year and no task was made of or is named after. */
  readonly planned = $derived.by<readonly Initiative[]>(() => {
    const { book } = this.#session;
    const known = tasksOfYear(book).flatMap((task) => [task.initiative, task.name.trim()]);
    return book.initiatives.filter(
      ({ id, year, name }) => year === book.settings.year && !known.includes(id) && !known.includes(name.trim()),
    );
  });
  readonly counts = $derived.by(() => ({
    attained: this.rows.filter(({ facts }) => facts?.attained === 'yes').length,
    activityOnly: this.rows.filter(({ facts }) => facts?.activityOnly).length,
    unjudged: this.rows.filter(({ facts }) => facts?.attained === null).length,
  }));

  constructor(session: BookSession) {
    this.#session = session;
  }

  /** Adds an empty task and returns its id. */
  add(): string {
    return this.#session.edit.add('tasks', { year: this.#session.book.settings.year });
  }

  takeOver(): void {
    const { edit, book } = this.#session;
    edit.together(() => {
      for (const { id, name, metric, owner } of this.planned)
        edit.add('tasks', { year: book.settings.year, name, metric, owner, initiative: id });
    });
  }

  paste(rows: readonly PastedTask[]): void {
    const { edit, book } = this.#session;
    edit.together(() => rows.forEach((row) => edit.add('tasks', taskOfRow(row, book))));
  }

  change(task: StrategicTask, change: Partial<Omit<StrategicTask, 'id'>>): void {
    this.#session.edit.change('tasks', task.id, change);
  }

  /** Another unit reads what was typed anew, as if it had been chosen first: 22 becomes 22%, never 2,200%. */
  measureIn(task: StrategicTask, unit: Unit): void {
    const { currency } = this.#session.book.settings;
    const again = (value: number | null): number | null => {
      const text = typedText(value, task.unit, currency).replace(/%$/, '');
      const read = parseTyped(text, unit, currency);
      return read.ok ? read.value : null;
    };
    this.change(task, { unit, planned: again(task.planned), actual: again(task.actual) });
  }

  /** Up or down; at an edge it stays. */
  move(task: StrategicTask, step: -1 | 1): void {
    const tasks = tasksOfYear(this.#session.book);
    const at = tasks.findIndex((one) => one.id === task.id);
    if (at + step < 0 || at + step >= tasks.length) return;
    this.#session.edit.move('tasks', task.id, tasks[step === -1 ? at - 1 : at + 2]?.id ?? null);
  }

  /** Removes it with the evidence that stands under it. */
  remove(task: StrategicTask): void {
    const { edit, book } = this.#session;
    edit.together(() => {
      edit.remove('tasks', task.id);
      edit.remove('evidence', ...book.evidence.filter(({ owner }) => owner === task.id).map(({ id }) => id));
    });
    undoToast(this.#session, () => m.tasks_removed({ name: task.name || m.tasks_unnamed() }));
  }
}
