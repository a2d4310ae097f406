import adapter from '@sveltejs/adapter-static';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** The commit this was built from; a copy without its history is known by its version alone. */
function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'local';
  }
}

/** Static files keep their names when they change, so their contents are part of the version. */
function staticDigest() {
  const hash = createHash('sha256');
  const root = new URL('./static/', import.meta.url);
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.[a-z0-9]+$/.test(name)) hash.update(name).update(readFileSync(new URL(name.replaceAll('\\', '/'), root)));
  }
  return hash.digest('hex').slice(0, 8);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ fallback: 'index.html' }),
    serviceWorker: { register: false, files: (path) => !path.startsWith('screenshots/') },
    // Kit's default is the clock, and the config is read more than once in one build.
    version: { name: `${version}-${commit()}-${staticDigest()}` },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': [
          'svelte-trusted-html',
          'sveltekit-trusted-url',
          'annum-worker',
          'annum-service-worker',
          'ProseMirrorClipboard',
        ],
      },
    },
  },
};
