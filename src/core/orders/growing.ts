/** The typed arrays that columns are made of. */
export type ColumnArray = Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float64Array;

const room = (held: number, size: number): number => Math.max(size, held + (held >> 1), 1_024);

/** Room for `size` values with what `array` held, or `array` itself where it has the room. Grows by half. */
export function roomU8(array: Uint8Array, size: number): Uint8Array {
  if (size <= array.length) return array;
  const larger = new Uint8Array(room(array.length, size));
  larger.set(array);
  return larger;
}

export function roomU16(array: Uint16Array, size: number): Uint16Array {
  if (size <= array.length) return array;
  const larger = new Uint16Array(room(array.length, size));
  larger.set(array);
  return larger;
}

export function roomU32(array: Uint32Array, size: number): Uint32Array {
  if (size <= array.length) return array;
  const larger = new Uint32Array(room(array.length, size));
  larger.set(array);
  return larger;
}

export function roomI32(array: Int32Array, size: number): Int32Array {
  if (size <= array.length) return array;
  const larger = new Int32Array(room(array.length, size));
  larger.set(array);
  return larger;
}

export function roomF64(array: Float64Array, size: number): Float64Array {
  if (size <= array.length) return array;
  const larger = new Float64Array(room(array.length, size));
  larger.set(array);
  return larger;
}
