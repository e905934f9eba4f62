/** What goods come to, as a message asks for it: of what is named or lies there, of any goods for so much, or sent abroad. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { modelInName } from '../../../knowledge/retrieval/goods/families.ts';
import type { ConversationMemory } from '../../memory.ts';
import { bothTaken } from '../cart/both-taken.ts';
import { costAsked } from '../cart/cost-asked.ts';
import { thingsNamed } from '../cart/cost-lines.ts';
import { deliveryOfAmount, isCountedAtPrice } from '../cart/delivery-of-amount.ts';
import { sumAbroad, sumOfNamedAbroad } from '../cart/sum-abroad.ts';
import type { ShopReader } from '../shop-reader.ts';
import { withoutAsking } from './thing-named.ts';

interface Calling extends Pick<ShopReader['thingNamed'], 'inFormOf' | 'tellsForm'> {
  readonly thingNamed: (words: string) => readonly ProductId[];
}

export const createSumSpokenOf = ({ view, onlyThing, thingNamed }: ShopReader) => {
  const inChina = view.shop.currency === 'CNY';
  const tableOf = (ids: readonly ProductId[]) => ids.flatMap(id => view.byId.get(id) ?? []);
  /** Any of them where they are one model at one price. */
  const anyOf = (ids: readonly ProductId[]): ProductId | undefined => {
    const [first, ...others] = tableOf(ids);
    return first &&
      others.every(
        other =>
          modelInName(other.name.en ?? '') === modelInName(first.name.en ?? '') &&
          other.price.minor === first.price.minor,
      )
      ? first.id
      : undefined;
  };

  /** `leaves`: whether goods are to go abroad, as far as the message says so. Takes folded text; undefined: no sum is asked for. */
  return (folded: string, memory: ConversationMemory, calling: Calling, leaves: boolean | undefined) => {
    const adding = {
      memory,
      ...calling,
      thingNamed: (words: string) => {
        const found = calling.thingNamed(words);
        return found.length > 0 ? found : onlyThing(withoutAsking(words)).map(p => p.id);
      },
      sortOf: (words: string) => thingNamed.sortOf(words, memory.focus),
      bothSpokenOf: () => bothTaken('both', memory, view)?.lines.map(line => line.product) ?? [],
    };
    // "Is 169 enough for free delivery?": of any goods for so much, unless one is named.
    const amount = inChina ? deliveryOfAmount(folded) : undefined;
    if (amount && (isCountedAtPrice(folded) || thingsNamed(folded, adding).length !== 1)) return amount;
    const ofAbroad =
      inChina && leaves !== false
        ? (sumOfNamedAbroad(folded, { ...adding, anyOf }) ?? sumAbroad(folded, memory, calling.inFormOf))
        : undefined;
    return leaves || ofAbroad ? ofAbroad : costAsked(folded, adding);
  };
};
