import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const messages = () =>
  paraglideVitePlugin({ project: './src/messages/project.inlang', outdir: './src/messages/compiled', strategy: ['baseLocale'] });

export default defineConfig({
  plugins: [messages(), sveltekit()],
  resolve: { dedupe: ['yjs'] },
  build: { target: 'es2022' },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['src/**/*.test.ts'], exclude: ['src/**/*.svelte.test.ts'] },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: { name: 'runes', environment: 'happy-dom', include: ['src/**/*.svelte.test.ts'] },
      },
    ],
  },
});
