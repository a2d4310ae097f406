import { describe, expect, test } from 'vitest';
import type { ImportOutcome } from '#core/orders/dataset.ts';
import type { Inspection } from '#core/orders/import.ts';
import { err, ok } from '#core/result.ts';
import type { DataDesk } from '#session/book-session.ts';
import { datasetOf } from '../../../../../tests/books/dataset-of.ts';
import { ImportFlow } from './import-flow.svelte.ts';

const inspection = (change: Partial<Inspection> = {}): Inspection => ({
  fileName: 'orders.csv',
  bytes: 10,
  headers: ['id', 'who', 'when', 'money', 'note'],
  sampleRows: [],
  mapping: {
    platform: 'unknown',
    encoding: 'utf-8',
    separator: ',',
    headerRow: 0,
    columns: { order: 0, time: 2, paid: 3 },
    dateOrder: 'ymd',
    decimal: '.',
  },
  missing: ['customer'],
  doubts: ['date-order'],
  headerSignature: 's1',
  ...change,
});

const dataset = datasetOf('d');
const done: ImportOutcome = { kind: 'done', report: dataset.report, dataset };

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

interface Asked {
  request: Parameters<DataDesk['importOrders']>[0] | null;
}

function desk(outcome: ImportOutcome | Error, asked: Asked = { request: null }): DataDesk {
  return {
    datasets: [],
    inspect: (files) =>
      Promise.resolve(
        files.map((file) => (file.name === 'empty.csv' ? err({ kind: 'empty-file' }) : ok(inspection()))),
      ),
    importOrders: (request) => {
      asked.request = request;
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    kpis: () => Promise.reject(new Error('not asked')),
    campaignFacts: () => Promise.reject(new Error('not asked')),
    campaignTags: () => Promise.reject(new Error('not asked')),
    customerGroups: () => Promise.reject(new Error('not asked')),
    remove: () => Promise.resolve(),
  };
}

const file = (name: string): File => new File(['x'], name);

describe('from dropped files to a report', () => {
  test('a file whose beginning cannot be read does not hold up the others', async () => {
    const flow = new ImportFlow(desk(done), () => 'CNY', memory());
    await flow.take([file('empty.csv'), file('orders.csv')]);
    expect(flow.refusals).toEqual([{ file: 'empty.csv', problem: { kind: 'empty-file' } }]);
    expect(flow.stage.kind).toBe('mapping');
    expect(flow.name).toBe('orders');
  });

  test('a missing customer column is chosen, or confirmed as all guests', async () => {
    const flow = new ImportFlow(desk(done), () => 'CNY', memory());
    await flow.take([file('orders.csv')]);
    const draft = flow.drafts[0];
    expect(flow.ready).toBe(false);
    if (draft) draft.allGuests = true;
    expect(flow.ready).toBe(true);
  });

  test('a meaning belongs to one column, and a column has one meaning', async () => {
    const flow = new ImportFlow(desk(done), () => 'CNY', memory());
    await flow.take([file('orders.csv')]);
    const draft = flow.drafts[0];
    draft?.setField(1, 'customer');
    draft?.setField(4, 'paid');
    expect(draft?.columns).toEqual({ order: 0, customer: 1, time: 2, paid: 4 });
    draft?.setField(1, null);
    expect(draft?.missing).toEqual(['customer']);
  });

  test('corrections come back for the same header, and can be undone', async () => {
    const store = memory();
    const asked: Asked = { request: null };
    const first = new ImportFlow(desk(done, asked), () => 'CNY', store);
    await first.take([file('may.csv')]);
    first.drafts[0]?.setField(1, 'customer');
    first.drafts[0]?.setDateOrder('dmy');
    await first.import();
    expect(asked.request?.files[0]?.mapping).toMatchObject({ columns: { customer: 1 }, dateOrder: 'dmy' });
    expect(first.stage.kind).toBe('done');

    const second = new ImportFlow(desk(done), () => 'CNY', store);
    await second.take([file('june.csv')]);
    const draft = second.drafts[0];
    expect(draft?.remembered).toBe(true);
    expect(draft?.columns.customer).toBe(1);
    expect(draft?.doubts).toEqual([]);
    draft?.useGuess();
    expect(draft?.columns.customer).toBeUndefined();
    expect(store.getItem('annum.mapping.s1')).toBeNull();
  });

  test.each<[ImportOutcome | Error, string]>([
    [{ kind: 'cancelled' }, 'cancelled'],
    [{ kind: 'already-imported', datasetId: 'd', fileName: 'orders.csv' }, 'already-imported'],
    [{ kind: 'failed', file: 'orders.csv', problem: { kind: 'unclosed-quote', row: 9 } }, 'failed'],
    [new Error('worker gone'), 'failed'],
  ])('%o leads back to the mapping with the reason', async (outcome, kind) => {
    const flow = new ImportFlow(desk(outcome), () => 'CNY', memory());
    await flow.take([file('orders.csv')]);
    flow.drafts[0]?.setField(1, 'customer');
    await flow.import();
    expect(flow.stage.kind).toBe('mapping');
    expect(flow.outcome?.kind).toBe(kind);
    expect(flow.drafts).toHaveLength(1);
  });
});
