/** FNV-1a over UTF-16 units, 32 bits, 0..2^32-1: for names and buckets, not for secrets. */
export const hashText = (text: string, seed = 0x811c9dc5): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};
