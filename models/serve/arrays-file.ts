/** Many named number arrays in one binary file: little-endian, each aligned to 8 bytes, found through an index. */
import { z } from 'zod';

export type Arrays = Readonly<Record<string, Float32Array | Int32Array>>;

export const arrayIndexSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    type: z.enum(['f32', 'i32']),
    /** Bytes from the start of the file. */
    offset: z.number().int().nonnegative().multipleOf(8),
    /** Elements, 4 bytes each. */
    length: z.number().int().nonnegative(),
  }),
);
export type ArrayIndex = z.infer<typeof arrayIndexSchema>;

const align = 8;

/** Lays the arrays out one after the other, in the order given. */
export const packArrays = (arrays: Arrays): { readonly bytes: Uint8Array; readonly index: ArrayIndex } => {
  const index: ArrayIndex = [];
  let offset = 0;
  for (const [name, array] of Object.entries(arrays)) {
    index.push({ name, type: array instanceof Float32Array ? 'f32' : 'i32', offset, length: array.length });
    offset = Math.ceil((offset + array.byteLength) / align) * align;
  }
  const bytes = new Uint8Array(offset);
  for (const entry of index) {
    const array = arrays[entry.name]!;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), entry.offset);
  }
  return { bytes, index };
};

/** Views into `bytes`, no copies. Throws when the index points outside. */
export const unpackArrays = (bytes: Uint8Array, index: ArrayIndex): Arrays => {
  // Views need an aligned start, which a Buffer from a pool does not have.
  const base = bytes.byteOffset % align === 0 ? bytes : new Uint8Array(bytes);
  return Object.fromEntries(
    index.map(({ name, type, offset, length }) => {
      if (offset + length * 4 > base.byteLength) {
        throw new RangeError(`Array "${name}" ends at byte ${offset + length * 4}, the file at ${base.byteLength}`);
      }
      const at = base.byteOffset + offset;
      return [
        name,
        type === 'f32' ? new Float32Array(base.buffer, at, length) : new Int32Array(base.buffer, at, length),
      ];
    }),
  );
};

/** "NaN in recommender/ease.values at 17", or null when every number is one. */
export const firstNotFinite = (arrays: Arrays): string | null => {
  for (const [name, array] of Object.entries(arrays)) {
    if (array instanceof Int32Array) continue;
    // x - x is NaN for NaN and both infinities, 0 for all else; the sum tells without a branch per number.
    let sum = 0;
    for (let i = 0; i < array.length; i++) sum += array[i]! - array[i]!;
    if (sum === 0) continue;
    const at = array.findIndex(value => !Number.isFinite(value));
    return `${array[at]} in ${name} at ${at}`;
  }
  return null;
};

/** Arrays of one part ("response/…"), their names without the part. */
export const arraysOf = (arrays: Arrays, part: string): Arrays =>
  Object.fromEntries(
    Object.entries(arrays)
      .filter(([name]) => name.startsWith(`${part}/`))
      .map(([name, array]) => [name.slice(part.length + 1), array]),
  );
