import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from './place-labels.ts';
import { textWidth } from './text-width.ts';

const PLOT = { width: 600, height: 400 };
/** Of rounding. */
const NEAR = 1e-6;
const O = { size: 12, radius: 9, taken: [] };

test('a label stands to the right of its point, and to the left at the right edge', () => {
  expect(placeLabels([{ x: 300, y: 200, label: 'Sales' }], PLOT, O)[0]?.left).toBe(313);
  expect(placeLabels([{ x: 590, y: 200, label: 'Sales' }], PLOT, O)[0]?.left).toBeLessThan(560);
});

test('what finds no place is left out', () => {
  const crowd = Array.from({ length: 40 }, () => ({ x: 300, y: 200, label: 'Returning sales' }));
  const places = placeLabels(crowd, PLOT, O);
  expect(places.filter((place) => place !== null).length).toBeGreaterThan(2);
  expect(places.filter((place) => place === null).length).toBeGreaterThan(20);
});

test('no label lies on another, on a point or outside', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 400 }),
    label: fc.constantFrom('Sales', '老客销售额', 'Spend per returning customer'),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), (points) => {
      const boxes = placeLabels(points, PLOT, O).flatMap((place, at) =>
        place === null
          ? []
          : [{ ...place, right: place.left + textWidth(points[at]?.label ?? '', 12), bottom: place.top + 16.8 }],
      );
      for (const [at, box] of boxes.entries()) {
        expect(box.left >= 0 && box.top >= 0 && box.right <= 600 + NEAR && box.bottom <= 400 + NEAR).toBe(true);
        for (const other of boxes.slice(at + 1)) {
          const apart =
            box.right <= other.left + NEAR ||
            other.right <= box.left + NEAR ||
            box.bottom <= other.top + NEAR ||
            other.bottom <= box.top + NEAR;
          expect(apart).toBe(true);
        }
        for (const { x, y } of points) {
          const apart =
            x + 9 <= box.left + NEAR ||
            box.right <= x - 9 + NEAR ||
            y + 9 <= box.top + NEAR ||
            box.bottom <= y - 9 + NEAR;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});
