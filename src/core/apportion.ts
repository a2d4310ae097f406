/**
 * Whole numbers nearest to `values` that sum to `total` exactly, by largest remainder: each is rounded down and the units still
 * missing go to the largest fractions (earlier ones first). `values` sum to about `total`, a whole number; none turns negative
 * unless it was.
 */
export function apportion(values: readonly number[], total: number): number[] {
  if (values.length === 0) return [];
  const parts = values.map(Math.floor);
  const missing = total - parts.reduce((sum, part) => sum + part, 0);
  const each = Math.max(0, Math.floor(missing / values.length));
  const byFraction = values.map((value, index) => ({ index, fraction: value - Math.floor(value) }));
  byFraction.sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  byFraction.forEach(({ index }, rank) => {
    parts[index] = (parts[index] ?? 0) + each + (rank < missing - each * values.length ? 1 : 0);
  });
  // Sums of large floats can come out a unit high; it is taken from the largest part, where it weighs least.
  if (missing < 0) {
    const largest = parts.indexOf(Math.max(...parts));
    parts[largest] = (parts[largest] ?? 0) + missing;
  }
  return parts.map((part) => part + 0);
}
