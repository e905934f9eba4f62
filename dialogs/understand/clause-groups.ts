/** The clauses of a message, those together that ask one thing: what only tells stays with what is asked beside it. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { leansOnBefore } from '../../knowledge/retrieval/pages/answers.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Understanding } from '../turn.ts';
import { tellsForWhom } from './cart/for-whom.ts';
import { undoesAdded } from './cart/take-out-asked.ts';
import { isSaidAgain, namesOthers, thingAdded } from './cart/thing-added.ts';
import { turnsDownShown } from './intent/settled-intent.ts';
import { tellsOfBought } from './orders/bought-told.ts';
import { wantsElseThan } from './pointing/others-wanted.ts';
import { checksOut, takesIt } from './product/focus-talk.ts';
import { type Kind, kindOf, kinds, onlyNotFound } from './request-kinds.ts';
import { asksIfSo, clausesOf, isForbidden, isRefusal } from './text/clauses-asked.ts';

export interface Group {
  readonly kind: Kind;
  text: string;
  /** The last of its clauses that says by itself what is asked. */
  last: string;
  readonly leans: boolean;
  readonly of: string;
  /** What goods come to. */
  readonly sums: boolean;
  /** It is asked of one that lies on the table. */
  readonly isOfOne: boolean;
  /** What was put into the cart by the clauses before it: what "it" is. */
  readonly after: ProductId | undefined;
  /** It was only spoken of before. */
  readonly isPointed: boolean;
  /** Nothing but which thing is meant: "the first one", of which the next clause takes some. */
  readonly points: ProductId | undefined;
}

export interface Grouping {
  /** A clause understood by itself; `of`: the product that something was done to just before. */
  readonly alone: (text: string, of?: ProductId, isOnlyPointed?: boolean) => Understanding;
  readonly spokenOf: boolean;
  readonly memory: Parameters<typeof thingAdded>[1];
  readonly join: string;
}

interface Clause {
  readonly text: string;
  readonly asks: boolean;
}

/** What is left undone by its own words is in no group, and told apart. */
export const groupsOf = (
  clauses: readonly Clause[],
  said: Grouping,
): { readonly groups: readonly Group[]; readonly refused: Kind | undefined } => {
  const { alone, memory, join, spokenOf } = said;
  const groups: Group[] = [];
  let before = '';
  let turnedDown = false;
  let refused: Kind | undefined;
  let acted: ProductId | undefined;
  // "The yellow one is cute, I'll take it": what "it" is was said just before.
  let spoken: ProductId | undefined;
  for (const { text, asks } of clauses) {
    const notWanted = leftUndoneBy(text, alone);
    if (notWanted) {
      refused = notWanted;
      continue;
    }
    const last = groups.at(-1);
    const of = acted ?? (spokenOf && takesIt(fold(text)) ? spoken : undefined);
    const isPointed = of !== undefined && acted === undefined;
    const meant = saysEnough(text) ? alone(text, of, isPointed) : undefined;
    const isFirst = groups.length === 0 || isPointed;
    const asked = meant && kindAsked({ text, asks, meant, isFirst, last: last?.kind }, said);
    // 不要推荐这些 就要杯子, 有粉色以外的吗 黑色吧: others are looked for, and none of those is taken.
    const told = last?.kind === 'goods' ? last.text : before;
    const looksOn = asked === 'add' && turnedDown && kindOf(alone(withNext(told, text, join)), spokenOf) === 'goods';
    const ofSearch = asked === 'add' && last?.kind === 'goods' && isFormOfSearch(text, last.text, told);
    const kind = looksOn || ofSearch ? 'goods' : asked;
    turnedDown = turnsDownShown(fold(text)) || wantsElseThan(fold(text));
    // Two things are put into the cart one after the other.
    const thing = kind !== undefined && inCart.has(kind) && meant ? thingIn(meant) : '';
    const isOther = (group: Group): boolean =>
      group.kind === kind &&
      ((thing !== '' && group.of !== thing) ||
        (meant !== undefined && (isApart(meant, group) || isLost(meant, group))));
    // "Have you got it in grey, and what size is a UK 10": asked of one, which together would be looked for.
    const isLost = (now: Understanding, group: Group): boolean =>
      group.isOfOne &&
      isOfOne(now) &&
      alone(withNext(group.text, text, join), group.after, group.isPointed).intent === 'product-search';
    const same =
      kind === undefined ? last : groups.find(group => goesWith(kind, group.kind, last?.kind, text) && !isOther(group));
    if (same && (kind !== undefined || !binding.has(same.kind))) {
      same.text = withNext(same.text, text, join);
      if (kind !== undefined) same.last = text;
    } else if (same?.kind === 'person') continue;
    else if (kind === undefined) before = withNext(before, text, join);
    else {
      // What is said in closed words must stand alone.
      const closed = binding.has(kind);
      groups.push({
        kind,
        text: closed ? text : withNext(before, text, join),
        last: text,
        after: of,
        isPointed,
        leans: groups.length > 0 && kind === 'answer' && leansOnBefore(text),
        of: thing,
        sums: meant !== undefined && sumsGoods(meant),
        isOfOne: meant !== undefined && isOfOne(meant),
        points: kind === 'goods' && meant && !asks ? thingPointed(meant, memory.shown) : undefined,
      });
      if (!closed || kind === 'person') before = '';
    }
    if (kind === 'add' && meant) acted = thingAdded(meant, of === undefined ? memory : { ...memory, focus: of });
    if (meant) spoken = spokenOfIn(meant, asks, memory) ?? spoken;
  }
  /** 给我看冲锋衣, M码, 深色: a colour without a word that buys, of what is looked for. */
  function isFormOfSearch(text: string, search: string, told: string): boolean {
    return (
      !buys.test(fold(text)) &&
      alone(search).intent === 'product-search' &&
      alone(withNext(told, text, join)).intent === 'product-search'
    );
  }
  // 普洱那个吧 要一罐: what is taken need not be told first.
  const isTaken = ({ points }: Group): boolean =>
    points !== undefined && groups.some(({ kind, after }) => kind === 'add' && after === points);
  return { groups: groups.filter(group => !isTaken(group)), refused };
};

/** A clause behind another, as one text. */
export const withNext = (text: string, next: string, join: string): string => {
  if (text === '') return next;
  const isEnded = /[.,;:?!。，；：？！]$/u.test(text);
  return text + (isEnded ? join.replace(/[,，]/u, '') : join) + next;
};

/** "Is it 359 minus 30? So I pay 329?" checks a figure, and is one question. */
const sumsGoods = ({ sum }: Understanding): boolean => sum !== undefined && !('amount' in sum);
const isOfOne = ({ intent }: Understanding): boolean => intent === 'product-details' || intent === 'stock';
/** "How long does it burn? And a mug", "how do I store it and what do two cost": other goods, and a sum, are asked by themselves. */
const isApart = (meant: Understanding, group: Group): boolean =>
  sumsGoods(meant) !== group.sums || (group.isOfOne && meant.intent === 'product-search' && namesOthers(meant));

const buys = /[买要来拿加放入购选]|就|下单|\b(?:add|put|take|have|get|buy|order|pls|please|one|two|\d)\b/u;

/** "Is it waterproof? I'll take it": the one that is looked at. */
const asksOfOne = (meant: Understanding): boolean =>
  isOfOne(meant) && meant.entities.products.length === 0 && (meant.entities.ordinal ?? 0) === 0;
const thingLookedAt = ({ focus, shown = [] }: Grouping['memory']): ProductId | undefined =>
  focus ?? (shown.length === 1 ? shown[0] : undefined);

const thingPointed = (
  { entities: { products, ordinal = 0 } }: Understanding,
  shown: readonly ProductId[] = [],
): ProductId | undefined => (products.length === 1 ? products[0] : ordinal > 0 ? shown[ordinal - 1] : undefined);
/** Told of and not asked, it is one that was shown: "I have a grinder" speaks of none. */
const spokenOfIn = (meant: Understanding, asks: boolean, memory: Grouping['memory']): ProductId | undefined => {
  if (asksOfOne(meant)) return thingLookedAt(memory);
  const pointed = thingPointed(meant, memory.shown);
  const isNear = pointed === memory.focus || (pointed !== undefined && memory.shown?.includes(pointed) === true);
  return isNear || (asks && thingLookedAt(memory) === undefined) ? pointed : undefined;
};

/** "I did not ask you to add it": out it goes. */
const leftUndoneBy = (text: string, alone: Grouping['alone']): Kind | undefined => {
  const said = isRefusal(text) && !undoesAdded(fold(text)) ? alone(text) : undefined;
  return said && !said.edits ? refusedIn(said, isForbidden(text), text) : undefined;
};

/** 不是马克杯, behind what goes in. */
const saysWhatNot = /^(?:不是|not (?:the |a )?)[^,，.。?？吗]{1,16}[.。!！ ]*$/iu;

interface ClauseMeant extends Clause {
  readonly meant: Understanding;
  readonly isFirst: boolean;
  /** What the clause before it asks. */
  readonly last: Kind | undefined;
}

/** What a clause asks, whether it has the form of a question or does something; undefined: it only tells. */
const kindAsked = (clause: ClauseMeant, { spokenOf, memory }: Grouping): Kind | undefined => {
  const { text, asks, meant, last } = clause;
  if (last === 'add' && (tellsForWhom(fold(text)) || saysWhatNot.test(text))) return undefined;
  // "Add it. And an umbrella for me": goods named behind something for the cart are asked for.
  const isNext = last === 'add' && namesOthers(meant) && !isSaidAgain(meant, memory);
  // 来一份 带包装: a rule in closed words, behind something for the cart.
  const isRule = last === 'add' && meant.plainly !== undefined && meant.confidence >= surelyAdds;
  // 不凑单了 那有反光的跑鞋吗: told beside what is asked.
  if (meant.shopTalk === 'add-on-refused') return 'talk';
  const isAsked =
    (asks || isNext || isRule || doesAtOnce(clause, spokenOf)) &&
    !pointsAtOther(meant, last) &&
    !(meant.intent === 'product-search' && tellsOfBought(fold(text))) &&
    !(meant.intent === 'order-status' && last !== undefined && ofRules.has(last) && onlyNotFound(fold(text)));
  return (isAsked ? kindOf(meant, spokenOf) : undefined) ?? bindingIn(meant, spokenOf);
};

/** "The first one, can you gift wrap it?": it is looked at, whatever is asked beside it; so is "one less, please". */
const doesAtOnce = ({ text, meant, isFirst }: ClauseMeant, spokenOf: boolean): boolean => {
  const { intent, confidence, entities } = meant;
  if (intent === 'change-quantity' || meant.toCart !== undefined) return true;
  if (intent === 'apply-offer') return confidence >= surelyAdds;
  if (intent === 'view-cart') return confidence >= 0.95 && checksOut(fold(text));
  if (intent === 'remove-from-cart') return confidence >= 0.9;
  if (intent === 'product-details') return entities.ordinal !== undefined && confidence >= 0.9;
  if (intent === 'product-search') return spokenOf && isFirst && confidence >= 0.9 && tellsForm(meant);
  if (intent !== 'add-to-cart') return false;
  if (meant.ordered !== undefined || meant.among !== undefined || entities.products.length > 0) return true;
  // 来一包: of the one that is spoken of, whatever is asked beside it.
  return spokenOf && isFirst && (confidence >= surelyAdds || entities.quantity !== undefined || takesIt(fold(text)));
};
/** "Purple one, do you wrap it?": it is shown, whatever is asked beside it. */
const tellsForm = ({ preferences: [form, ...others], told = [], cut, said = '' }: Understanding): boolean =>
  form?.slot === 'colour' &&
  form.polarity === 'like' &&
  others.length + told.length === 0 &&
  cut === undefined &&
  said.length <= longestForm;
const longestForm = 24;
/** As sure as words that order outright are read. */
const surelyAdds = 0.95;

/** Kinds that say how something is done. */
const ofRules: ReadonlySet<Kind> = new Set(['answer', 'code']);

export const inCart: ReadonlySet<Kind> = new Set(['add', 'remove', 'quantity']);
/** The thing that is named or pointed at; empty: none is. */
const thingIn = ({ entities, offFocus, ordered }: Understanding): string =>
  entities.ordinal
    ? `${entities.ordinal}`
    : entities.products.length > 0 || !offFocus || !ordered
      ? entities.products.join(' ')
      : [...ordered.lines.map(one => one.product), ...ordered.open.flatMap(one => one.products)].join(' ');

/** What is said in closed words, whatever its form, and must be heard whatever stands beside it. */
const binding: ReadonlySet<Kind> = new Set(['person', 'forget', 'consent', 'decline']);
export const bindingIn = (meant: Understanding, spokenOf: boolean): Kind | undefined => {
  const kind = kindOf(meant, spokenOf);
  return kind && binding.has(kind) && meant.confidence >= boundFrom ? kind : undefined;
};
/** A scrap of a sentence is guessed to be anything: 能和 is no call for a person. */
const boundFrom = 0.6;

/** "What do I do", 怎么办: about what was said beside it, and nothing that could be looked up. */
const asksNothing =
  /^(?:(?:so|and|but|please|then|now)[, ]+)*(?:what (?:do|should|can|must|shall) (?:i|we) do|what (?:are|will) you (?:going to |gonna )?do|what now|how so|why|really|huh|eh|what|sorry|pardon|excuse me|please \p{L}+|help(?: me)?|do (?:you|u) (?:happen to )?know|any idea|if you know)\b[^\p{L}]*(?:now|then|about it)?[^\p{L}]*$|^(?:这|那|还|会)*(?:划不划算|划算|值不值|值得?|贵不贵)(?:吗|么|不|嘛)?[^\p{L}]*$|^(?:你们?)?(?:知不知道|知道|清楚|了解)(?:吗|么|不)[^\p{L}]*$|^(?:那|我|请问|现在|这)*(?:应?该)?(?:你们)?(?:到底)?(?:怎么|咋)(?:办|弄|搞|处理|回事|样)[^\p{L}]*$/iu;
/** 划算些, "better value": why it is done. */
const tellsWhy =
  /^(?:(?:这样|那样|也|更|比较|还|会|能|可以)*(?:划算|便宜|实惠|省钱?|方便|合适|够用|够了|耐用)(?:一?[点些]儿?|多了?|了)?|(?:it'?s |that'?s |that way it'?s )?(?:a bit |much )?(?:better value|cheaper(?: that way)?|more economical))[^\p{L}]*$/iu;
/** 看下购物车 多少钱: the price of what was said beside it. */
const asksBarePrice = /^(?:那|现在|请问|是|要|得)*(?:多少钱|几块钱?|什么价|多少)(?:啊|呀|呢|了)?[^\p{L}]*$/u;
export const saysEnough = (text: string): boolean =>
  !asksNothing.test(text) && !asksIfSo(text) && !asksBarePrice.test(text) && !tellsWhy.test(text);

/** What is done to the cart or an order, which a negation before it leaves undone. */
const undoable: ReadonlySet<Kind> = new Set(['add', 'quantity', 'cancel', 'return', 'remove', 'code', 'cart']);

export const namesCart = /\b(?:add|cart|basket|buy|order)\b|购物车|加购|下单|买/iu;

/** What a clause that begins with a negation would do without it; undefined: nothing that could be left undone. */
const refusedIn = ({ intent }: Understanding, isForbidden: boolean, text: string): Kind | undefined => {
  // What is turned down is never guessed to be bought, and so is nothing at all.
  if (isForbidden && (intent === 'unclear' || intent === 'no') && namesCart.test(text)) return 'add';
  const kind = kinds[intent];
  return kind && (undoable.has(kind) || (isForbidden && kind === 'answer')) ? kind : undefined;
};

/** "Don't add it", 别取消订单, with nothing asked beside it: what it would do without the negation is left undone. */
export const leftUndone = (understanding: Understanding, text: string): Understanding =>
  clausesOf(text).length === 1 && isForbidden(text) && refusedIn(understanding, true, text)
    ? { ...understanding, intent: 'no' }
    : understanding;

/** Money back for what is cancelled is a part of cancelling. */
export const moneyBack = /\brefund|\bmoney\b|\breimburs|退款|退钱/iu;
const goesWith = (kind: Kind, group: Kind, last: Kind | undefined, text: string): boolean =>
  kind === group ||
  // "Do you sell mugs? Any under 50?"
  (kind === 'goods' && group === 'sold') ||
  (kind === 'return' && group === 'cancel' && last === 'cancel' && moneyBack.test(text)) ||
  (kind === 'consent' && group === 'decline') ||
  (kind === 'consent' && group === 'deals' && last === 'deals');

/** "What do you know about me, and can you delete it": no goods are deleted. */
const pointsAtOther = ({ intent, entities, asksOf = [] }: Understanding, last: Kind | undefined): boolean =>
  (intent === 'remove-from-cart' || intent === 'add-to-cart') &&
  !entities.ordinal &&
  entities.products.length === 0 &&
  asksOf.length === 0 &&
  last !== undefined &&
  last !== 'goods' &&
  last !== 'cart' &&
  last !== 'add' &&
  last !== 'quantity' &&
  last !== 'remove';
