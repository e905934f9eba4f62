/** One step of it, for whoever hashes all beginnings of a text; `>>> 0` makes the number that hashText gives. */
export const nextHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** FNV-1a over UTF-16 units, 32 bits, 0..2^32-1: for names and buckets, not for secrets. */
export const hashText = (text: string, seed = 0x811c9dc5): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = nextHash(hash, text.charCodeAt(i));
  return hash >>> 0;
};
