import type { Metric } from '#core/book/book.ts';
import type { Growth, Person, Rhythm } from '#core/book/review.ts';
import type { RhythmRates, TeamEvaluation } from '#core/team-facts.ts';
import { m } from '#messages/compiled/messages.js';
import { metricName } from '#messages/metric-words.ts';
import type { BookSession } from '#session/book-session.ts';
import { pasteColumn, type PasteColumn } from '#ui/paste/read-records.ts';
import { readChoice, readDay, readMetric, readText } from '#ui/paste/paste-readers.ts';
import { moveRecord, removeRecord } from '../record-verbs.ts';
import { GROWTH_KINDS, growthWord, RHYTHM_KINDS, rhythmWord } from './team-words.ts';

/** How often a year's working days, weeks and months would have each rhythm; a default to be replaced by the team's own calendar. */
export const USUAL_TIMES: Readonly<Record<Rhythm['kind'], number>> = { daily: 250, weekly: 52, monthly: 12 };

const UNKNOWN: RhythmRates = { keeping: null, completion: null };

/** The team's year: how its rhythms were kept, what it learned, who was there. */
export class TeamScreen {
  readonly #session: BookSession;
  /** Which block is being pasted. */
  pasting = $state<'growths' | 'people' | null>(null);

  readonly #year = $derived.by(() => this.#session.book.settings.year);
  readonly rhythms = $derived.by(() => this.#session.book.rhythms.filter((one) => one.year === this.#year));
  /** By date; those without one come last, where they were added. */
  readonly growths = $derived.by(() =>
    this.#session.book.growths
      .filter((one) => one.year === this.#year)
      .sort((a, b) => Number(a.date === '') - Number(b.date === '') || a.date.localeCompare(b.date)),
  );
  readonly people = $derived.by(() => this.#session.book.people.filter((one) => one.year === this.#year));
  readonly isEmpty = $derived(this.rhythms.length + this.growths.length + this.people.length === 0);
  /** Standard rhythms that the team does not have yet. */
  readonly missingKinds = $derived(RHYTHM_KINDS.filter((kind) => !this.rhythms.some((rhythm) => rhythm.kind === kind)));
  readonly hasUsualTimes = $derived(this.rhythms.some((one) => one.planned === USUAL_TIMES[one.kind]));
  readonly goalOptions = $derived.by(() => [
    { value: '', label: m.team_no_goal() },
    ...this.#session.book.metrics.map((metric) => ({ value: metric.id, label: metricName(metric) })),
  ]);
  /** Metrics that the team's work should serve, and what serves them. */
  readonly goals = $derived.by(() =>
    (this.facts?.goals ?? []).flatMap((cover) => {
      const metric = this.#metric(cover.metric);
      return metric ? [{ ...cover, name: metricName(metric) }] : [];
    }),
  );

  constructor(session: BookSession) {
    this.#session = session;
  }

  get facts(): TeamEvaluation | null {
    return this.#session.evaluation?.team ?? null;
  }

  #metric(id: string): Metric | undefined {
    return this.#session.book.metrics.find((one) => one.id === id);
  }

  rates(rhythm: Rhythm): RhythmRates {
    return this.facts?.rhythms[rhythm.id] ?? UNKNOWN;
  }

  /** The goal as its select shows it: one whose metric is gone is none. */
  goalOf(entry: { readonly goal: string }): string {
    return this.#metric(entry.goal) ? entry.goal : '';
  }

  lacksGoal = (entry: { readonly goal: string }): boolean => this.goalOf(entry) === '';

  addStandardRhythms(): void {
    this.#session.edit.together(() => this.missingKinds.forEach((kind) => void this.addRhythm(kind)));
  }

  /** Adding returns the new entry's id. */
  addRhythm(kind: Rhythm['kind']): string {
    return this.#session.edit.add('rhythms', { year: this.#year, kind, planned: USUAL_TIMES[kind] });
  }

  addGrowth(): string {
    return this.#session.edit.add('growths', { year: this.#year, kind: 'sharing' });
  }

  addPerson(): string {
    return this.#session.edit.add('people', { year: this.#year });
  }

  changeRhythm(id: string, change: Partial<Omit<Rhythm, 'id'>>): void {
    this.#session.edit.change('rhythms', id, change);
  }

  changeGrowth(id: string, change: Partial<Omit<Growth, 'id'>>): void {
    this.#session.edit.change('growths', id, change);
  }

  changePerson(id: string, change: Partial<Omit<Person, 'id'>>): void {
    this.#session.edit.change('people', id, change);
  }

  moveRhythm(id: string, step: -1 | 1): void {
    moveRecord(this.#session, 'rhythms', this.rhythms, id, step);
  }

  movePerson(id: string, step: -1 | 1): void {
    moveRecord(this.#session, 'people', this.people, id, step);
  }

  removeRhythm(rhythm: Rhythm): void {
    removeRecord(this.#session, 'rhythms', rhythm.name || rhythmWord(rhythm.kind), rhythm.id);
  }

  removeGrowth(growth: Growth): void {
    removeRecord(this.#session, 'growths', growth.topic || m.team_growth_unnamed(), growth.id);
  }

  removePerson(person: Person): void {
    removeRecord(this.#session, 'people', person.name || m.team_person_unnamed(), person.id);
  }

  addGrowths(records: readonly Partial<Growth>[]): void {
    const { edit } = this.#session;
    edit.together(() => records.forEach((record) => edit.add('growths', { ...record, year: this.#year })));
  }

  addPeople(records: readonly Partial<Person>[]): void {
    const { edit } = this.#session;
    edit.together(() => records.forEach((record) => edit.add('people', { ...record, year: this.#year })));
  }

  readonly growthColumns = $derived.by((): readonly PasteColumn<Growth>[] => [
    pasteColumn(m.team_growth_date(), readDay, (date) => ({ date })),
    pasteColumn(
      m.team_growth_kind(),
      readChoice(GROWTH_KINDS.map((value) => ({ value, label: growthWord(value) }))),
      (kind) => ({ kind }),
    ),
    pasteColumn(m.team_growth_topic(), readText, (topic) => ({ topic }), { required: true }),
    pasteColumn(m.team_growth_skill(), readText, (skill) => ({ skill })),
    pasteColumn(m.team_growth_person(), readText, (person) => ({ person })),
    pasteColumn(m.team_goal(), readMetric(this.#session.book.metrics), (goal) => ({ goal })),
  ]);

  readonly peopleColumns = $derived.by((): readonly PasteColumn<Person>[] => [
    pasteColumn(m.team_person_name(), readText, (name) => ({ name }), { required: true }),
    pasteColumn(m.team_person_role(), readText, (role) => ({ role })),
    pasteColumn(m.team_person_from(), readDay, (from) => ({ from })),
    pasteColumn(m.team_person_to(), readDay, (to) => ({ to })),
    pasteColumn(m.team_goal(), readMetric(this.#session.book.metrics), (goal) => ({ goal })),
  ]);
}
