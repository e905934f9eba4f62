/**
 * "I'll have two, one for her and one for her brother: yellow and green", 我要两个 颜色不一样 黄的和绿的: as many as there are colours,
 * of the one that is looked at one in each. Takes folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { isSellable } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { matches, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { buysNothing } from './buys-nothing.ts';
import type { Ordered, OrderMemory } from './ordered.ts';

const longest = 160;
const ordering =
  /\b(?:(?:i|we)(?:'?ll| will) (?:have|take|get|buy|do)|(?:i|we)(?:'?d| would) like|give me|get me|add|put) (?:just )?(two|three|four|[2-4]|both)(?= (?:of (?:them|those|these|it)|pairs?)\b|[,.:;! ]*$|[,.:;!]| (?:one|an?) )|(?:要|来|买|拿|加)([两二三四2-4])[个件双条只盒包瓶套罐袋台份支副顶把](?=$|[\s,，。.:：;；!！、])/u;
const numbers =
  /(?<![a-z\d])(?:\d+|two|three|four|five|six)(?![a-z\d])|[\d两二三四五六](?=[个件双条只盒包瓶套罐袋台份支副顶把])/gu;
const kinds: ReadonlySet<string> = new Set(['product', 'category']);

export const coloursCounted = (
  folded: string,
  { focus, shown }: Pick<OrderMemory, 'focus' | 'shown'>,
  { mentions }: Pick<Vocabulary, 'mentions'>,
  { products, byId }: Pick<CatalogueView, 'products' | 'byId'>,
): Ordered | undefined => {
  if (folded.length > longest || /[?？]/u.test(folded)) return undefined;
  const [, english, chinese] = ordering.exec(folded) ?? [];
  const said = english ?? chinese;
  if (said === undefined || (folded.match(numbers) ?? []).length > 1 || buysNothing(folded)) return undefined;
  const of = byId.get(focus ?? (shown.length === 1 ? shown[0]! : ('' as never)));
  if (!of) return undefined;
  const words = mentions(folded).flatMap(({ meanings }) => meanings);
  const isOther =
    words.some(one => kinds.has(one.slot)) && !words.some(one => matches(of, { ...one, polarity: 'like' }));
  const colours = [...new Set(words.flatMap(one => (one.slot === 'colour' ? [one.value] : [])))];
  if (isOther || colours.length < 2 || colours.length !== (said === 'both' ? 2 : readNumber(said))) return undefined;
  const family = familyOf(of);
  const lines = colours.flatMap(colour => {
    const one = products.find(
      p => isSellable(p) && familyOf(p) === family && valuesOf(p, 'colour')?.includes(colour) === true,
    );
    return one ? [{ product: one.id, quantity: 1 }] : [];
  });
  return lines.length === colours.length ? { lines, open: [], inAll: false } : undefined;
};
