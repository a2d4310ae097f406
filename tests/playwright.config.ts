import { defineConfig, devices } from '@playwright/test';
import { findBrowser, launchArgs } from './browser/find.mjs';

const port = Number(process.env['ANNUM_TEST_PORT'] ?? 4180);
const executablePath = findBrowser() ?? undefined;

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env['CI'],
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...launchArgs, '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
  ],
  webServer: {
    command: `npx sirv build --single --quiet --port ${port} --host 127.0.0.1`,
    cwd: '..',
    port,
    reuseExistingServer: false,
  },
});
