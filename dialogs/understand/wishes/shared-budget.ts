/**
 * What several pieces may cost together: "3 mugs for under 150 together", "gifts for four people, 200 in all", 三个杯子总共150以内. Each may
 * cost its share of that. Takes folded text.
 */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { englishNumber, readNumber } from '../../../knowledge/language/numbers.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

/** One price for several things, in major units of the shop's currency: for so many pieces, or for one more beside this product. */
export type SharedPrice =
  | { readonly amount: number; readonly count: number }
  | { readonly amount: number; readonly beside: ProductId }
  /** So many of each of several kinds. */
  | { readonly amount: number; readonly counts: readonly KindCount[] };

export interface KindCount {
  readonly slot: 'product' | 'category';
  readonly kind: string;
  readonly count: number;
}

export interface SharedBudget {
  /** What they may cost together, in major units of the shop's currency. */
  readonly amount: number;
  /** So many pieces; undefined: it isn't said how many. */
  readonly count: number | undefined;
  /** The message with another amount in place of that one, for each. */
  readonly withAmount: (each: number) => string;
  /** The same, of a kind, where nothing but a number of what was shown is told. */
  readonly ofShown: ((kind: string, each: number) => string) | undefined;
  /** What stands before the amount and after it. */
  readonly rest: string;
}

const longest = 160;
const mostPieces = 50;

const amountEn = '(?:¥|rmb |cny )?(\\d{2,6})(?: ?(?:yuan|rmb|cny|kuai))?';
const boundEn =
  "(?:(?:still |but |and |for |at |to |spend |stay |keep it |budget (?:is |of )?)*(?:under|below|less than|not more than|no more than|up to|at most|max(?:imum)?(?: of)?|within|about|around) |(?:and )?(?:i |we )?(?:can |could |want to |have |have got |'ve got )?(?:spend |have )(?:up to )?|(?:for|budget(?: is| of)?|total budget(?: is| of)?) )";
const afterEn = '(?: (?:max|tops|at (?:the )?most|or less))?';
const togetherEn =
  '(?:all ?together|altogether|together|in total|total|in all|all in|combined|for (?:both|all|the (?:two|three|four|five|six|lot|pair|set))(?: (?:two|three|four|five|six|\\d{1,2}))?(?: of (?:them|these|those|it))?)(?![a-z]| (?:us|of us|you))';
/** "Under 150 together", "200 in all", and "in total no more than 200". */
const english: readonly RegExp[] = [
  new RegExp(`(?<![\\w.,¥-])(${boundEn})?${amountEn}${afterEn},? ${togetherEn}${afterEn}(?![\\w%])`),
  new RegExp(`\\b${togetherEn},? (${boundEn})${amountEn}${afterEn}(?![\\w%.])`),
  new RegExp(`\\b()total budget(?: is| of|:)? ${amountEn}(?![\\w%.])`),
];
/** "500 for two jackets altogether", "got 300 for 3 mugs": the money first, and what it is for behind it. */
const moneyFirstEn = new RegExp(
  `^(?:(?:hi|hello|so|ok|well|and|only)[,. ]+)*(?:(?:i(?:'ve| have)?(?: only)?(?: got)?|we(?:'ve| have)?(?: got)?|got|with|spending|(?:my |a )?budget(?: is| of|:)?) )?(?:only )?((?:about|around|up to|max(?:imum)?) )?${amountEn}(?: max| budget)?(?: to spend)?(?= (?:for|on) )(?!.*\\b(?:each|apiece|per|a piece|every)\\b)`,
);
/** "Two jackets for 500". */
const moneyLastEn = new RegExp(
  `(?<=^(?:(?:i )?(?:want|need|get me|find me|show me|looking for|after) )?(?:\\d{1,2}|${englishNumber}) [a-z][a-z' -]{2,40}) (for )${amountEn}(?=[.! ]*$)`,
);
const togetherZh = '(?:[一全]?总共|一共|加起来|加(?:在)?一起|合计|合起来|总价|总预算|预算(?:一共|总共))';
const boundZh = '(?:的?(?:价格|预算|价钱)?(?:要|得|都)?(?:不要?(?:超过?|高于)|别超过?|不能超过?|最多|控制在|低于|在)?)';
const amountZh = '(?:¥)?(\\d{2,6})(?:元|块钱?|块)?';
const chinese: readonly RegExp[] = [
  new RegExp(`${togetherZh}()${boundZh} ?${amountZh}(?:以内|之内|以下|左右|内|封顶)?(?![\\d%折件个包])`, 'u'),
  new RegExp(`(?<!\\d)()(?:预算)?${amountZh}(?:以内|之内|以下|封顶)[,， ]?${togetherZh}(?!多少)`, 'u'),
];
/** 500块买两件夹克, 300预算两个马克杯. */
const moneyFirstZh =
  /^(?:你好|那|我|就|只|有|手上|手里|大概|预算|想用|用|拿|花|[,， ])*()(?:¥)?(\d{2,6}|[一二两三四五六七八九][百千](?:[一二三四五六七八九]十?)?)(?:元|块钱?|块)?(?:的?预算|以内|之内)?[,， ]*(?:我|想|能|要|来)*(?:买|拿|整|挑|搞|配)?(?=(?:\d{1,2}|[两俩二三四五六七八九十]{1,2})[个件双份条包盒套瓶台把本支罐袋款])(?!.*(?:每|一[个件双]多少|单价))/u;
/** A rule of the shop's, a deal, or what was bought or lies in the cart: nothing that goods may cost. */
const ofOther =
  /\b(?:free|ship\w*|deliver\w*|postage|discount\w*|deals?|codes?|orders?|spent|paid|refund\w*|off|voucher|points?|how much|if i|what (?:do|would|will) i)\b|%|包邮|免邮|运费|满|减|折|优惠|订单|退|券|多少|几[块元]|赠|够/u;

const unitsEn =
  '(?:cm|mm|km|kg|g|ml|l|inch(?:es)?|years?|yrs?|yo|months?|weeks?|days?|hours?|minutes?|players?|percent|watts?|mah|litres?|liters?|grams?|degrees?|pack|piece puzzle|pieces?)\\b';
const numberEn = `(\\d{1,2}|a couple of|a pair of(?! (?:shoes|socks|headphones|earphones|earbuds|boots|gloves|trainers|sneakers))|${englishNumber})`;
const countEn = new RegExp(
  `(?<![\\w.¥-])(?<!\\b(?:size|sizes|no|number|aged?|turning|turns|under|over|than|set of|box of|pack of|is|at|for|by|about|around) )${numberEn} (?!${unitsEn}|of us|in one|in 1)(?=[a-z])|\\b(?:want|need|get|buy|take|after) (\\d{1,2}|${englishNumber})(?=[ ,]*(?:,|$))`,
  'u',
);
const people = new RegExp(
  `\\bfor (?:my |our |the )?(\\d{1,2}|${englishNumber}) (?:[a-z]+ )?(?:bridesmaids|groomsmen|colleagues|coworkers|guests|friends|employees|teachers|clients|students|kids|children|people|persons|girls|boys|ladies|neighbou?rs|cousins|aunts|uncles|nieces|nephews|brothers|sisters)\\b`,
  'u',
);
/** Nobody in particular. */
const forPeople = new RegExp(`\\bfor (?:\\d{1,2}|${englishNumber}) (?:people|persons)\\b`, 'u');
const ofBothEn = /\bfor (?:both|the (?:two|pair))\b/;
const forAllEn = /\bfor (?:all )?(?:the )?(three|four|five|six)\b(?! (?:of us|years?|people))/;
const counterZh = '[个件双份只条盒包套瓶台把本支罐袋样款](?!月|小时|星期|工作日|折|人用)';
const countZh = new RegExp(
  `(?<![\\d.第¥])(\\d{1,2}|[两俩二三四五六七八九十]{1,2})(?:${counterZh}|(?:位|名)(?:人|同事|朋友|老师|同学|客人|孩子|伴娘))`,
  'u',
);

/** "500 in total for 2 jackets": what it is for stands behind it. */
const countBehindEn = new RegExp(
  `^ (?:for|on) (?:the |all )?(\\d{1,2}|${englishNumber}) (?!${unitsEn}|of us|people|persons)(?=[a-z])`,
  'u',
);

/** "3 of them", behind the money. */
const countBehindAlone = new RegExp(
  `^ (?:for|on) (?:\\d{1,2}|${englishNumber})(?: of (?:them|these|those|it))?[.! ]*$`,
  'u',
);
const together = new RegExp(`,? ${togetherEn}(?=[,.! ]|$)`, 'u');

const counted = (found: RegExpExecArray | null): string | undefined => found?.[1] ?? found?.[2];

const countIn = (folded: string, amountAt: string): number | undefined => {
  const elsewhere = folded.replace(amountAt, ' , ');
  const said = hasHan(folded)
    ? (countZh.exec(elsewhere)?.[1] ?? countZh.exec(folded)?.[1])
    : (people.exec(elsewhere)?.[1] ?? counted(countEn.exec(elsewhere)) ?? forAllEn.exec(amountAt)?.[1]);
  if (said === undefined) return ofBothEn.test(amountAt) || /^[两俩]/u.test(amountAt) ? 2 : undefined;
  const count = /^a (?:couple|pair)/.test(said) || said === '俩' ? 2 : readNumber(said);
  return Number.isInteger(count) && count > 1 && count <= mostPieces ? count : undefined;
};

/** "3 of them", "put 3 in my cart", 要3个: a number of what was shown, which is no order while what they may cost is told. */
const countAloneEn = new RegExp(
  `^(?:(?:ok|and|so|then|yes|i(?:'d like|'ll take| want| need)|give me|put|add|get(?: me)?|can i have|make it)[,. ]+)*(?:\\d{1,2}|${englishNumber})(?: of (?:them|these|those|it))?(?: (?:in|into|to) (?:my|the) (?:cart|basket))?[,. ]*(?:for|but|and)?[,. ]*$`,
  'u',
);
const countAloneZh = new RegExp(
  `^(?:那|我|就|再|想|要|来|买|拿|加|放|给我)*(?:\\d{1,2}|[两俩二三四五六七八九十]{1,2})${counterZh}(?:[到进放]*购物车里?)?[,，。 ]*$`,
  'u',
);

export const sharedBudgetIn = (folded: string): SharedBudget | undefined => {
  if (folded.length > longest || ofOther.test(folded)) return undefined;
  const isHan = hasHan(folded);
  const first = moneyFirst(folded, isHan);
  if (first) return first;
  for (const form of isHan ? chinese : english) {
    const found = form.exec(folded);
    if (!found) continue;
    const [said, bound = '', amount = ''] = found;
    const before = folded.slice(0, found.index).replace(forPeople, ' ');
    const after = folded.slice(found.index + said.length);
    const isAround = isHan ? /左右/u.test(said) : /\b(?:about|around)\b/.test(bound);
    const worded = (each: number): string =>
      isHan ? `${each}${isAround ? '左右' : '以内'}` : `${isAround ? 'around' : 'under'} ${each}`;
    const isCountAlone = (isHan ? countAloneZh : countAloneEn).test(before);
    const lead = isCountAlone ? '' : before;
    const behind = isHan ? undefined : countBehindEn.exec(after)?.[1];
    return {
      amount: Number(amount),
      count: countIn(folded, said) ?? (behind === undefined ? undefined : readNumber(behind)),
      withAmount: each => `${lead} ${worded(each)}${after}`.replace(/ {2,}/g, ' ').trim(),
      ofShown: isCountAlone ? (kind, each) => `${kind} ${worded(each)}${after}` : undefined,
      rest: `${before} ${after}`,
    };
  }
  return undefined;
};

/** The money stands first or last, and no word says that it is for all of them. */
const moneyFirst = (folded: string, isHan: boolean): SharedBudget | undefined => {
  const found = (isHan ? moneyFirstZh : moneyFirstEn).exec(folded) ?? (isHan ? null : moneyLastEn.exec(folded));
  if (!found || got.test(folded)) return undefined;
  const [said, bound = '', amount = ''] = found;
  const before = folded.slice(0, found.index);
  const after = folded.slice(found.index + said.length);
  const number = isHan
    ? countZh.exec(after)?.[1]
    : (countBehindEn.exec(after)?.[1] ?? countBehindAlone.exec(after)?.[0].match(/\d+|[a-z]{3,}(?= of|[.! ]*$)/u)?.[0]);
  const count =
    isHan || before === '' ? (number === undefined ? undefined : readNumber(number)) : countIn(before, said);
  const goods = after.replace(together, '').replace(/^ (?:for|on) /u, '');
  const isAround = /\b(?:about|around)\b/u.test(bound);
  const worded = (each: number): string => (isHan ? `${each}以内` : `${isAround ? 'around' : 'under'} ${each}`);
  const isCountAlone = isHan ? countAloneZh.test(after) : countBehindAlone.test(after);
  return {
    amount: readNumber(amount),
    count: count !== undefined && count > 1 && count <= mostPieces ? count : undefined,
    withAmount: each => `${before}${goods} ${worded(each)}`.replace(/ {2,}/gu, ' ').trim(),
    ofShown: isCountAlone ? (kind, each) => `${kind} ${worded(each)}` : undefined,
    rest: `${before} ${after}`,
  };
};
/** "Got 3 mugs for 300 and want to return them": it is bought already. */
const got = /\b(?:bought|ordered|return(?:ing)?|came|arrived|exchange)\b|买了|退|换货/u;
