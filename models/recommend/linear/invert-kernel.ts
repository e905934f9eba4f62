/**
 * One WebAssembly SIMD function, assembled here byte by byte so that no compiler is needed:
 * `update(c, w, v, n, b)`: C (n × n, row-major f32) -= W (n × b) · V, lower triangle, where V holds the b × n panel in tiles of
 * eight columns (tile, row, 8). Rows go four at a time, columns eight at a time: eight accumulators stay in registers.
 */
const leb = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const byte = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? byte : byte | 0x80);
  } while (rest !== 0);
  return bytes;
};
/** Signed LEB128 of an i32 constant. */
const signed = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0)) return [...bytes, byte];
    bytes.push(byte | 0x80);
  }
};
const section = (id: number, body: number[]): number[] => [id, ...leb(body.length), ...body];
const text = (name: string): number[] => [...leb(name.length), ...Buffer.from(name, 'latin1')];

const i32 = 0x7f;
const v128 = 0x7b;
const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];
const constant = (value: number): number[] => [0x41, ...signed(value)];
const add = 0x6a;
const shiftLeft = 0x74;
const lessThan = 0x49;
const load = (offset: number): number[] => [0xfd, 0x00, 0x00, ...leb(offset)];
const loadSplat = (offset: number): number[] => [0xfd, 0x09, 0x00, ...leb(offset)];
const store = (offset: number): number[] => [0xfd, 0x0b, 0x00, ...leb(offset)];
const f32x4 = { add: [0xfd, 0xe4, 0x01], sub: [0xfd, 0xe5, 0x01], mul: [0xfd, 0xe6, 0x01] };
/** do { body } while (condition) */
const loop = (body: number[], condition: number[]): number[] => [0x03, 0x40, ...body, ...condition, 0x0d, 0x00, 0x0b];

const assemble = (): Uint8Array<ArrayBuffer> => {
  const [c, w, v, n, b] = [0, 1, 2, 3, 4] as const;
  const [i, j, p, cRow, wRow, vTile, stride, wStride, target] = [5, 6, 7, 8, 9, 10, 11, 12, 17] as const;
  const rows = [13, 14, 15, 16] as const; // four rows of W while summing, then the four of C
  const sums = [18, 19, 20, 21, 22, 23, 24, 25] as const;
  const [left, right, scalar] = [26, 27, 28] as const;

  const zeroSums = sums.flatMap(sum => [0xfd, 0x0c, ...new Array<number>(16).fill(0), ...set(sum)]);
  const fourRows = (base: number, step: number): number[] =>
    rows.flatMap((row, r) =>
      r === 0 ? [...get(base), ...set(row)] : [...get(rows[r - 1]!), ...get(step), add, ...set(row)],
    );
  const accumulate = (sum: number, half: number): number[] => [
    ...[get(sum), get(half), get(scalar)].flat(),
    ...[f32x4.mul, f32x4.add, set(sum)].flat(),
  ];
  const step = (local: number, by: number): number[] => [...get(local), ...constant(by), add, ...set(local)];
  const inner = [
    ...[get(vTile), load(0), set(left), get(vTile), load(16), set(right)].flat(),
    ...rows.flatMap((row, r) => [
      ...[get(row), loadSplat(0), set(scalar)].flat(),
      ...accumulate(sums[2 * r]!, left),
      ...accumulate(sums[2 * r + 1]!, right),
      ...step(row, 4),
    ]),
    ...step(vTile, 32),
    ...step(p, 1),
  ];
  const subtract = rows.flatMap((row, r) =>
    [0, 16].flatMap((offset, half) =>
      [get(row), get(row), load(offset), get(sums[2 * r + half]!), f32x4.sub, store(offset)].flat(),
    ),
  );
  const tile = [
    ...zeroSums,
    ...fourRows(wRow, wStride),
    ...[constant(0), set(p)].flat(),
    ...loop(inner, [...get(p), ...get(b), lessThan]),
    ...[...get(cRow), ...get(j), ...constant(2), shiftLeft, add, ...set(target)],
    ...fourRows(target, stride),
    ...subtract,
    ...step(j, 8),
  ];
  const band = [
    ...[constant(0), set(j), get(v), set(vTile)].flat(),
    ...loop(tile, [...get(j), ...get(i), ...constant(4), add, lessThan]),
    ...[...get(cRow), ...get(stride), ...constant(2), shiftLeft, add, ...set(cRow)],
    ...[...get(wRow), ...get(wStride), ...constant(2), shiftLeft, add, ...set(wRow)],
    ...step(i, 4),
  ];
  const code = [
    ...[2, 13, i32, 11, v128], // local declarations: 13 i32 (5..17), 11 v128 (18..28)
    ...[...get(n), ...constant(2), shiftLeft, ...set(stride)],
    ...[...get(b), ...constant(2), shiftLeft, ...set(wStride)],
    ...[constant(0), set(i), get(c), set(cRow), get(w), set(wRow)].flat(),
    ...loop(band, [...get(i), ...get(n), lessThan]),
    0x0b,
  ];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 5, i32, i32, i32, i32, i32, 0]),
    ...section(2, [1, ...text('env'), ...text('memory'), 0x02, 0x00, ...leb(1)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('update'), 0x00, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
};

export interface InvertKernel {
  readonly memory: WebAssembly.Memory;
  /** Byte addresses c, w, v; sizes n (a multiple of 8) and b. */
  readonly update: (c: number, w: number, v: number, n: number, b: number) => void;
}

let compiled: WebAssembly.Module | undefined;

/** A kernel over its own memory of at least `bytes`; dropped with the object. */
export const invertKernel = (bytes: number): InvertKernel => {
  compiled ??= new WebAssembly.Module(assemble());
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) + 1 });
  const instance = new WebAssembly.Instance(compiled, { env: { memory } });
  return { memory, update: instance.exports.update as InvertKernel['update'] };
};
