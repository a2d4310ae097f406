import 'fake-indexeddb/auto';
import { setLanguage } from '#messages/locale.svelte.ts';
import { database } from '#storage/database.ts';
import { Analytics } from '#worker/client.ts';
import { openDoor } from '#worker/door.ts';
import { expose } from 'comlink';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createBook, createSampleBook } from './make-book.ts';
import { OpenBook } from './open-book.svelte.ts';

let worker: Analytics;
const open: OpenBook[] = [];

beforeAll(() => {
  const { port1, port2 } = new MessageChannel();
  expose(openDoor(database()), port1);
  port2.start();
  worker = new Analytics(port2);
});

afterEach(async () => {
  for (const session of open.splice(0)) await session.close();
});

const SETTINGS = { team: 'T', year: 2025, firstMonth: 1, currency: 'CNY', lookBack: 365, sample: false } as const;

async function openBook(id: string): Promise<OpenBook> {
  const session = await OpenBook.open(id, worker, { changed: () => {}, filled: () => {}, closed: async () => {} });
  open.push(session);
  return session;
}

describe('an open book', () => {
  test('is saved, closed and opened again with all that was in it', async () => {
    const { id } = await createBook(SETTINGS);
    const session = await openBook(id);
    const metric = session.edit.addMetric({ name: 'Sales', level: 'core', unit: 'money', yearly: 'sum' });
    session.edit.setCell(metric, 'actual', 'Y2025', 120);
    expect(session.status.kind).toBe('saving');
    await vi.waitFor(() => expect(session.status.kind).toBe('saved'));
    await open.pop()?.close();
    const again = await openBook(id);
    expect(again.book.settings).toEqual(SETTINGS);
    expect(again.book.cells.get(`${metric}|actual|Y2025`)?.value).toBe(120);
    expect(again.canUndo).toBe(false);
  });

  test('opens from either copy when the other is gone', async () => {
    const { id } = await createBook(SETTINGS);
    const session = await openBook(id);
    session.edit.setCell('a', 'actual', 'Y2025', 1);
    await vi.waitFor(() => expect(session.status.kind).toBe('saved'));
    await open.pop()?.close();
    await database().journal.where('bookId').equals(id).delete();
    const fromSecond = await openBook(id);
    expect(fromSecond.book.cells.size).toBe(1);
    await vi.waitFor(async () => expect(await database().journal.where('bookId').equals(id).count()).toBe(1));
    await open.pop()?.close();
    indexedDB.deleteDatabase(`annum-book-${id}`);
    expect((await openBook(id)).book.cells.size).toBe(1);
  });

  test(
    'the sample comes with orders, actuals, targets, conclusions and a full scorecard',
    { timeout: 60_000 },
    async () => {
      const shares: number[] = [];
      setLanguage('zh-Hans');
      const { id, settings } = await createSampleBook('zh-Hans', worker, (share) => shares.push(share));
      expect(settings.sample).toBe(true);
      expect(shares.every((share, at) => share <= 1 && share >= (shares[at - 1] ?? 0))).toBe(true);
      const session = await openBook(id);
      await vi.waitFor(() => expect(session.data.datasets).toHaveLength(1));
      await vi.waitFor(() => expect(session.evaluation).not.toBeNull(), { timeout: 5_000 });
      const core = session.evaluation?.scorecard[0];
      expect(core?.metric.preset).toBe('returningSales');
      for (const figure of [core?.actual, core?.target, core?.lastYear, core?.verdict, core?.market])
        expect(figure).not.toBeNull();
      expect(core?.monthly.every((value) => value !== null)).toBe(true);
      const { conclusions } = session.book;
      expect([...conclusions.keys()].sort()).toEqual(
        ['returningSales', 'retention', 'secondPurchase', 'spendPerReturning', 'summary'].sort(),
      );
      for (const [owner, { blocks }] of conclusions) {
        const runs = blocks.flatMap(({ children }) => children);
        expect(runs.filter((run) => run.kind === 'chip').length, owner).toBeGreaterThan(2);
        expect(runs.flatMap((run) => (run.kind === 'text' ? [run.text] : [])).join(''), owner).toMatch(
          /\p{Script=Han}/u,
        );
      }
    },
  );

  test('is evaluated by the worker after every change', async () => {
    const { id } = await createBook(SETTINGS);
    const session = await openBook(id);
    const metric = session.edit.addMetric({ name: 'Sales', level: 'core', unit: 'money', yearly: 'sum' });
    session.edit.setCell(metric, 'actual', 'Y2025', 120);
    session.edit.setCell(metric, 'target', 'Y2025', 100);
    const row = () => session.evaluation?.scorecard.find((one) => one.metric.id === metric);
    await vi.waitFor(() => expect(row()?.attainment).toBe(1.2));
    session.undo();
    await vi.waitFor(() => expect(row()?.attainment).toBeNull());
    expect([session.canUndo, session.canRedo]).toEqual([true, true]);
  });

  test('words of a conclusion are told when the hand rests, or with the next other change', async () => {
    const { id } = await createBook(SETTINGS);
    const session = await openBook(id);
    const words = () =>
      session.book.conclusions
        .get('summary')
        ?.blocks.flatMap(({ children }) => children)
        .map((run) => (run.kind === 'text' ? run.text : ''))
        .join('');
    const type = (text: string): void => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      session.conclusionText('summary').push([paragraph]);
    };
    const before = session.book;
    type('First. ');
    type('Second. ');
    expect(session.book).toBe(before);
    await vi.waitFor(() => expect(words()).toBe('First. Second. '));
    type('Third. ');
    session.edit.changeSettings({ team: 'Crew' });
    expect(words()).toBe('First. Second. Third. ');
  });

  test('opened twice, both are alike, and closing one leaves the other its evaluation', async () => {
    const { id } = await createBook(SETTINGS);
    const one = await openBook(id);
    const two = await openBook(id);
    one.edit.changeSettings({ team: 'Crew' });
    await vi.waitFor(() => expect(two.book.settings.team).toBe('Crew'));
    await open.shift()?.close();
    two.edit.changeSettings({ year: 2024 });
    await vi.waitFor(() => expect(two.evaluation?.year).toBe(2024));
  });

  test('warns before the page is left only while something is not saved', async () => {
    const { id } = await createBook(SETTINGS);
    const session = await openBook(id);
    const leave = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    session.edit.changeSettings({ team: 'Crew' });
    expect(leave()).toBe(true);
    await vi.waitFor(() => expect(session.status.kind).toBe('saved'));
    expect(leave()).toBe(false);
  });
});
