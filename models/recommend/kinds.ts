import { bpr } from './factors/bpr.ts';
import { dotProduct } from './factors/dot-product.ts';
import { ials } from './factors/ials.ts';
import { textCnn } from './factors/text-cnn.ts';
import { twoTower } from './factors/two-tower.ts';
import { ease } from './linear/ease.ts';
import type { ModelKind } from './model.ts';
import { contentKnn } from './neighbours/content-knn.ts';
import { itemKnn } from './neighbours/item-knn.ts';
import { markov } from './neighbours/markov.ts';
import { rp3beta } from './neighbours/rp3beta.ts';
import { userKnn } from './neighbours/user-knn.ts';
import { gru4rec } from './networks/gru4rec.ts';
import { multDae } from './networks/mult-dae.ts';
import { multVae } from './networks/mult-vae.ts';
import { nextitnet } from './networks/nextitnet.ts';
import { sasrec } from './networks/sasrec.ts';
import { popularity, trending } from './popularity/popularity.ts';
import { popularityOfStated } from './popularity/popularity-of-stated.ts';
import { randomOrder } from './popularity/random-order.ts';
import { buyAgain } from './repeat/buy-again.ts';
import { reorder } from './repeat/reorder.ts';

/** The catalogue of models; each is one file. `blend` mixes them. */
export const modelKinds: readonly ModelKind[] = [
  popularity,
  trending,
  buyAgain,
  reorder,
  itemKnn,
  userKnn,
  rp3beta,
  markov,
  ease,
  ials,
  bpr,
  dotProduct,
  multDae,
  multVae,
  twoTower,
  contentKnn,
  textCnn,
  gru4rec,
  sasrec,
  nextitnet,
];

/** Those that a comparison needs and a shop doesn't. */
export const floorKinds: readonly ModelKind[] = [randomOrder, popularityOfStated];

/** Throws for a name that is not in the catalogue. */
export const kindNamed = (name: string): ModelKind => {
  const kind = [...modelKinds, ...floorKinds].find(candidate => candidate.name === name);
  if (kind === undefined)
    throw new Error(`Unknown model ${JSON.stringify(name)}; known are ${modelKinds.map(k => k.name).join(', ')}`);
  return kind;
};

/** Models whose scores don't depend on the shopper: a blend adds them up once. */
export const staticModels: ReadonlySet<string> = new Set(['popularity', 'trending']);
