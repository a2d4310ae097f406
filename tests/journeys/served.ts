import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../build/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** Marks the page that only the next version brings. */
export const NEXT = '<meta name="journey" content="next">';

export interface Served {
  readonly origin: string;
  /** From now on every request is answered as a later release would. */
  release(): void;
  close(): void;
}

/** Serves the build under an address of its own, and after `release` a version of it that differs. */
export async function serveBuild(): Promise<Served> {
  const { version } = JSON.parse(readFileSync(join(BUILD, '_app/version.json'), 'utf8'));
  let isNext = false;
  const read = (path: string): Buffer => {
    const body = readFileSync(join(BUILD, path));
    if (!isNext) return body;
    if (path === 'index.html') return Buffer.from(body.toString().replace('<head>', `<head>${NEXT}`));
    return path === 'service-worker.js'
      ? Buffer.from(body.toString().replaceAll(String(version), `${version}-next`))
      : body;
  };
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = extname(pathname) ? pathname.slice(1) : 'index.html';
    try {
      const body = read(path);
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://localhost:${address.port}`,
    release: () => void (isNext = true),
    close: () => void server.close(),
  };
}
