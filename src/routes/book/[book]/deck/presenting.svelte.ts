import type { Attachment } from 'svelte/attachments';

/** Showing the stage alone: in the browser's full screen where it has one, else over the whole window. */
export class Presenting {
  isOn = $state(false);
  #stage: HTMLElement | null = null;

  readonly stage: Attachment<HTMLElement> = (element) => {
    this.#stage = element;
    const left = (): void => {
      if (document.fullscreenElement === null) this.isOn = false;
    };
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      this.#stage = null;
      this.leave();
    };
  };

  toggle(): void {
    if (this.isOn) this.leave();
    else this.enter();
  }

  leave(): void {
    this.isOn = false;
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  }

  enter(): void {
    this.isOn = true;
    // Refused on iPhones and in embedded pages: the stage then covers the window.
    this.#stage?.requestFullscreen?.().catch(() => undefined);
  }
}
