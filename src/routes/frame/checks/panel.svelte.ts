import { MediaQuery } from 'svelte/reactivity';

const STORE_KEY = 'annum.checks';

/** Wide enough for a panel beside the work; below, it is a sheet over it. */
const wide = new MediaQuery('min-width: 1280px');
let unfolded = $state(typeof localStorage !== 'undefined' && localStorage.getItem(STORE_KEY) === 'open');
let sheet = $state(false);

/** Whether the checks are shown: beside the work, remembered on this device, or in a sheet for the moment. */
export const panel = {
  get beside(): boolean {
    return wide.current && unfolded;
  },
  get sheet(): boolean {
    return !wide.current && sheet;
  },
  get shown(): boolean {
    return this.beside || this.sheet;
  },
  show(): void {
    if (!wide.current) sheet = true;
    else if (!unfolded) this.toggle();
  },
  hideSheet(): void {
    sheet = false;
  },
  toggle(): void {
    if (!wide.current) {
      sheet = !sheet;
      return;
    }
    unfolded = !unfolded;
    if (unfolded) localStorage.setItem(STORE_KEY, 'open');
    else localStorage.removeItem(STORE_KEY);
  },
};
