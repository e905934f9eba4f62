/**
 * How a member's score enters a blend. `plain`: as it is. `log`: sign(x) · log(1 + |x|). Scores that are counts or shares, as those of
 * neighbour lists, then add up like logarithms of chances (a product of experts, Hinton 2002): what one member is sure of no longer
 * drowns what the others say, and logits of a network meet their like.
 */
export const scoreShapes = ['plain', 'log'] as const;
export type ScoreShape = (typeof scoreShapes)[number];

export const isShape = (text: string): text is ScoreShape => scoreShapes.some(shape => shape === text);

/** Every component as it is. */
export const plainShapes = (components: readonly unknown[]): readonly ScoreShape[] => components.map(() => 'plain');

/** `x`: a score over its standard deviation among all products. 0 stays 0. */
export const shaped = (shape: ScoreShape, x: number): number =>
  shape === 'plain' ? x : x < 0 ? -Math.log1p(-x) : Math.log1p(x);

/** What a raw score with this spread adds to a blend. */
export const scoreIn = (weight: number, spread: number, shape: ScoreShape): ((value: number) => number) => {
  const factor = weight / spread;
  return shape === 'plain' ? value => factor * value : value => weight * shaped(shape, value / spread);
};
