/** Which values dropout keeps: a hash of seed and place (the finaliser of MurmurHash3), the same on every backend. */

/** Below this number of 2^32 a value is dropped. */
export const dropThreshold = (rate: number): number => Math.min(0xffff_ffff, Math.round(rate * 0x1_0000_0000)) >>> 0;

/** Spreads a seed over all bits, so that neighbouring seeds have unlike masks. */
export const seedWord = (seed: number): number => mixed(Math.imul(seed | 0, 0x9e37_79b1) + 0x7f4a_7c15);

const mixed = (value: number): number => {
  let h = value | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85eb_ca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2_ae35);
  return h ^ (h >>> 16);
};

/** 0 where dropped, 1 / (1 - rate) elsewhere. */
export const dropoutMask = (size: number, rate: number, seed: number): Float32Array => {
  const [word, threshold, kept] = [seedWord(seed), dropThreshold(rate), 1 / (1 - rate)];
  return Float32Array.from({ length: size }, (_, i) => (mixed(mixed(i) ^ word) >>> 0 < threshold ? 0 : kept));
};
