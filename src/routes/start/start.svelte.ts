import { goto } from '$app/navigation';
import { m } from '#messages/compiled/messages.js';
import { locale } from '#messages/locale.svelte.ts';
import type { Shelf, ShelfEntry } from '#session/books.ts';
import { confirm } from '#ui/confirm.svelte.ts';
import { toast } from '#ui/toasts.svelte.ts';

/** What the start screen does with the shelf. */
export class Start {
  /** Share of the sample that is made; `null` when none is being made. */
  making = $state<number | null>(null);
  sampleFailed = $state(false);
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** A sample that is already on the shelf is opened, not made again. */
  async openSample(): Promise<void> {
    const made = this.#shelf.entries?.find((entry) => entry.sample);
    if (made) return goto(`/book/${made.id}`);
    this.sampleFailed = false;
    this.making = 0;
    try {
      const id = await this.#shelf.createSample(locale.current, (share) => (this.making = share));
      await goto(`/book/${id}/review`);
    } catch {
      this.sampleFailed = true;
    } finally {
      this.making = null;
    }
  }

  async remove(entry: ShelfEntry): Promise<void> {
    const { id } = entry;
    const team = entry.team || m.shell_books_unnamed();
    const sure = await confirm({
      title: m.shell_books_remove_title({ team }),
      text: m.shell_books_remove_text(),
      action: m.shell_books_remove(),
    });
    if (!sure) return;
    try {
      await this.#shelf.remove(id);
      toast(() => m.shell_books_removed({ team }));
    } catch {
      toast(() => m.shell_books_remove_failed({ team }));
    }
  }
}
