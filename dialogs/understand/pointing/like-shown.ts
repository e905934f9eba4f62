/** "Like the first one but in green", "跟第一个差不多但是绿色的": another of the kind of a product that was shown. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Entities } from '../../turn.ts';

const english =
  /\b(?:similar to|(?<!\bor )(?:something|anything|one|ones|more|others?) (?:just )?like|same (?:one )?as|the same (?:one|thing|model|style)) (?:the |that |this |it\b)?|\blike (?:it|(?:the|that|this) (?:\w+ ){0,3}?\w+),? (?:but|only|except|just)\b|\b(?:same|that|this) (?:one|model|style|thing),? (?:but|in)\b|^(?:(?:and|so|ok|do you have|have you got|got|i want|i'd like)[,. ]+)*the same,? (?:but|only|just|in|one in)\b/;

const chinese =
  /(?:跟|和|像|与|类似|同)(?:刚才|刚刚|上面|前面)?的?(?:第 ?[一二三四五\d][个款件双条只]?|最后一?[个款件双]?|[这那][个款件双条只种]?|它).{0,3}(?:差不多|一样|类似|那样|同款|相似|的款|似的)|(?:第 ?[一二三四五\d][个款件双条只]?|[这那][个款件双])(?:那样|那种|差不多|同款|类似)的|(?:跟|和|像)(?:上次|上回|之前|上一?个)(?:买)?(?:的|那[个款双件])?(?:一样|差不多).{0,4}(?:但|不过|就是|只是|要|换)|^(?:要)?(?:一模)?一样的,? ?(?:但|要|换|只要|就是)|^同款.{0,2}(?:但|要|换)/u;

/** Takes folded text. */
export const asksForLike = (folded: string): boolean =>
  folded.length <= 160 && (english.test(folded) || chinese.test(folded));

/** The product that is pointed at; undefined: none is. */
export const pointedAt = (entities: Entities, memory: ConversationMemory): ProductId | undefined => {
  const { ordinal, products } = entities;
  if (ordinal !== undefined && ordinal !== 0) return memory.shown.at(ordinal > 0 ? ordinal - 1 : ordinal);
  return products[0] ?? memory.focus ?? (memory.shown.length === 1 ? memory.shown[0] : undefined);
};

/** The kind of that product as wishes, joined with what is to be different. */
export const likeButWith = (
  id: ProductId,
  said: readonly StatedPreference[],
  forWhom: string,
  quote: string,
  view: CatalogueView,
): readonly StatedPreference[] => {
  const product = view.byId.get(id);
  if (!product || said.some(p => p.slot === 'category' && p.polarity === 'like')) return said;
  const wish = (slot: StatedPreference['slot'], value: string): StatedPreference => ({
    slot,
    value,
    polarity: 'like',
    forWhom,
    quote,
    confidence: 0.6,
  });
  const type = product.attributes.type?.[0];
  return [wish('category', product.category), ...(type ? [wish('product', type)] : []), ...said];
};
