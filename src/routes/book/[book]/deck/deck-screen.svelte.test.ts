import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { setLanguage } from '#messages/locale.svelte.ts';
import type { BookSession } from '#session/book-session.ts';
import { BOOK, EMPTY_EVALUATION, EVALUATION } from '#core/report/report.fixture.ts';
import { deckKeys } from './deck-keys.ts';
import { DeckScreen } from './deck-screen.svelte.ts';

interface Seen {
  book: BookSession['book'];
  evaluation: BookSession['evaluation'];
}

function screenOf(session: Seen, first = '') {
  const turned: string[] = [];
  const saved: { blob: Blob; name: string }[] = [];
  const screen = new DeckScreen(session, first, {
    save: (blob, name) => saved.push({ blob, name }),
    turned: (slide) => turned.push(slide),
  });
  return { screen, turned, saved };
}

describe('the deck screen', () => {
  test('waits for the figures, then shows the first slide', () => {
    const session = $state<Seen>({ book: BOOK, evaluation: null });
    const { screen } = screenOf(session);
    expect(screen.report).toBeNull();
    expect(screen.slide).toBeNull();
    session.evaluation = EVALUATION;
    flushSync();
    expect(screen.slide?.id).toBe('cover');
  });

  test('opens at the slide of the address, and at the first for an unknown one', () => {
    const session = { book: BOOK, evaluation: EVALUATION };
    expect(screenOf(session, 'trend').screen.slide?.id).toBe('trend');
    expect(screenOf(session, 'gone').screen.slide?.id).toBe('cover');
  });

  test('keys turn slides and stop at the ends', () => {
    const { screen, turned } = screenOf({ book: BOOK, evaluation: EVALUATION });
    let presented = 0;
    const press = (key: string) => {
      const keys = deckKeys(screen, () => (presented += 1));
      keys(new KeyboardEvent('keydown', { key, cancelable: true }));
    };
    for (const key of ['ArrowLeft', 'ArrowRight', 'End', 'ArrowRight', 'Home', 'f']) press(key);
    expect(turned).toEqual(['conclusion', 'appendix-benchmarks', 'cover']);
    expect(presented).toBe(1);
  });

  test('speaks the language that is chosen', () => {
    const { screen } = screenOf({ book: BOOK, evaluation: EVALUATION }, 'conclusion');
    setLanguage('zh-Hans');
    expect(screen.slide?.title.text).toContain('老客销售额');
    setLanguage('en');
    expect(screen.slide?.title.text).toContain('Returning sales');
  });

  test('knows when there is nothing to tell', () => {
    const { screen } = screenOf({ book: BOOK, evaluation: EMPTY_EVALUATION });
    expect(screen.isEmpty).toBe(true);
    expect(screen.leftOut).toBe(6);
  });

  test('writes the file under the name of the team and year', async () => {
    const { screen, saved } = screenOf({ book: BOOK, evaluation: EVALUATION });
    await screen.writeFile(new Date(0));
    expect(saved.map((one) => one.name)).toEqual(['会员运营部_2025_annual_review.pptx']);
    expect(saved[0]?.blob.size).toBeGreaterThan(10_000);
    expect(screen.download).toEqual({ kind: 'done', file: '会员运营部_2025_annual_review.pptx' });
  });
});
