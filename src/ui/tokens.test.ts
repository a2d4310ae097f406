import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
type Rgb = readonly [number, number, number];
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Björn Ottosson's oklch → linear sRGB, clipped to what a screen shows. */
function linear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function colour(name: string, theme: Theme): Rgb {
  const value = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`).exec(css);
  const [l = 0, c = 0, h = 0] = (value?.[theme === 'light' ? 1 : 2] ?? '').split(' ').map(Number);
  if (!value) throw new Error(`No colour --${name}`);
  return linear(l, c, h);
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** WCAG 2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear sRGB. */
const SIGHT: Record<string, readonly Rgb[]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
function seen([r, g, b]: Rgb, rows: readonly Rgb[]): Rgb {
  const [x, y, z] = rows.map(([p, q, s]) => Math.min(1, Math.max(0, p * r + q * g + s * b)));
  return [x ?? 0, y ?? 0, z ?? 0];
}
/** Distance in oklab; 0.02 is just noticeable side by side. */
function distance(a: Rgb, b: Rgb): number {
  const lab = ([r, g, blue]: Rgb) => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * blue);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ] as const;
  };
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe.each(THEMES)('in the %s theme', (theme) => {
  const on = (name: string, ground: string) => contrast(colour(name, theme), colour(ground, theme));

  test.each(['paper', 'raised', 'sunken'])('text reads on %s', (ground) => {
    for (const ink of ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'bad', 'warn', 'info'])
      expect(on(ink, ground), ink).toBeGreaterThanOrEqual(4.5);
  });

  test('text reads on the soft ground of its own tone, and on the accent', () => {
    for (const tone of ['accent', 'good', 'bad', 'warn', 'info']) {
      expect(on(tone, `${tone}-soft`), tone).toBeGreaterThanOrEqual(4.5);
      expect(on('ink', `${tone}-soft`), tone).toBeGreaterThanOrEqual(7);
      expect(on('ink-soft', `${tone}-soft`), tone).toBeGreaterThanOrEqual(4.5);
    }
    expect(on('accent-ink', 'accent')).toBeGreaterThanOrEqual(4.5);
  });

  const chart = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => `chart-${index}`);

  test('marks and edges of controls stand out from the paper', () => {
    for (const mark of ['edge', ...chart]) expect(on(mark, 'paper'), mark).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(SIGHT))('chart colours part for %s sight, neighbours most', (sight) => {
    const rows = SIGHT[sight] ?? [];
    const colours = chart.map((name) => seen(colour(name, theme), rows));
    colours.forEach((one, index) =>
      colours.slice(index + 1).forEach((other, further) => {
        const least = further === 0 ? 0.1 : 0.05;
        expect(distance(one, other), `${index + 1} and ${index + further + 2}`).toBeGreaterThan(least);
      }),
    );
  });

  test('neighbouring chart colours part in greyscale', () => {
    chart.slice(1).forEach((name, index) => expect(on(name, chart[index] ?? ''), name).toBeGreaterThan(1.3));
  });
});
