/** "What must I pay with the delivery to Germany?", 寄到日本一共多少钱: what is in the cart, or spoken of, with its delivery abroad. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import { placesAbroad } from '../text/places.ts';
import { type CostContext, costAsked } from './cost-asked.ts';
import { type CostLine, thingsNamed } from './cost-lines.ts';

const longest = 160;
const asksTotal =
  /\b(?:does|do|did) (?:that|this|it|the (?:total|sum|price)) (?:already )?include\b|\bis (?:that|this|it) (?:including|with)\b|\b(?:is|are) (?:the )?(?:shipping|delivery|postage)\b.{0,30}\b(?:included|in (?:that|there|it))\b|[这那]?(?:里面?|价格?|总价)?(?:包|含|算)(?:了|进去?|上)?(?:寄|发|送|运)(?:到|去|往).{2,10}(?:运费|邮费)|\b(?:including|incl|with|plus) (?:the )?(?:postage|delivery|shipping) to\b|\bwhat (?:would|will)\b.{2,60}\b(?:be|cost|come to)\b.{0,40}\b(?:delivery|shipping|postage|delivered)\b|\bhow much (?:is|are|for|would|will|do|does)\b.{0,90}\b(?:with|including|plus) (?:the )?(?:delivery|shipping|postage) to\b|\b(?:total|in all|altogether|all together|all in)\b|\bwhat (?:must|do|will|would|should|shall) (?:i|we) (?:have to |need to )?pay\b|\bhow much (?:must|do|will|would|should) (?:i|we) (?:have to |need to )?pay\b|\b(?:what|how much) (?:does|do|will|would) (?:it|that|everything|they|this) (?:all )?come to\b|一共|总共|合计|总价|加起来|(?:连|含|加上?|算上|带)(?:国际)?(?:运费|邮费)/u;
/** How long it takes is no sum. */
const ofTime = /\b(?:how long|how many days|when)\b|几天|多久|什么时候|多少天/u;
const to: readonly RegExp[] = [
  new RegExp(`\\bto (?:the )?(${placesAbroad.en})\\b`, 'u'),
  new RegExp(`(?:寄|发|送|运|邮)(?:到|去|往)?(${placesAbroad.zh})`, 'u'),
];
const count = /\b(one|two|three|four|five|[1-9])\b(?! of\b)|([一两二三四五1-9])[个件双份套包瓶台把条只盒]/u;
const counts: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
};
const countIn = (folded: string): number | undefined => {
  const said = count.exec(folded)?.slice(1).find(Boolean);
  return said === undefined ? undefined : (counts[said] ?? Number(said));
};

export interface SumAbroad {
  readonly lines: readonly CostLine[];
  readonly to: string;
}

/** 两罐滇红一罐茉莉, 含运到温哥华: what is named in it, each with its count. */
export const sumOfNamedAbroad = (folded: string, context: CostContext): SumAbroad | undefined => {
  const place = totalGoesTo(folded);
  if (place === undefined || thingsNamed(folded, context).length === 0) return undefined;
  const asked = costAsked(folded, context);
  if (asked && 'lines' in asked) return { lines: asked.lines, to: place };
  const named = thingsNamed(folded, context);
  const one = context.anyOf?.(asked && 'which' in asked ? asked.which : named);
  return one === undefined
    ? undefined
    : {
        lines: [
          { product: one, quantity: countIn(folded) ?? 1, ...(named.length > 1 ? { anyForm: true as const } : {}) },
        ],
        to: place,
      };
};

/** Undefined: no sum of it is asked, or nothing that it could be of is known. */
export const sumAbroad = (
  folded: string,
  { inCart = [], focus, shown }: Pick<ConversationMemory, 'inCart' | 'focus' | 'shown'>,
  inFormOf: CostContext['inFormOf'],
): SumAbroad | undefined => {
  const place = totalGoesTo(folded);
  if (place === undefined) return undefined;
  const said = countIn(folded);
  const [only, ...others] = inCart;
  // "Total for one speaker", of the two in the cart.
  if (only && others.length === 0 && said !== undefined) return { lines: [{ ...only, quantity: said }], to: place };
  if (only) return { lines: inCart.map(({ product, quantity }) => ({ product, quantity })), to: place };
  const one = focus ?? (shown.length === 1 ? shown[0] : undefined);
  return one === undefined
    ? undefined
    : { lines: [{ product: inFormOf(one, folded), quantity: said ?? 1 }], to: place };
};
/** The place abroad that a sum with its delivery is asked for. */
const totalGoesTo = (folded: string): string | undefined =>
  folded.length <= longest && asksTotal.test(folded) && !ofTime.test(folded) ? placeIn(folded) : undefined;
const placeIn = (folded: string): string | undefined => {
  for (const form of to) {
    const place = form.exec(folded)?.[1];
    if (place !== undefined) return place;
  }
  return undefined;
};
