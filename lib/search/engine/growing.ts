type Room = Int32Array | Float64Array | Uint16Array | Uint32Array

/** The same array, or a copy of it with room for at least `length` and some to spare. */
export function withRoom<T extends Room>(array: T, length: number, spare = (length >>> 3) + 64): T {
  if (length <= array.length) return array
  const larger = new (array.constructor as new (length: number) => T)(Math.ceil(length + spare))
  larger.set(array)
  return larger
}
