/** What a sentence says about delivery and returns, against the shop's settings. */
import type { Language } from '../domain/language.ts';
import { formatMoney, type Money } from '../domain/money.ts';
import type { Promotion } from '../domain/promotion.ts';
import type { Shop } from '../domain/shop.ts';
import { amountsIn, daysIn } from './figures.ts';

export interface Contradiction {
  readonly about: 'shipping-fee' | 'free-shipping' | 'return-days' | 'promotion' | 'price' | 'stock';
  readonly subject?: string;
  readonly said: string;
  readonly holds: string;
}

/** The fee and the threshold are those of delivery at home. */
const abroad =
  /hong kong|macau|macao|taiwan|overseas|abroad|international|asia|europe|america|oceania|world|\beu\b|港|澳|台湾|海外|国际|境外|国外|欧洲|美国|加拿大|日本|express (?:delivery|shipping)|next[- ]day|加急|次日达|特快/iu;
const sendingBack = /\breturn|send(?:ing)?\b[^.]{0,20}\bback|refund|exchange|退货|退回|寄回|换货|退款/iu;
const delivery =
  /\b(?:delivery|shipping|postage|shipped|delivered|ships?)\b|运费|邮费|快递费|配送费|包邮|免邮|免运费/iu;
const freeDelivery =
  /free (?:standard )?(?:delivery|shipping|postage)|(?:deliver(?:ed|y)?|ships?|shipped|shipping|postage)\b[^.;,]{0,40}? free\b|for free|no (?:delivery|shipping) (?:fee|charge)|包邮|免邮|免运费|免(?:快递|配送)费/iu;
const fromWords = /\b(?:from|over|above|of|at least|reach(?:es)?|spend|minimum|more than)\s*$/iu;
const orMore = /^\s*(?:or more|and (?:more|over|up)|upwards?|\+|以上|起|及以上)/iu;
const conditional = /\bif\b|\bwhen\b|\bwith\b|\bmembers?\b|promotion|deal|code|活动|会员|使用|券|码|满/iu;

const same = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency;

/** Thresholds from which delivery is free now: the shop's own and those of running promotions. */
const thresholdsOf = (shop: Shop, live: readonly Promotion[]): Money[] => [
  ...(shop.freeShippingFrom ? [shop.freeShippingFrom] : []),
  ...live
    .filter(p => p.action.kind === 'free-shipping')
    .flatMap(p => p.conditions.flatMap(c => (c.kind === 'min-spend' ? [c.amount] : []))),
];

const deliveryClaims = (
  sentence: string,
  shop: Shop,
  live: readonly Promotion[],
  language: Language,
): Contradiction[] => {
  if (!delivery.test(sentence) || sendingBack.test(sentence)) return [];
  const found: Contradiction[] = [];
  const thresholds = thresholdsOf(shop, live);
  const holdsFree = shop.freeShippingFrom
    ? formatMoney(shop.freeShippingFrom)
    : `${language === 'zh' ? '不包邮，运费' : 'no free delivery, '}${formatMoney(shop.shippingFee)}`;
  const isFree = freeDelivery.test(sentence);
  // "满 199 包邮" leaves the unit out.
  const amounts = [
    ...amountsIn(sentence, shop.currency),
    ...[...sentence.matchAll(/满\s?(\d+)(?!\s?(?:元|块|\d))/gu)].flatMap(m =>
      amountsIn(`${m[1]}元`, 'CNY')
        .filter(() => shop.currency === 'CNY')
        .map(f => ({ ...f, text: m[0], start: m.index + 1, end: m.index + m[0].length })),
    ),
  ];
  for (const amount of amounts) {
    const before = sentence.slice(0, amount.start);
    const after = sentence.slice(amount.end);
    const isThreshold = /满\s?$/u.test(before) || fromWords.test(before) || orMore.test(after);
    // A figure is abroad when its own part of the sentence is.
    const clause = `${before.split(/[;；。，,]/).at(-1)}${amount.text}${after.split(/[;；。，,]/)[0]}`;
    if (abroad.test(clause)) continue;
    if (isThreshold && isFree) {
      if (!thresholds.some(t => same(t, amount.value)))
        found.push({ about: 'free-shipping', said: formatMoney(amount.value), holds: holdsFree });
    } else if (
      !isThreshold &&
      !abroad.test(sentence.slice(0, amount.start)) &&
      (/(?:delivery|shipping|postage)[^.;¥$€£\d]{0,60}?(?:costs?|is|fee|charges?|:|of)\s*$/iu.test(before) ||
        /^\s*(?:for )?(?:delivery|shipping|postage)\b/iu.test(after) ||
        /(?:运费|邮费|快递费|配送费)[^，。；;\d]{0,8}$/u.test(before)) &&
      !same(amount.value, shop.shippingFee)
    )
      found.push({ about: 'shipping-fee', said: formatMoney(amount.value), holds: formatMoney(shop.shippingFee) });
  }
  const always =
    /(?:delivery|shipping|postage) (?:is|are) (?:always |completely )?free|(?:all|every) orders? (?:ships?|(?:is|are) (?:delivered|shipped)) free|free (?:delivery|shipping) on (?:all|every|any) orders?|全场包邮|全部包邮|(?:所有|任何|每个|每笔)(?:订单|商品)?(?:都|均|一律)?(?:包邮|免运费|免邮)|一律(?:包邮|免运费)/iu;
  const anyAmount = amounts.length > 0;
  if (
    always.test(sentence) &&
    !anyAmount &&
    !conditional.test(sentence) &&
    !abroad.test(sentence) &&
    shop.shippingFee.minor > 0
  )
    found.push({
      about: 'shipping-fee',
      said: formatMoney({ minor: 0, currency: shop.currency }),
      holds: shop.freeShippingFrom
        ? language === 'zh'
          ? `运费${formatMoney(shop.shippingFee)}，满${formatMoney(shop.freeShippingFrom)}包邮`
          : `${formatMoney(shop.shippingFee)}, free from ${formatMoney(shop.freeShippingFrom)}`
        : formatMoney(shop.shippingFee),
    });
  return found;
};

/** The time allowed for a return, not the time a refund, a repair or a parcel takes. */
const returnWindow =
  /\breturn(?:s|ed|ing|able)?\b|send (?:it|them|anything|something|things?|goods) back|change your mind|money[- ]back|withdraw|退货|无理由|可以退|能退|退换/iu;
const otherTime =
  /refund(?:s|ed)? (?:\w+ )?(?:within|in|takes?)|working|business|warranty|guarantee|courier|pick(?:ed)? up|exchange|退款(?:需要|在|到账)|check(?:ed)?|inspect|工作日|质保|保修|到账|审核|上门|换货|寄到|物流/iu;

const returnClaims = (sentence: string, shop: Shop, language: Language): Contradiction[] => {
  if (!returnWindow.test(sentence)) return [];
  return daysIn(sentence).flatMap((days): Contradiction[] => {
    const before = sentence.slice(Math.max(0, days.start - 40), days.start);
    const after = sentence.slice(days.end, days.end + 40);
    const isWindow =
      /(?:within|have|get|up to|for|first|same|window (?:is|of)|until)\s*(?:the )?(?:same |full )?$/iu.test(before) ||
      /^[\s-]*(?:to return|return|from (?:delivery|receipt|the day)|after (?:delivery|receipt|you receive)|of (?:delivery|receipt|receiving))/iu.test(
        after,
      ) ||
      /^\s?(?:内|之内|以内)?[^，。；]{0,8}(?:退|无理由)/u.test(after) ||
      /^\s?(?:内|之内|以内)/u.test(after);
    if (!isWindow || otherTime.test(`${before}${days.text}${after}`) || days.value === shop.returnDays) return [];
    return [
      {
        about: 'return-days',
        said: days.text,
        holds: language === 'zh' ? `${shop.returnDays}天` : `${shop.returnDays} days`,
      },
    ];
  });
};

/** What holds is said in the language of the sentence. */
export const shopContradictions = (
  sentence: string,
  shop: Shop,
  live: readonly Promotion[],
  language: Language,
): Contradiction[] => [...deliveryClaims(sentence, shop, live, language), ...returnClaims(sentence, shop, language)];
