/**
 * Stable order of rows by a small integer key: `result[k]` is the row in place k. Keys are `0 … keyCount − 1`.
 * `previous`, an order of the same rows, decides ties, so sorting by minor keys first sorts by several.
 */
export function sortedRows(key: ArrayLike<number>, keyCount: number, previous?: Uint32Array): Uint32Array {
  const next = groupStarts(key, keyCount);
  const rows = new Uint32Array(key.length);
  for (let place = 0; place < rows.length; place++) {
    const row = previous ? previous[place]! : place;
    const group = key[row]!;
    rows[next[group]!] = row;
    next[group]!++;
  }
  return rows;
}

/** Where each key's rows begin once sorted; one more entry closes the last group. */
export function groupStarts(key: ArrayLike<number>, keyCount: number): Uint32Array {
  const starts = new Uint32Array(keyCount + 1);
  for (let row = 0; row < key.length; row++) starts[key[row]! + 1]!++;
  for (let group = 0; group < keyCount; group++) starts[group + 1]! += starts[group]!;
  return starts;
}
