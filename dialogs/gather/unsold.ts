import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { valueInWords } from '../../knowledge/retrieval/goods/lexicon.ts';
import { nearTo, onlyNearIn } from '../../knowledge/retrieval/goods/near-kinds.ts';
import { inSingular, type ShelfWords } from '../../knowledge/retrieval/goods/shelf-words.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { singular } from '../../knowledge/retrieval/text/tokens.ts';
import type { Understanding } from '../turn.ts';
import { asksWhetherSold } from '../understand/product/goods-asked.ts';
import { missedAmongShown } from '../understand/product/none-missed.ts';
import { shelfAsked } from '../understand/product/shelf-asked.ts';
import { soldAsked } from '../understand/product/sold-asked.ts';
import { besidesOnlyKind } from './besides-kind.ts';
import { isAnyThing, isCalled, isMentioned, isOfShop, isOtherCompound, isThing } from './sold-names.ts';
import { sparesAsked } from './spares-asked.ts';
import { wornOn } from './worn-on.ts';

export interface Unsold {
  /** The thing wished for, in the shopper's words. */
  readonly what: string;
  /** Said so outright: an English word for a thing, one that no text of the shop has, or asked whether it is sold. */
  readonly certain: boolean;
  /** "Do you sell …?": nothing else is meant. */
  readonly asked: boolean;
  /** The texts of some goods speak of it: they are the nearest. */
  readonly mentioned: boolean;
  /** Some shop sells such a thing: no gibberish. */
  readonly known: boolean;
  /** Something else is wished for with it that is sold: "a suitcase or a travel backpack". */
  readonly besides: boolean;
}

const asksIfSold = (folded: string): boolean =>
  asksWhetherSold(folded) || (soldAsked(folded) ?? shelfAsked(folded)) !== undefined;

/**
 * The thing a message wishes for when nothing on the shelves is called that, whatever else may come near. Null: nothing is
 * named, or it is sold.
 */
export const unsoldIn = (
  text: string,
  { preferences, goods = [], forPets }: Pick<Understanding, 'preferences' | 'goods' | 'forPets'>,
  words: ShelfWords,
): Unsold | null => {
  if (forPets !== undefined)
    return { what: forPets, certain: true, asked: true, known: true, mentioned: false, besides: false };
  const parts = sparesAsked(fold(text), words);
  if (parts.length > 0)
    return { what: parts.join(', '), certain: true, asked: true, known: true, mentioned: false, besides: false };
  const left = besidesOnlyKind(text, { preferences, goods });
  if (left !== undefined)
    return { what: left, certain: true, asked: true, known: true, mentioned: false, besides: false };
  const worn =
    goods.length > 0 || preferences.some(p => p.polarity === 'like' && p.slot === 'category')
      ? []
      : wornOn(fold(text)).filter(name => !isCalled(name, words));
  if (worn.length > 0)
    return {
      what: worn.join(hasHan(text) ? '、' : ', '),
      certain: true,
      asked: false,
      known: true,
      mentioned: false,
      besides: preferences.some(p => p.polarity === 'like' && ofAKind.has(p.slot)),
    };
  const wished = (goods.length > 0 ? goods : thingAskedFor(text, preferences)).filter(name => !isNoThing(name, text));
  if (text.length > 300 || wished.length === 0) return null;
  // An English word that the vocabulary knows, it knows from the shelves; a Chinese one may be part of a longer word.
  const named = wished
    .map(name => inOneLanguage(fold(name).replace(ofPieces, '')))
    .flatMap(name => takenApart(name, words));
  if (named.every(name => isOfShop(name, words))) return null;
  const isCompound = (name: string): boolean => !hasHan(text) && isOtherCompound(name, words);
  const compounds = named.filter(isCompound);
  if (compounds.length > 0)
    return {
      what: named
        .filter(name => isCompound(name) || !isCalled(name, words))
        .slice(0, mostNamed)
        .join(', '),
      certain: true,
      asked: asksIfSold(fold(text)),
      known: true,
      mentioned: false,
      besides:
        named.some(name => !isCompound(name) && isCalled(name, words)) || preferences.some(p => isOtherKind(p, named)),
    };
  const [what] = named;
  if (what === undefined) return null;
  if (!hasHan(text) && preferences.some(p => p.polarity === 'like' && ofAKind.has(p.slot)))
    return besidesSold(text, named, words);
  if (named.some(name => isCalled(name, words))) return besidesSold(text, named, words);
  const isAsked = asksIfSold(fold(text));
  const isKnown = isAnyThing(what);
  const mentioned = named.some(name => isMentioned(name, words));
  return {
    // 眼罩 按摩仪 那种有吗: each that was asked for.
    what: [what, ...named.slice(1).filter(isThing)].slice(0, mostNamed).join(hasHan(what) ? '、' : ', '),
    certain: isAsked || !mentioned || (hasHan(what) ? isThing(what) : isKnown),
    asked: isAsked,
    known: isKnown,
    mentioned,
    // 滤纸和豆子呢: the beans are sold.
    besides: preferences.some(p => isOtherKind(p, named)),
  };
};

/** A sort of goods that is no part of these names, as the coffee of 咖啡机 is. */
const isOtherKind = ({ slot, value, polarity }: StatedPreference, named: readonly string[]): boolean =>
  slot === 'product' &&
  polarity === 'like' &&
  !named.some(name =>
    (['en', 'zh'] as const).some(language => name.includes(inSingular(valueInWords('product', value, language)))),
  ) &&
  !nearTo(named[0] ?? '').some(near => near.value === value);

/** Duffel旅行袋: told twice. */
const inOneLanguage = (name: string): string =>
  /^[a-z-]+ ?\p{Script=Han}{2,}$/u.test(name) ? name.replace(/^[a-z-]+ ?/, '') : name;
/** "1000 piece jigsaw". */
const ofPieces = /^(?:pieces?|pcs?) (?=[a-z])/;
/** 学钢琴, 打篮球, 窝沙发: done, and not bought. */
const practised = '(?<!想)学|练(?:习)?|弹|拉|(?<!盒|包)打|踢|骑着?|开着?|坐|(?:窝|躺|瘫|赖|靠)在?';

/** 带上飞机, 寄到国外: what is done with goods. */
const doneWithIt =
  /^(?:带|拿|背|提|放|装|寄|托|搬|拎|邮|捎)(?:上|进|去|到|回|出|过|给)|^(?:上|坐|过|登|托运)(?:飞机|高铁|火车|安检|机)$/u;

/** "I bike to work", "before bed", "moved flats": a word for a thing that is none here. */
const isNoThing = (name: string, text: string): boolean => {
  if (hasHan(name))
    return (
      doneWithIt.test(name) ||
      /^先|^(\p{Script=Han})\1$/u.test(name) ||
      new RegExp(
        `(?:${practised})${name}|(?<=[灶炉箱机灯车])(?<=${name})(?:上|里)?(?:都|也|通)?(?:能|可以?|适)|(?:能|可以?)(?:放|进|上|用在?)${name}|${name}(?:考级|考试|课|班|比赛|老师|教室|兴趣班|社团?|队|俱乐部)`,
        'u',
      ).test(text)
    );
  if (!/^[a-z]+$/i.test(name)) return false;
  const word = fold(name);
  // "Is there a sale in your shop?"
  if (/^(?:a )?(?:sales?|promotions?|bargains?)$/.test(fold(name))) return true;
  // "Anything up to 400 that'd suit?"
  if (
    new RegExp(
      `(?:'d|'ll|\\b(?:would|will|might|could|should|may|doesn'?t|don'?t|won'?t)) ${word}\\b(?! (?:coat|case)s?\\b)`,
    ).test(fold(text))
  )
    return true;
  return new RegExp(
    `\\b(?:before|in|to|into|out of|at) ${word}\\b(?! (?:with|for|linen))|\\b(?:i|we|he|she|they)(?: (?:mostly|usually|always|often|also))? ${word} (?:to|in|every|most|home|there|around)\\b|\\b(?:mov(?:e|ed|ing)|swap(?:ped)?|chang(?:e|ed|ing)) (?:house|${word})\\b|\\bon (?:the )?${word} in\\b`,
  ).test(fold(text));
};

const mostNamed = 4;

/** Several things sold together are asked for by each of their names. */
const asOne = /(?:套装|组合|套餐)$/u;
/** 围巾手套之类 */
const andLike = /(?:之类|什么的?|等等?)的?$/u;

/** 滤杯滤纸, 菜刀砧板套装: two things without a word between them, one of a sort that is sold and the other a thing of its own. */
const takenApart = (whole: string, words: ShelfWords): string[] => {
  const name = whole.length > 4 ? whole.replace(asOne, '').replace(andLike, '') : whole;
  if (!hasHan(name) || name.length < 4 || name.length > 8 || words.chineseNames.includes(name) || isThing(name))
    return [name];
  for (let at = 2; at <= name.length - 2; at++) {
    const [one, other] = [name.slice(0, at), name.slice(at)];
    const sold = [one, other].filter(part => words.chineseSorts.has(part));
    if ([one, other].every(part => sold.includes(part) || isThing(part))) return [one, other];
  }
  return [name];
};

/** 保温杯或者头灯: what is not sold is told beside what is. */
const besidesSold = (text: string, named: readonly string[], words: ShelfWords): Unsold | null => {
  const isNamed = (name: string): boolean => (hasHan(text) ? !isMentioned(name, words) : isListed(fold(text), name));
  const missing = named.filter(name => isThing(name) && !isCalled(name, words) && isNamed(name));
  if (missing.length === 0) return null;
  return {
    what: missing.slice(0, mostNamed).join(hasHan(text) ? '、' : ', '),
    certain: true,
    asked: asksIfSold(fold(text)),
    known: true,
    mentioned: false,
    besides: true,
  };
};

/** English goods that are asked for, or stand in a row with others: "a tent and a jacket". What "my car" is for, and what goes "with my laptop and phone", asks for no car and no phone. */
const isListed = (folded: string, name: string): boolean =>
  new RegExp(
    `(?:^|\\b(?:do (?:you|u) (?:also )?have|have you got|you got|sell|stock|carry|want|need|buy|get|find|any|some|and|or|plus|also|just|looking for|there) |[,+&/] ?)(?:(?:an?|some|any|the|your|pair of|good|nice|new) )*${name}s?\\b(?! (?:trip|ride|rides|trips|work|seat|practice|lessons?|class|match|team))`,
  ).test(folded) &&
  !new RegExp(`\\b(?:my|our|his|her|their) (?:[a-z]+ )?(?:[a-z]+ ?(?:and|or|&|\\+|,) ?)?(?:[a-z]+ )?${name}`).test(
    folded,
  ) &&
  !new RegExp(
    `\\b(?:works?|working|compatible|goes|fits?|charges?|(?<!(?:look|search|ask|shop|hunt|car)(?:ing|ed)? )for) (?:with |w/ ?)?(?:[a-z]+ ?(?:and|or|&|\\+|,) ?)?(?:an? |any )?${name}`,
  ).test(folded);

const asked =
  /\b(?:sell|stock|carry|buy|want|need|get|looking for|show me|find me|is there|any|have|got)(?: (?:an?|any|some|the|new|good|cheap))* ([a-z]+)(?= *(?:$|[?!.,]|for\b|please\b|maybe\b|here\b|in your\b|this week\b|today\b))/;

/** "Which rice cookers are there". */
const whichThere =
  /\b(?:which|what|any|how many) ([a-z]+(?: [a-z]+)?s) (?:are there|are available|do (?:you|u) (?:have|sell|stock|carry)|have you got|you (?:have|got))\b/;

/** A thing that the vocabulary knows only as what others have room for: a laptop is no bag for one. */
const thingAskedFor = (text: string, preferences: Understanding['preferences']): readonly string[] => {
  const ofKinds = preferences.filter(p => p.polarity === 'like' && ofAKind.has(p.slot));
  if (ofKinds.length > 0) return ofKinds.flatMap(p => onlyNearIn(p.quote)).slice(0, 1);
  const missed = missedAmongShown(fold(text));
  if (missed !== undefined) return [missed];
  const which = whichThere.exec(fold(text))?.[1];
  if (which !== undefined && isThing(which)) return [which];
  const thing = asked.exec(fold(text))?.[1];
  const isForLaptop = preferences.some(p => p.slot === 'feature' && p.value === 'laptop' && p.polarity === 'like');
  return thing !== undefined && isForLaptop && singular(thing) === 'laptop' ? [thing] : [];
};

/**
 * What is looked for in place of a thing that is not sold: the wishes told beside it, without those that its name seemed to tell,
 * and what comes near it. The coffee in 咖啡机 is no wish for coffee, nor the bag in "sleeping bag" one for bags, nor are "hiking
 * boots" a wish to be kept for whatever is looked for next.
 */
export const besideUnsold = (
  understanding: Understanding,
  { what, besides }: Unsold,
  isFound: (wishes: readonly StatedPreference[]) => boolean,
): Understanding => {
  // A coat for people comes near no coat for a dog.
  if (understanding.forPets !== undefined)
    return { ...understanding, query: '', preferences: understanding.preferences.filter(p => p.slot === 'budget') };
  const ofThing: ReadonlySet<string> = new Set(
    besides ? [] : hasHan(what) ? ['product'] : ['product', 'category', 'material'],
  );
  // Of wood is the 木铲, and nothing in its place.
  const isInName = ({ slot, value }: StatedPreference): boolean =>
    slot === 'material' && !besides && hasHan(what) && what.includes(valueInWords(slot, value, 'zh'));
  const kept = understanding.preferences.filter(p => p.polarity === 'dislike' || !(ofThing.has(p.slot) || isInName(p)));
  const { forWhom = 'self' } = understanding.preferences[0] ?? {};
  const near = nearTo(what).map(
    ({ slot, value }): StatedPreference => ({ slot, value, polarity: 'like', forWhom, quote: what, confidence: 0.5 }),
  );
  const kinds = near.filter(p => p.slot === 'product');
  // A gaiwan or a teapot for a tea set: one of them is enough.
  const isOfOne = kinds.length > 1 ? kinds.some(kind => isFound([kind])) : isFound(near);
  // The notebook in 笔记本电脑 is no wish for anything of its shelf either.
  const gone = understanding.preferences.filter(p => !kept.includes(p) && p.slot === 'product');
  const isOfName = (p: StatedPreference): boolean =>
    p.slot === 'category' && p.polarity === 'like' && gone.some(one => one.quote === p.quote);
  if (near.length === 0 || !isOfOne) return { ...understanding, preferences: kept.filter(p => !isOfName(p)) };
  const isElsewhere = (p: StatedPreference): boolean =>
    p.slot === 'category' && !(kinds.length > 1 ? kinds.some(kind => isFound([p, kind])) : isFound([p, ...near]));
  // Its own name is found in the texts of quite other things.
  return { ...understanding, query: '', preferences: [...kept.filter(p => !isElsewhere(p)), ...near] };
};

const ofAKind: ReadonlySet<string> = new Set(['category', 'product']);
