/**
 * How alike two weighted 0/1 vectors are, from what they share and their squared lengths.
 *
 * - Cosine family: together / (|source|^(2·`sourcePower`) · |target|^(2·`targetPower`) + `shrink`). Powers ½ and ½ are the cosine, α and
 *   1 - α the asymmetric cosine (Aiolli 2013), 1 and α the conditional probability with frequent targets held back (Deshpande & Karypis
 *   2004), 0 and 0 plain co-occurrence.
 * - Tversky (1977), when `onlySource` + `onlyTarget` > 0: together / (together + `onlySource`·(|source|² - together) +
 *   `onlyTarget`·(|target|² - together) + `shrink`). 1 and 1 are Jaccard's, ½ and ½ Dice's.
 */
export interface Similarity {
  readonly sourcePower: number;
  readonly targetPower: number;
  readonly onlySource: number;
  readonly onlyTarget: number;
  readonly shrink: number;
}

export const cosine: Similarity = { sourcePower: 0.5, targetPower: 0.5, onlySource: 0, onlyTarget: 0, shrink: 0 };

const isTversky = ({ onlySource, onlyTarget }: Similarity): boolean => onlySource + onlyTarget > 0;

/** Arguments: what both share, and the squared lengths. */
export const similarityOf = (
  rule: Similarity,
  together: number,
  sourceSquares: number,
  targetSquares: number,
): number =>
  isTversky(rule)
    ? together /
      (together +
        rule.onlySource * Math.max(0, sourceSquares - together) +
        rule.onlyTarget * Math.max(0, targetSquares - together) +
        rule.shrink)
    : together / (sourceSquares ** rule.sourcePower * targetSquares ** rule.targetPower + rule.shrink);

/** `similarityOf` one target at a time with any of many sources, whose powers are taken once. */
export interface SimilarityTo {
  /** Takes the target in. */
  of(targetSquares: number): void;
  /** `together`: what source and target share. */
  with(source: number, together: number): number;
}

export const similarityTo = (rule: Similarity, sourceSquares: Float64Array): SimilarityTo => {
  let target = 0;
  if (isTversky(rule))
    return {
      of: squares => {
        target = squares;
      },
      with: (source, together) => similarityOf(rule, together, sourceSquares[source]!, target),
    };
  const lengths = sourceSquares.map(squares => squares ** rule.sourcePower);
  return {
    of: squares => {
      target = squares ** rule.targetPower;
    },
    with: (source, together) => together / (lengths[source]! * target + rule.shrink),
  };
};
