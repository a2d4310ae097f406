import type * as Y from 'yjs';

type Shared = NonNullable<ReturnType<Y.Doc['share']['get']>>;

/** What a root map holds, read once and then only where a transaction touched it. */
export class Table<T> {
  /** Replaced, never changed in place: a reader may keep the map it got. */
  rows: ReadonlyMap<string, T> = new Map();
  readonly #map: Y.Map<unknown>;
  /** The same object as `#map`, under the type that transactions speak of. */
  readonly #root: Shared | undefined;
  readonly #read: (key: string, raw: unknown) => T | null;
  readonly #limit: number;

  /** `read` is total; `null` leaves the row out. Rows beyond `limit` are not read. */
  constructor(doc: Y.Doc, name: string, limit: number, read: (key: string, raw: unknown) => T | null) {
    this.#map = doc.getMap(name);
    this.#root = doc.share.get(name);
    this.#limit = limit;
    this.#read = read;
    this.#renew(this.#map.keys());
  }

  /** Takes in what the transaction changed; tells whether anything here did. */
  follow(transaction: Y.Transaction): boolean {
    if (!this.#root || !transaction.changedParentTypes.has(this.#root)) return false;
    const touched = new Set<string>();
    for (const [type, keys] of transaction.changed) {
      if (type === this.#root) for (const key of keys) touched.add(key ?? '');
      else touched.add(this.#rowOf(type));
    }
    touched.delete('');
    this.#renew(touched);
    return true;
  }

  #renew(keys: Iterable<string>): void {
    const rows = new Map(this.rows);
    for (const key of keys) {
      const value = this.#map.has(key) ? this.#read(key, this.#map.get(key)) : null;
      if (value === null) rows.delete(key);
      else if (rows.has(key) || rows.size < this.#limit) rows.set(key, value);
    }
    this.rows = rows;
  }

  /** The key of the row that a nested type lies in; '' when it lies elsewhere. */
  #rowOf(type: Shared): string {
    let inner: Shared = type;
    while (inner.parent && inner.parent !== this.#root) inner = inner.parent;
    return inner.parent ? (inner._item?.parentSub ?? '') : '';
  }
}
