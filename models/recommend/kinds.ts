import { bpr } from './bpr.ts';
import { buyAgain } from './buy-again.ts';
import { contentKnn } from './content-knn.ts';
import { dotProduct } from './dot-product.ts';
import { ease } from './ease.ts';
import { gru4rec } from './gru4rec.ts';
import { ials } from './ials.ts';
import { itemKnn } from './item-knn.ts';
import { markov } from './markov.ts';
import type { ModelKind } from './model.ts';
import { multDae } from './mult-dae.ts';
import { multVae } from './mult-vae.ts';
import { nextitnet } from './nextitnet.ts';
import { popularity, trending } from './popularity.ts';
import { popularityOfStated } from './popularity-of-stated.ts';
import { randomOrder } from './random-order.ts';
import { reorder } from './reorder.ts';
import { rp3beta } from './rp3beta.ts';
import { sasrec } from './sasrec.ts';
import { textCnn } from './text-cnn.ts';
import { twoTower } from './two-tower.ts';
import { userKnn } from './user-knn.ts';

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
