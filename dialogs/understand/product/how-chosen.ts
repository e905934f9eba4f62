/** "How do I choose a tea?", 茶叶怎么选啊: of what is sold, the goods tell it, which lie before the shopper then. Takes folded text. */
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const forms: readonly RegExp[] = [
  /^(?:(?:so|and|ok|okay|hi|hello|hey|well|but|um+)[, ]+)*(?:how (?:do|should|would|can|does) (?:i|you|we|one|somebody|someone) (?:even |best )?(?:choose|pick|select|decide on|know which)|how to (?:choose|pick|select)|(?:can you |could you |please )*help me (?:to )?(?:choose|pick|decide on)|what (?:should|do) (?:i|you|we) look (?:for|out for) (?:in|with|when (?:buying|choosing)))(?: between| among| from)? (?:(?:an?|the|some|your|right|good|best|all those|these|those|kind of|type of|sort of) )*(?<goods>[a-z'-]+(?: [a-z'-]+)?)(?:[,;.?!-].*)?$/,
  /^(?:那|请问|你好|想问一?下|问一?下|我想买|想买|买|,| )*(?<goods>\p{Script=Han}{1,6}?)(?:应该|该|要|得|到底)?(?:怎么|咋|如何)(?:选|挑|选择|挑选)(?:比较好|才好|好|啊|呀|呢|吗)*(?:[,，。?？!！].*)?$/u,
  /^(?:我)?(?:完全|真的?|也|都|,)*不(?:太)?(?:会|懂|知道)(?:怎么|咋|如何)?(?:选|挑)(?<goods>\p{Script=Han}{1,6})(?:[,，。?？!！].*)?$/u,
];
const kinds: ReadonlySet<string> = new Set(['product', 'category']);

/** "How do I choose the gift?": the one that an order brings. */
const ofOrder = /\b(?:the|my|that|your|this) (?:free )?gifts?\b|赠品|赠礼|小礼/u;

/** The goods as they are looked for; undefined: nothing of the kind is asked, or nothing of that name is sold. */
export const kindToChoose = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): string | undefined => {
  if (ofOrder.test(folded)) return undefined;
  const goods = forms.flatMap(form => form.exec(folded)?.groups?.goods ?? []).at(0);
  if (goods === undefined) return undefined;
  const isSold = vocabulary
    .mentions(goods)
    .some(
      ({ start, end, meanings }) => start === 0 && end === goods.length && meanings.some(({ slot }) => kinds.has(slot)),
    );
  if (!isSold) return undefined;
  return hasHan(goods) ? `有没有${goods}` : `show me ${goods}`;
};
