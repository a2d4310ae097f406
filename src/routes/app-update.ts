import { base } from '$app/paths';

const CHECK_EVERY_MS = 60 * 60 * 1000;

interface UrlPolicy {
  createScriptURL(url: string): string;
}
const hasPolicies = (types: unknown): types is { createPolicy(name: string, rules: UrlPolicy): UrlPolicy } =>
  typeof types === 'object' && types !== null && 'createPolicy' in types;

/** Under Trusted Types the service worker's address must come from a policy. */
function trusted(url: string): string {
  const types: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (!hasPolicies(types)) return url;
  return types
    .createPolicy('annum-service-worker', { createScriptURL: (own) => (own === url ? own : '') })
    .createScriptURL(url);
}

/** A new version waits until a person lets it in. */
export class AppUpdate {
  #waiting: ServiceWorker | null = null;
  readonly #onReady: () => void;

  constructor(onReady: () => void) {
    this.#onReady = onReady;
  }

  /** Registers the service worker; without one (private windows, plain http) the app works, only not offline. */
  async start(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    try {
      const registration = await navigator.serviceWorker.register(trusted(`${base}/service-worker.js`));
      this.#watch(registration);
    } catch (problem) {
      console.warn('Offline use is off:', problem);
    }
  }

  /** Lets the new version take over, then shows it. */
  reload(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    if (this.#waiting?.state === 'installed') this.#waiting.postMessage('SKIP_WAITING');
    // Another tab has let it in already.
    else location.reload();
  }

  #watch(registration: ServiceWorkerRegistration): void {
    this.#offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const found = registration.installing;
      found?.addEventListener('statechange', () => {
        if (found.state === 'installed') this.#offer(found);
      });
    });
    let checked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - checked < CHECK_EVERY_MS) return;
      checked = Date.now();
      registration.update().catch(() => {
        // Offline: the next look asks again.
      });
    });
  }

  #offer(worker: ServiceWorker | null): void {
    // The first version to be installed is this one.
    if (!worker || !navigator.serviceWorker.controller) return;
    this.#waiting = worker;
    this.#onReady();
  }
}
