import { spawnSync } from 'node:child_process';
import { findBrowser, hasChineseFont } from './find.mjs';

const run = (command, ...args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;
const isRoot = process.getuid?.() === 0;

if (!findBrowser()) run('npx', 'playwright', 'install', 'chromium');
if (isRoot && process.platform === 'linux' && (!findBrowser() || !hasChineseFont())) {
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  run('apt-get', 'update', '-q');
  run('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig');
}
const browser = findBrowser();
if (!browser) {
  console.error(
    'No Chromium was found for the tests, and none could be installed.\n' +
      'Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one, then run npm test again.',
  );
  process.exit(1);
}
console.log(`Browser for tests: ${browser}`);
