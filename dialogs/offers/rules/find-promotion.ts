/** Which of the promotions that run a message speaks of: by code, name, kind, amount or goods. */
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import { languages } from '../../../knowledge/domain/language.ts';
import { toMajor } from '../../../knowledge/domain/money.ts';
import type { Action, Promotion } from '../../../knowledge/domain/promotion.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { readCount } from './amounts.ts';
import { mentionAt, nameIn, namesOf } from './mentions.ts';
import type { RuleContext } from './rule.ts';
import { countedScope } from './tell-deal.ts';

export type Findable = Pick<Promotion, 'id' | 'name' | 'conditions' | 'action' | 'trigger'>;

const kindWords: Readonly<Record<Action['kind'], RegExp>> = {
  'percent-off': /\d ?%|percent|\d ?折|[一二三四五六七八九] ?折|打折|(?<!第二件|会员|熟客|学生|员工|生日)折扣/u,
  'amount-off': /立减|\boff\b/u,
  'fixed-price': /一口价|特价|fixed price/u,
  'spend-and-save':
    /满减|每满|spend (?:and|&) save|\bspend(?:ing)? [¥$€£]?\d+|(?:off )?every [¥$€£]?\d+|满 ?\d+ ?(?:元)?减/u,
  'buy-x-get-y':
    /买.{0,4}[送赠]|第二件|半价|half[- ]price|\bbogo\b|buy \w+ (?:and )?get|second one|if (?:i|we|you) (?:buy|take|get|order) (?:two|2|three|3|several|more)|买[两二2]/u,
  bundle: /套装|组合|bundle|\bset\b/u,
  gift: /赠品|满赠|送礼|小礼|赠|送的|满 ?\d+ ?(?:元|块)?送|\bgifts?\b|\bfreebies?\b|\bfree (?!delivery|shipping|postage|returns?)[a-z]+\b/u,
  'free-shipping': /包邮|免运费|运费|free (?:shipping|delivery)|(?:shipping|delivery) deal/u,
};
const codeWords = /优惠码|券|折扣码|\bcodes?\b|\bcoupons?\b|\bvouchers?\b|码/u;
const hourWords = /晚|夜|早|evening|night|morning|hours|几点/u;

const amountsOf = ({ action, conditions }: Findable): number[] => {
  const found: number[] = [];
  const walk = (value: unknown): void => {
    if (!value || typeof value !== 'object') return;
    if ('minor' in value && 'currency' in value) found.push(toMajor(value as never));
    else Object.values(value).forEach(walk);
  };
  walk(action);
  walk(conditions);
  if (action.kind === 'percent-off') {
    const rate = Math.round(action.rate * 1000) / 10;
    found.push(rate, 100 - rate, (100 - rate) / 10);
  }
  return found;
};

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d+(?:\.\d+)?|[一二三四五六七八九](?= ?折)/g)].map(m => readCount(m[0]));

/** Categories, brands and products named in a text. */
export const goodsNamed = (text: string, context: RuleContext) => {
  const named = nameIn(text, namesOf(context));
  return [...named.text].flatMap(c => {
    const mention = mentionAt(c, named);
    const [meaning] = mention?.meanings ?? [];
    return mention && meaning ? [{ text: mention.text, meaning }] : [];
  });
};

export interface FindInput {
  readonly promotions: readonly Findable[];
  /** Codes in the message or on the cart, with what they open. */
  readonly codes: ReadonlyMap<string, PromotionId>;
  readonly context: RuleContext;
}

/** By what the things that come with an order are called: "that hand cream", 那个护手霜. */
const isGiftNamed = (
  text: string,
  { product, choices = [] }: Extract<Action, { kind: 'gift' }>,
  { products }: RuleContext,
): boolean => {
  const ids = [product, ...choices];
  return products.some(({ id, name }) => {
    if (!ids.includes(id)) return false;
    const english = (name.en ?? '').toLowerCase().split(', ')[0]!.split(' ').slice(-2).join(' ');
    const han = /\p{Script=Han}{3}$/u.exec((name.zh ?? '').split(' ')[1] ?? '')?.[0];
    return (english !== '' && text.includes(english)) || (han !== undefined && text.includes(han));
  });
};

const score = (text: string, promotion: Findable, { codes, context }: FindInput): number => {
  const upper = text.toUpperCase();
  let points = 0;
  for (const [code, id] of codes) if (id === promotion.id && upper.includes(code)) points += 50;
  for (const language of languages) {
    const name = fold(promotion.name[language] ?? '');
    if (name.length >= 2 && text.includes(name)) points += 100;
  }
  const { action, trigger } = promotion;
  if (action.kind === 'gift' && isGiftNamed(text, action, context)) points += 4;
  const isKind = kindWords[action.kind].test(text);
  if (isKind) points += action.kind === 'amount-off' ? 1 : 3;
  const amounts = amountsOf(promotion);
  const hits = numbersIn(text).filter(n => amounts.some(a => Math.abs(a - n) < 1e-6)).length;
  points += 4 * hits;
  if (trigger === 'code' && codeWords.test(text)) points += 3;
  // Nobody speaks of a code without one of its words where a deal for everybody is like it.
  else if (trigger === 'code' && points > 0 && points < 50) points -= 2;
  if (promotion.conditions.some(c => c.kind === 'hours') && hourWords.test(text)) points += 3;
  const scope = countedScope(promotion);
  for (const { meaning } of goodsNamed(text, context)) {
    if (meaning.kind === 'category' && scope?.categories?.includes(meaning.key)) points += 2;
    if (meaning.kind === 'brand' && scope?.brands?.includes(meaning.key)) points += 2;
    if (meaning.kind === 'product' && scope?.products?.includes(meaning.id)) points += 2;
  }
  return points;
};

/** The promotions a text may mean, all those that fit best; none: it names no promotion. */
export const promotionsNamed = (text: string, input: FindInput): readonly Findable['id'][] => {
  const folded = fold(text);
  const scored = input.promotions.map(p => ({ id: p.id, points: score(folded, p, input) }));
  const best = Math.max(0, ...scored.map(s => s.points));
  return best < 2 ? [] : scored.filter(s => s.points === best).map(s => s.id);
};

const between = /和|跟|与|同|及|(?<![a-z])(?:and|with|plus|alongside|on top of)(?![a-z])/u;

/** The two sides of "can A be combined with B"; a side that names none is left out. */
export const promotionsJoined = (text: string, input: FindInput): readonly (readonly PromotionId[])[] => {
  const sides = fold(text)
    .replace(/spend and save/g, 'spend & save')
    .split(between)
    .map(part => promotionsNamed(part, input))
    .filter(ids => ids.length > 0);
  const different = sides.filter((ids, i) => sides.findIndex(o => o.join() === ids.join()) === i);
  if (different.length > 0) return different.slice(0, 2);
  const whole = promotionsNamed(text, input);
  return whole.length > 0 ? [whole] : [];
};
