import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import boundaries from 'eslint-plugin-boundaries';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';

/** Rooms of core in the order data walks; a stage imports the kernel, `book` and earlier stages. */
const STAGES = ['book', 'orders', 'kpis', 'comparison', 'explanation', 'review', 'plan', 'checks', 'report', 'sample'];

const elements = [
  ...STAGES.map((stage) => ({ type: stage, pattern: `src/core/${stage}`, partialMatch: false })),
  { type: 'kernel', pattern: 'src/core', partialMatch: false },
  ...['document', 'storage', 'sync', 'worker', 'deck', 'ui', 'messages', 'session', 'routes'].map((room) => ({
    type: room,
    pattern: `src/${room}`,
    partialMatch: false,
  })),
];

const core = ['kernel', ...STAGES];

const allowed = {
  kernel: ['kernel', 'book'],
  ...Object.fromEntries(STAGES.map((stage, index) => [stage, ['kernel', ...STAGES.slice(0, index + 1)]])),
  // The record types of a book and the facts of its KPIs name each other; only types cross.
  book: ['kernel', 'book', 'kpis'],
  document: [...core, 'document'],
  storage: [...core, 'storage'],
  sync: [...core, 'document', 'sync'],
  worker: [...core, 'document', 'storage', 'worker'],
  deck: [...core, 'deck'],
  messages: [...core, 'messages'],
  ui: [...core, 'messages', 'ui'],
  session: [...core, 'document', 'storage', 'sync', 'worker', 'deck', 'messages', 'session'],
  routes: [...core, 'messages', 'ui', 'session', 'routes'],
};

export default ts.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'node_modules/',
      'src/messages/compiled/',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'boundaries/elements': elements,
      'boundaries/include': ['src/**/*.{ts,svelte}'],
      'boundaries/ignore': ['**/*.test.ts', 'src/messages/compiled/**'],
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    // `evaluate.ts`, and the types of what it gives, are where all stages meet.
    ignores: ['**/*.test.ts', 'src/core/evaluate.ts', 'src/core/evaluation.ts'],
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: Object.entries(allowed).map(([from, to]) => ({
            from: { element: { type: from } },
            allow: to.map((type) => ({ to: { element: { type } } })),
          })),
        },
      ],
    },
  },
  {
    // The core is plain TypeScript: it runs in the page, the worker and a test alike.
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['svelte*', 'yjs*', 'y-*', 'dexie*', '@tiptap/*', 'node:*', 'bits-ui*'] },
      ],
      'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'localStorage', 'indexedDB', 'Date'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
);
