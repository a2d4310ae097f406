export interface Question {
  readonly title: string;
  /** What will be gone, and what stays. */
  readonly text: string;
  readonly action: string;
}

let asked = $state.raw<(Question & { readonly answer: (yes: boolean) => void }) | null>(null);

/** The question on screen; drawn by Confirm.svelte. */
export const question = {
  get current() {
    return asked;
  },
};

/** Asks before what undo cannot bring back. Resolves with false when the dialog is closed any other way. */
export function confirm(about: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    asked = {
      ...about,
      answer(yes) {
        asked = null;
        resolve(yes);
      },
    };
  });
}
