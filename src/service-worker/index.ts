/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

/** The page that serves every address: the app finds its own way from there. */
const SHELL = `${base}/`;
const PREFIX = 'annum-';
const CACHE = `${PREFIX}${version}-${digest(build.join())}`;
/** What a message must say for a waiting version to take over; only a person's consent sends it. */
const CONSENT = 'SKIP_WAITING';

self.addEventListener('install', (event) => {
  event.waitUntil(precache());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(sweep().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === CONSENT) void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fromCache(SHELL, request));
  else if (isOurs(url.pathname)) event.respondWith(fromCache(request, request));
});

const isOurs = (path: string): boolean => path.startsWith(`${base}/_app/immutable/`) || files.includes(path);

/** All of a version or nothing: a half-filled cache would break offline, so any failure fails the install. */
async function precache(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all([...build, ...files, SHELL].map((path) => add(cache, path)));
}

/** Hashed files never change, so what an earlier version fetched is taken over; the rest comes past the HTTP cache. */
async function add(cache: Cache, path: string): Promise<void> {
  const kept = build.includes(path) ? await caches.match(path) : undefined;
  const response = kept ?? (await fetch(new Request(path, { cache: 'reload' })));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  await cache.put(path, response);
}

/** Keeps one earlier version: a tab still open on it goes on loading its own files. */
async function sweep(): Promise<void> {
  const ours = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== CACHE);
  await Promise.all(ours.slice(0, -1).map((key) => caches.delete(key)));
}

/** This version first, then the one before, then the network. Files the build did not list are kept once met. */
async function fromCache(wanted: RequestInfo, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const cached = (await cache.match(wanted)) ?? (await caches.match(wanted));
  if (cached) return cached;
  const response = await fetch(request);
  if (response.ok && new URL(request.url).pathname.includes('/_app/immutable/'))
    await cache.put(request, response.clone());
  return response;
}

/** FNV-1a: a build of other files is another cache, whatever its version says. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
