import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PALETTE } from './colour.ts';

const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');

/** The light side of a token in sRGB (Björn Ottosson's oklab matrices). */
function light(token: string): string {
  const found = new RegExp(`--${token}: light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`, 'u').exec(css);
  const [l = NaN, c = NaN, h = NaN] = (found ?? []).slice(1).map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]
    .map((linear) => (linear > 0.0031308 ? 1.055 * linear ** (1 / 2.4) - 0.055 : 12.92 * linear))
    .map((value) => Math.round(255 * Math.min(1, Math.max(0, value))))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

test.each([
  ['dk1', 'ink'],
  ['lt1', 'raised'],
  ['dk2', 'ink-soft'],
  ['lt2', 'sunken'],
  ['accent1', 'accent'],
  ['accent2', 'chart-2'],
  ['accent3', 'chart-3'],
  ['accent4', 'bad'],
  ['accent5', 'good'],
  ['accent6', 'chart-5'],
  ['folHlink', 'ink-faint'],
] as const)('%s of a file’s theme is the token %s', (slot, token) => {
  expect(PALETTE[slot]).toBe(light(token));
});
