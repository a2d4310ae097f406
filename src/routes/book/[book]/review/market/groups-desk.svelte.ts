import type { Writable } from '#core/book/records.ts';
import type { Insight } from '#core/book/review.ts';
import type { FactsSource } from '#core/kpis/actuals.ts';
import type { CustomerGroups, PromisingGroup } from '#core/kpis/customer-group-facts.ts';
import { DEFAULT_OPTIONS } from '#core/kpis/facts.ts';
import type { GroupRow, GroupsEvaluation } from '#core/market-facts.ts';
import type { DatasetRecord } from '#core/orders/dataset.ts';
import { dayText } from '#core/period.ts';
import { groupFacts } from '#core/review/group-facts.ts';
import { groupRecord } from '#core/review/intended-groups.ts';
import { formatDay } from '#messages/format.ts';
import type { BookSession } from '#session/book-session.ts';
import { promisingFact, promisingName } from './market-words.ts';

/** Customer groups: what the orders on this device say of them, and what the book keeps. */
export class GroupsDesk {
  readonly #session: BookSession;
  readonly #clock: () => string;
  /** What was computed last, and of what. */
  found = $state.raw<{ readonly groups: CustomerGroups; readonly source: FactsSource } | null>(null);
  failed = $state(false);
  #asked = '';

  readonly dataset: DatasetRecord | null = $derived.by(() => this.#session.data.datasets[0] ?? null);
  readonly facts: GroupsEvaluation | null = $derived.by(() => this.#session.evaluation?.market.groups ?? null);
  readonly rows: readonly GroupRow[] = $derived(this.facts?.rows ?? []);
  readonly isEmpty = $derived(this.facts === null || (this.facts.taken === null && this.facts.intended === null));
  /** The orders say something that the book does not have. */
  readonly isNew = $derived.by(() => {
    const { found } = this;
    if (!found) return false;
    return groupFacts(found.groups, found.source).some((facts) => {
      const record = groupRecord(this.#session.book, facts.group);
      return record?.day !== facts.day || record.customers !== facts.customers || record.sales !== facts.sales;
    });
  });

  /** `clock` tells the time of computing, as ISO text. */
  constructor(session: BookSession, clock: () => string) {
    this.#session = session;
    this.#clock = clock;
  }

  /** Computes the newest dataset's groups, once; an answer to an earlier wish is dropped. */
  async load(): Promise<void> {
    const { dataset } = this;
    const wanted = dataset ? `${dataset.id} ${dataset.version}` : '';
    if (!dataset || wanted === this.#asked) return;
    this.#asked = wanted;
    this.failed = false;
    try {
      const groups = await this.#session.data.customerGroups(dataset.id, DEFAULT_OPTIONS);
      if (this.#asked !== wanted) return;
      this.found = {
        groups,
        source: { dataset: dataset.id, datasetName: dataset.name, computedAt: this.#clock() },
      };
    } catch (problem) {
      // The notice says what is safe; whoever repairs it needs the reason.
      console.error(problem);
      if (this.#asked === wanted) this.failed = true;
    }
  }

  /** Takes what the orders say into the book: one step of undo. */
  accept(): void {
    if (!this.found) return;
    const facts = groupFacts(this.found.groups, this.found.source);
    this.#session.edit.together(() => facts.forEach(({ group, ...change }) => this.#write(group, change)));
  }

  intend(group: string, intended: number | null): void {
    this.#session.edit.together(() => this.#write(group, { intended }));
  }

  /** Into the group's record. Where two people made one each, they become one. */
  #write(group: string, change: Partial<Writable<'groups'>>): void {
    const { book, edit } = this.#session;
    const { year } = book.settings;
    const known = groupRecord(book, group);
    if (!known) {
      edit.add('groups', { year, group, ...change });
      return;
    }
    const { id, ...merged } = known;
    const others = book.groups.filter((one) => one.year === year && one.group === group && one.id !== id);
    edit.change('groups', id, others.length > 0 ? { ...merged, ...change } : change);
    if (others.length > 0) edit.remove('groups', ...others.map((one) => one.id));
  }

  /** The insight that a promising group has become. */
  insightOf(group: PromisingGroup): Insight | undefined {
    const { insights, settings } = this.#session.book;
    const name = promisingName(group);
    return insights.find((one) => one.year === settings.year && one.kind === 'customer' && one.name === name);
  }

  /** A promising group as an insight about customers: its figures the fact, the dataset its source. */
  insightFrom(group: PromisingGroup): Partial<Insight> & Pick<Insight, 'kind'> {
    const { found } = this;
    const preset = group.kind === 'secondPurchase' ? 'secondPurchase' : 'newCustomers';
    return {
      kind: 'customer',
      name: promisingName(group),
      fact: promisingFact(group),
      source: found?.source.datasetName ?? '',
      date: found ? dayText(found.groups.day) : '',
      confidence: 'A',
      metric: this.#session.book.metrics.find((metric) => metric.preset === preset)?.id ?? '',
    };
  }

  /** Where the figures in the book were taken from, for the line below them. */
  readonly source = $derived.by(() => {
    const taken = this.facts?.taken;
    if (taken?.source.kind !== 'data') return null;
    return { name: taken.source.datasetName, at: taken.source.computedAt, understated: taken.understated };
  });
  readonly foundUntil = $derived.by(() => (this.found ? formatDay(this.found.groups.day) : ''));
}
