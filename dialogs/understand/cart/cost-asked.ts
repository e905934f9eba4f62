/**
 * "What would two of the first come to with delivery?", 两件加运费一共多少: what goods would cost together, which puts nothing into
 * the cart. Takes folded text.
 */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { ConversationMemory } from '../../memory.ts';
import { type AddsUp, addsUp } from './adds-up.ts';
import { asksAmount, asksForAmount, ofAllHeld, saysTime } from './amount-asked.ts';
import { amountSpent, checksAmount, otherAmountSpent, piecesAt } from './amount-spent.ts';
import { asksBreakdown } from './cart-sum.ts';
import {
  type CostLine,
  countIn,
  counting,
  hanCounting,
  linesOfNames,
  linesOfPlaces,
  type NamedLines,
  type Naming,
  numberOf,
  thingsNamed,
  unit,
} from './cost-lines.ts';
import { figureChecked } from './figure-checked.ts';

const delivered =
  /\b(?:with|including|incl|inc|plus|and|before|counting) (?:the )?(?:delivery|shipping|postage)\b|\b(?:delivery|shipping|postage) (?:included|and all|on top)\b|\bdelivered\b|(?:含|加上?|算上|连|带|包括|包含|连同)(?:着|上)?(?:运费|邮费|快递费)|(?:运费|邮费|快递费)(?:也|都|一起|在内|算进去|加进去|加上)/u;
const off =
  /\ball in(?: all)?[?!. ]*$|\b(?:actually|really|finally) (?:have to )?pay\b|\b(?:final|end) price\b|\bpay (?:in the end|at (?:the )?checkout|all in)\b|到手|实付|付多少|满减(?:下来|算下来)|叠加(?:了|上|完)?(?:满减|优惠|活动)|\b(?:after|with) (?:the |any |all )?(?:discounts?|deals?|offers?|promotions?|money off)\b|折后|打完折|打了折|打折(?:之?后|下来|完)|优惠(?:之?后|完|下来)|减完|活动后|满减(?:之?后|完)|用完?券后|券后/u;

const pays = /\b(?:pay|owe|total|in all|altogether|all together)\b|付|实付|一共|总共|总价|合计|全部/u;

/** Of what was bought, of a refund, of a deal's rule: not of goods that may be bought. */
const ofOther =
  /\bhow much (?:is|are|does|do|would|will|for)(?: the)? (?:delivery|shipping|postage)\b|\bwhat does (?:delivery|shipping|postage) cost\b|(?<![加含连带上])运费(?:是|要)?多少|\b(?:my orders?|orders? (?:#|no|number|from|i)|i (?:paid|bought|ordered)|refund\w*|returns?|exchang\w*|gift ?cards?|per month|insur\w*|custom|points?)\b|\b(?:do|does|will|would|can) (?:both|they|these|the two)\b.{1,60}\b(?:count|apply|combine|stack|work)\b|退|换货|订单|买过|买的|付了|积分|礼品卡|满多少|差多少|还差|凑|税/u;

const eachOf = new RegExp(`\\b(${counting}) of each\\b|各(?:来|要|买|拿)?(${hanCounting})${unit}`, 'u');

const countedThing = /[一两俩三四五六七八九十][个件双份包瓶台把条只盒袋支罐](?![装套人月])的?[\p{Script=Han}\d]/gu;
/** 去掉电壶再算, "and without the kettle?": of what was added up just now, all but that. */
const withoutIt =
  /(?:去掉|除掉|除了|除去|减去|减掉|拿掉|不算|不要|不加)(?:那个|这个|那|这)?([^,，。!！?？]{1,10}?)(?:的话|之外|以外|了)?(?:再|重新|呢|要|一共|总共|多少|[,，。!！?？ ]|$)|\b(?:without|minus|leaving out|leave out|except|excluding|not counting|take away|drop|if i skip) (?:the |that )?([a-z][a-z' -]{2,24}?)(?=$|[,.?!]| (?:then|what|how|please|altogether))/gu;
const sumsAgain = /^(?:不对|错了)|再算|重新算|多少|一共|总共|呢|算一?[下算]|\b(?:how much|what|total|again|then)\b|\?/u;
const bothOrAll =
  /\b(?:both|all (?:of (?:them|these|those)|three|four|five)|the (?:two|three|four|five) of them|(?:these|those|the) two)\b|全部|都[要买拿]|这[几两俩三四五]|[两俩][个件款双]?都|它们|俩(?:加|一起|合)/u;
const bothTogether = /\b(?:both|the two)\b|[两俩][个样件款]?(?:东西)?(?:一起|合(?:一起|起来)|加(?:一起|起来))/u;
const firstFew = /\bfirst (two|three|four)\b|前([两二三四])[个款件双]/u;

const oneOfEach = (some: readonly ProductId[]): CostLine[] =>
  some.length > 1 ? some.map(product => ({ product, quantity: 1 })) : [];

/** "The first two" of a list. */
const firstOf = (folded: string, shown: readonly ProductId[]): CostLine[] => {
  const few = firstFew.exec(folded);
  return few ? oneOfEach(shown.slice(0, readNumber(few[1] ?? few[2]!))) : [];
};

/** All of a list whose things aren't named. */
const linesOfList = (folded: string, shown: readonly ProductId[]): CostLine[] =>
  bothOrAll.test(folded) && shown.length <= 5 ? oneOfEach(shown) : [];

/** A count or "with delivery" and little else, right after a sum was told: "and three?", 那三件呢, "with delivery?" */
const goesOn = new RegExp(
  `^(?:(?:and|so|ok|but|hmm|what about|how about|what if|if|just|only)[,. ]+)*(?:(?:i|we) )?(?:(?:order|buy|get|take|want|make it|had|ordered|bought|got|took) )?(?:(?:for )?(${counting})(?: of (?:them|it|those|these))?)?(?:,? ?(?:with|including|incl|plus|and) (?:the )?(?:delivery|shipping|postage))?(?: then| instead)?[?!. ]*$|^(?:那|如果|要是|我)*(?:要|买|[来拿](?=.*(?:呢|多少)))?(?:(${hanCounting})${unit})?(?:的话)?(?:含|加上?|算上|连|带)?(?:运费|邮费)?(?:呢|哦|啊|呀|多少钱?|一共多少钱?)*[?!. ]*$`,
  'u',
);

export interface CostContext extends Naming {
  readonly memory: Pick<ConversationMemory, 'shown' | 'focus' | 'sum'> &
    Partial<Pick<ConversationMemory, 'inCart' | 'spentAt' | 'spent' | 'turns'>>;
  /** One of them, where they are one thing in several colours at one price. */
  readonly anyOf?: (ids: readonly ProductId[]) => ProductId | undefined;
  /** The two things that were spoken of, one after the other; none where they were more. */
  readonly bothSpokenOf?: () => readonly ProductId[];
}

/** 那护肤九折晚上会再减多少, "what would the evening deal take off?": of nothing that is named, and what is looked at lies in the cart. */
const isOfHeld = (folded: string, context: CostContext): boolean => {
  const { focus, inCart = [] } = context.memory;
  const isHeld = focus === undefined ? inCart.length > 0 : inCart.some(line => line.product === focus);
  return isHeld && countIn(folded, false) === undefined && thingsNamed(folded, context).length === 0;
};

/** Whether a message speaks of a sum at all, whatever it is of. */
export const speaksOfSum = (folded: string): boolean =>
  folded.length <= longest && asksForAmount(folded) && !ofOther.test(folded);
const longest = 160;

export type CostAsked =
  /** `to`: a place abroad that it is delivered to. */
  /** `open`: what a kind named beside them may be, where it isn't clear which. */
  | { readonly lines: readonly CostLine[]; readonly to?: string; readonly open?: readonly ProductId[] }
  /** So many of something: which of these is not clear. */
  | { readonly which: readonly ProductId[]; readonly each?: number }
  /** Goods of so much, in major units of the shop's currency; `pieces`: so many of one thing. */
  | {
      readonly amount: number;
      readonly to?: string;
      readonly ofDelivery?: true;
      readonly pieces?: number;
    }
  | { readonly added: AddsUp };

/**
 * What is to be added up; undefined: no sum is asked for. The price of one thing by itself is no sum; of one with its delivery or less its
 * deals it is.
 */
export const costAsked = (said: string, context: CostContext): CostAsked | undefined => {
  if (said.length > longest) return undefined;
  // "359 minus 30, so I pay 329?" is held against what it comes to.
  if (figureChecked(said)?.paid) return undefined;
  const folded = withoutTurnedDown(said.replace(countsDeals, '').replace(countDenied, ''));
  // 35套: so many of each of what is named.
  const sets = setsOf.exec(folded)?.slice(1).find(Boolean);
  const once = sets === undefined ? undefined : linesOfNames(folded.replace(setsOf, ' '), context);
  if (sets !== undefined && once && once.lines.length > 1 && once.open.length === 0 && asksForAmount(folded))
    return { lines: once.lines.map(line => ({ ...line, quantity: line.quantity * numberOf(sets) })) };
  const goesOnFromAmount = context.memory.spentAt !== undefined && context.memory.spentAt + 1 === context.memory.turns;
  const amount = amountIn(folded) ?? amountSpent(folded) ?? (goesOnFromAmount ? otherAmountSpent(folded) : undefined);
  const added = goesOnFromAmount ? undefined : addsUp(folded);
  if (added) return { added };
  const pieces = ofSeveral.test(folded) ? piecesAt(folded) : undefined;
  if (amount !== undefined) return { amount, ...(pieces === undefined ? {} : { pieces }) };
  if (goesOnFromAmount && context.memory.spent && checksAmount(folded)) return { amount: context.memory.spent.major };
  if (ofOther.test(folded)) return undefined;
  const { memory } = context;
  const { shown, focus, sum, inCart = [] } = memory;
  // "If I wait till 8 pm, what would I pay for my two things?"
  const isOfCart =
    inCart.length > 0 &&
    saysTime(folded) &&
    (ofAllHeld.test(folded) || isOfHeld(folded, context)) &&
    asksForAmount(folded);
  if (isOfCart) return { lines: inCart.map(({ product, quantity }) => ({ product, quantity })) };
  if (sum && asksBreakdown(folded)) return { lines: sum };
  if (sum && folded.length <= 60) {
    const more = goesOn.exec(folded);
    const said = more?.[1] ?? more?.[2];
    if (more && (said !== undefined || delivered.test(folded)))
      return { lines: sum.map(line => ({ ...line, quantity: said === undefined ? line.quantity : numberOf(said) })) };
  }
  const more = sum && inCart.length === 0 ? sumWith(folded, sum, context) : undefined;
  if (more) return { lines: more };
  const rest = sum && sum.length > 1 && sumsAgain.test(folded) ? sumWithout(folded, sum, context) : undefined;
  if (rest) return { lines: rest };
  const asksOutright = asksForAmount(folded);
  if (!asksOutright && !asksWeakly.test(folded)) return undefined;
  // One or the other is no sum of both: each has its price.
  if (alternative.test(folded) && thingsNamed(folded, context).length > 1) return undefined;
  const first = firstOf(folded, shown);
  // "The first two" are of the list, whatever is called so.
  const places = first.length > 0 ? first : linesOfPlaces(folded, shown);
  const {
    lines: named,
    open: several,
    counted: ownCount,
  } = places.length > 0 ? noNames : linesOfNames(folded, context);
  // 一个壶, of the kettle that is looked at.
  const held = several.filter(id => id === focus || shown.includes(id));
  const [meant] = named.length === 0 && held.length === 1 ? held : [];
  const open = meant !== undefined || (focus !== undefined && several.includes(focus)) ? [] : several;
  // 两个一起多少, of what was shown last and before it.
  const isOfBoth = shown.length < 2 && !sum && open.length === 0 && bothTogether.test(folded);
  const both = isOfBoth ? oneOfEach(context.bothSpokenOf?.() ?? []) : [];
  if (both.length > 0 && places.length + named.length === 0) return { lines: both };
  const listed =
    places.length + named.length > 0 ? [] : sum && bothOrAll.test(folded) ? sum : linesOfList(folded, shown);
  const onTable = meant ?? focus ?? (shown.length === 1 ? shown[0] : undefined);
  // 100克的两盒多少钱, "in green, what's the total": of the one that is looked at that form.
  const one = onTable === undefined ? undefined : context.inFormOf(onTable, folded);
  // 两包茶一个水壶, of which nothing is known: no sum of the one that is spoken of.
  const isOfOthers = named.length + open.length === 0 && (folded.match(countedThing) ?? []).length > 1;
  const spokenOf = one === undefined || open.length > 0 || isOfOthers ? [] : [{ product: one, quantity: 1 }];
  // "Add it together with the kettle", 滤杯呢,加一起: with what is spoken of already.
  const beside = named.length === 1 && one !== undefined && one !== named[0]!.product && withIt.test(folded);
  const lines =
    [places, beside ? [...spokenOf, ...named] : named, listed, spokenOf].find(some => some.length > 0) ?? [];
  const each = eachOf.exec(folded);
  const count = each ? numberOf(each[1] ?? each[2]!) : countIn(folded, named.length + open.length > 0);
  // 最后付多少, of what lies in the cart: of all of it.
  const isAllHeld =
    lines === spokenOf && count === undefined && inCart.some(line => line.product === one) && pays.test(folded);
  if (isAllHeld) return { lines: inCart.map(({ product, quantity }) => ({ product, quantity })) };
  const isSeveral = (count ?? 1) > 1 || lines.length > 1 || lines.some(line => line.quantity > 1);
  const isSum = isSeveral || (lines.length > 0 && (delivered.test(folded) || off.test(folded) || saysTime(folded)));
  // "The clip light and the notebook, together?" asks it of several that are named, and of nothing else.
  if (!asksOutright && (lines !== named || lines.length + open.length < 2)) return undefined;
  if (!isSum && !(open.length > 0 && (delivered.test(folded) || lines.length > 0))) return undefined;
  if (open.length > 0 && lines === named) return { lines, open };
  if (open.length > 0) return { which: open, ...(lines.length === 0 && count !== undefined ? { each: count } : {}) };
  if (lines.length === 0) return shown.length > 1 ? { which: shown } : undefined;
  const isCounted = lines.some(line => line.quantity > 1);
  const asSaid =
    count === undefined || count < 1 || (!each && (isCounted || (ownCount && lines === named) || lines.length > 1));
  return { lines: asSaid ? lines : lines.map(line => ({ ...line, quantity: count })) };
};
/** Undefined: none of it is left out, or all. */
const sumWithout = (
  folded: string,
  sum: readonly CostLine[],
  { thingNamed }: CostContext,
): readonly CostLine[] | undefined => {
  const out = new Set([...folded.matchAll(withoutIt)].flatMap(([, han, english]) => thingNamed((han ?? english)!)));
  const rest = sum.filter(line => !out.has(line.product));
  const isOnceMore = out.size > 0 && onceMore.test(folded);
  return rest.length > 0 && (rest.length < sum.length || isOnceMore) ? rest : undefined;
};
/** 壶没算进去吧？加上壶呢, "and with the kettle?": of what was added up just now, and that as well. */
const sumWith = (folded: string, sum: readonly CostLine[], context: CostContext): readonly CostLine[] | undefined => {
  if (folded.length > 40 || !countsToo.test(folded)) return undefined;
  const { lines, open } = linesOfNames(folded.replace(everyCountsToo, ','), context);
  const others = lines.filter(line => !sum.some(one => one.product === line.product));
  return others.length > 0 && open.length === 0 ? [...sum, ...others] : undefined;
};
const countsToo =
  /(?:没|漏|忘|少)(?:了|有)?(?:算|加)(?:进去|上|进来)?|(?:加|算)上|(?:再|也)加(?:一个|个)?|算进去|\b(?:and|what about|plus|adding|add|with|including|counting)(?: in)? (?=the |that |an? |one )|\b(?:forgot|left out|missed|(?:didn't|did not|haven't) (?:count|include|add)(?:ed)?)\b/u;
const everyCountsToo = new RegExp(countsToo.source, 'gu');
const onceMore = /再算|重新算|算一?遍|\bagain\b/u;
const alternative = /\bor\b|还是|或者?/u;
const noNames: NamedLines = { lines: [], open: [] };

const setsOf =
  /(?<=^|[,，。;；、 ]|要|一共|总共)([1-9]\d{0,2}|[一二两俩三四五六七八九十]{1,2})(?:套|份)(?:的话)?(?=$|[,，。;；、?？ ]|一共|总共|多少|要)|\b([1-9]\d{0,2}|two|three|four|five|ten) sets\b(?! of)/u;
/** 茶有第二件半价的话也算进去: what else counts is reckoned anyhow. */
const countsDeals =
  /[?？,，。;； ]+[^?？,，。;；]{0,14}(?:的话)?(?:也|都)(?:要|给我)?算(?:进去|上|在内)[吧哦啊。.!！ ]*$/u;

/** "3, not 1", 3瓶哦 不是1瓶: the number that was not meant. */
const countDenied = new RegExp(
  `[,，。 ]+(?:不是|没说)(?:${hanCounting})${unit}[啊呀哦.!！ ]*$|,? (?:and )?not (?:just |only )?(?:one|${counting})[.! ]*$`,
  'u',
);
/** "The firefly is over my budget.. so the clip light and the notebook, together?": what is turned down is no part of it. */
const withoutTurnedDown = (folded: string): string => {
  const pieces = folded
    .split(/(?<=[.!?;。！？；])\s*|,\s*(?=so\b)|[,，\s]+(?=那)/u)
    .filter(piece => piece.trim() !== '');
  const kept = pieces.filter(piece => !turnsDown.test(piece));
  return kept.length > 0 && kept.length < pieces.length ? kept.join(' ') : folded;
};
const turnsDown =
  /\b(?:is|are|'s|was|costs?) (?:way |far |a bit |still |just )?(?:over (?:my |the )?budget|too (?:expensive|dear|much|pricey)|out of (?:my )?budget)\b|超预算|超出?(?:了)?预算|太贵|买不起/u;
/** Asked of several things that are named: "…, together?", "…, what is it", 加在一起呢. */
const asksWeakly =
  /(?<!\b(?:go|goes|look|looks|work|works|fit|sent|ship|shipped|deliver|delivered|arrive|come|comes|used?|wash|washed|worn|wear|pack|packed|stack|combined?|order|ordered|put|bought|wrapped|them|it|both|well|get|back) )\b(?:together|altogether|in total|for (?:both|all)(?: of them)?)\?[? ]*$|[,;] ?(?:what|how much)(?:'s| is| are)? (?:it|that|this|they|all that)[?. ]*$|(?:加(?:在)?一起|一起|加起来|合计)(?:呢|的话)?[?？ ]*$/u;
const ofSeveral = /\bhalf[- ]price\b|\bsecond one\b|\bbogo\b|第二件|半价/u;
const withIt = /\b(?:together|altogether|in total|as well|too|on top|added)\b|加(?:在)?一起|加起来|一共|一起|总共/u;

/** "If my order is 150 yuan, what would the total be": the amount, in major units. A number alone may count pieces: "an order of 5". */
const amountIn = (folded: string): number | undefined => {
  const found = ofAmount.exec(folded);
  const said = found?.slice(1).find(group => group !== undefined);
  return said !== undefined && (asksAmount.test(folded) || delivered.test(folded)) ? Number(said) : undefined;
};
const ofAmount =
  /\b(?:order|cart|basket|purchase) (?:is|of|for|comes to|worth) (?:(?:¥|rmb |cny )(\d{1,5})|(\d{1,5}) ?(?:yuan|rmb|cny|元))(?![\d%]| ?off)|\b(?:order|cart|basket|purchase) (?:is|comes to|worth) (\d{2,5})(?=[,.?! ]*(?:$|what|how|with|including))|(?:¥|rmb |cny )?\b(\d{1,5}) ?(?:yuan|rmb|cny) (?:order|cart|basket|purchase)\b|(?:买|订单|消费|下单)(?:了|满|是|个)?(\d{1,5})(?:元|块)(?:钱)?的?(?:东西|商品|订单|货)?/u;
