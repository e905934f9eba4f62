/** Unigram sentence pieces (Kudo 2018): the likeliest way to cut a text into a fixed vocabulary, by Viterbi. */

/** Piece and its log-probability; the place in the list is the id. The first six are reserved and never cut. */
export type PieceVocabulary = readonly (readonly [piece: string, score: number])[];

const reserved = 6;
const unknown = 0;
/** Dearer than any piece: a character outside the vocabulary is the last resort. */
const unknownScore = -25;
const space = '▁';

export const createPieceCutter = (vocabulary: PieceVocabulary): ((text: string) => number[]) => {
  const pieces = new Map<string, { id: number; score: number }>();
  let longest = 1;
  for (const [id, [piece, score]] of vocabulary.entries()) {
    if (id < reserved) continue;
    pieces.set(piece, { id, score });
    longest = Math.max(longest, [...piece].length);
  }
  return text => {
    const normal = text.normalize('NFKC');
    if (normal === '') return [unknown];
    const characters = [...(space + normal.replaceAll(' ', space))];
    const end = characters.length;
    const best = new Float64Array(end + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(end + 1);
    const ids = new Int32Array(end + 1);
    best[0] = 0;
    for (let i = 0; i < end; i++) {
      const here = best[i] as number;
      let piece = '';
      for (let n = 1; n <= longest && i + n <= end; n++) {
        piece += characters[i + n - 1];
        const known = pieces.get(piece);
        if (!known || here + known.score <= (best[i + n] as number)) continue;
        best[i + n] = here + known.score;
        from[i + n] = i;
        ids[i + n] = known.id;
      }
      if (here + unknownScore > (best[i + 1] as number)) {
        best[i + 1] = here + unknownScore;
        from[i + 1] = i;
        ids[i + 1] = unknown;
      }
    }
    const cut: number[] = [];
    for (let i = end; i > 0; i = from[i] as number) {
      const id = ids[i] as number;
      // Unknown characters in a row are one unknown piece.
      if (id !== unknown || cut.at(-1) !== unknown) cut.push(id);
    }
    return cut.reverse();
  };
};
