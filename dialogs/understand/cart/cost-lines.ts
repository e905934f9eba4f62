/** The goods that a sum is of: named one after the other or by their places in the list, each with its count. Takes folded text. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { englishOrdinals, readNumber } from '../../../knowledge/language/numbers.ts';
import type { ConversationMemory } from '../../memory.ts';
import { eachCounted } from './ordered-said.ts';

export interface CostLine {
  readonly product: ProductId;
  readonly quantity: number;
  /** In whichever colour: all of them cost the same. */
  readonly anyForm?: true;
}

export const counting = 'two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|a couple|a pair|both|[1-9]\\d?';
export const hanCounting = '[一二两俩三四五六七八九十]{1,2}|[1-9]\\d?';
export const unit = '[个件双份套包瓶台把条只盒袋支罐顶床张块副本]';

/** The count said right at a place of the list, or right behind it: "two of the first", 第一个来两件. */
const atPlace = new RegExp(
  `(?:\\b(${counting}) (?:x |of )?(?:the )?)?\\b(first|second|third|fourth|fifth|last)\\b(?: ones?)?(?! (?:two|three|four|few|class|aid|time|order))|(?:(${hanCounting})${unit}的?)?第 ?([一二三四五1-5])${unit}?款?(?:(?:来|要|买|拿|的)?(${hanCounting})${unit})?`,
  'gu',
);
const counted = [
  new RegExp(`\\b(${counting}) (?:of (?:it|them|those|these|this|that|the)|pieces|pcs|pairs|packs|units|sets)\\b`),
  new RegExp(
    `\\b(?:buy|buying|get|getting|order|ordering|take|taking|want|need|bought|ordered|for|on|cost|make (?:it|that)|of) (${counting})(?= ?(?:$|[,.?!]|of\\b|with\\b|plus\\b|and\\b|in\\b|incl|deliver|ship|altogether|instead|then))`,
  ),
  // "4 in navy", "two black ones".
  new RegExp(
    `(?<!first |last )\\b(${counting}) (?:in (?!all\\b|total\\b|one\\b|the\\b|my\\b)[a-z]|(?:[a-z]+ ){1,2}ones\\b)`,
  ),
  /\b(?:x ?([1-9]\d?)|([1-9]\d?) ?x)\b/,
  new RegExp(`(?<!第 ?|[这那])(${hanCounting})${unit}(?!月|星期|小时|人|钟)`, 'u'),
];
/** "Two mugs", "3 of those shells": in front of the name of what is asked about. */
const beforeName = new RegExp(
  `\\b(${counting}) (?!(?:people|person|days?|weeks?|months?|hours?|years?|adults|kids|of|or|and|more|litres?|l|ml|g|kg|cm|mm|yuan|rmb|percent|%)\\b)[a-z]`,
);

export const numberOf = (said: string): number =>
  said === 'a couple' || said === 'a pair' || said === 'both' || said === '俩'
    ? 2
    : said === 'a dozen'
      ? 12
      : readNumber(said);

/** "At 10 in the morning", "after 8": an hour counts nothing. */
const clock =
  /\b(?:at |after |before |until |till |around |by )?\d{1,2}(?::\d\d)? ?(?:am|pm|o'?clock|in the (?:morning|afternoon|evening))\b|\b(?:at|after|before|until|till) \d{1,2}(?=$|[,.?!]| (?:tonight|today|tomorrow)\b)|\d{1,2}[点时]/gu;

export const countIn = (said: string, isNamed: boolean): number | undefined => {
  const folded = said.replace(clock, ' ');
  for (const pattern of isNamed ? [...counted, beforeName] : counted) {
    const found = pattern.exec(folded);
    const number = found?.slice(1).find(group => group !== undefined);
    if (number !== undefined && number !== 'both') return numberOf(number);
  }
  return undefined;
};

const chinese = '一二三四五';
const placeOf = (english: string | undefined, han: string | undefined, length: number): number => {
  if (english === 'last') return length - 1;
  if (english !== undefined) return englishOrdinals.indexOf(english);
  return han !== undefined && chinese.includes(han) ? chinese.indexOf(han) : Number(han) - 1;
};

export const linesOfPlaces = (folded: string, shown: readonly ProductId[]): CostLine[] => {
  const lines = new Map<ProductId, number>();
  for (const [, before, english, hanBefore, han, behind] of folded.matchAll(atPlace)) {
    const product = shown[placeOf(english, han, shown.length)];
    const said = before ?? hanBefore ?? behind;
    if (product !== undefined) lines.set(product, said === undefined || said === 'both' ? 1 : numberOf(said));
  }
  return [...lines].map(([product, quantity]) => ({ product, quantity }));
};

const withoutCounts =
  /\b(?:and|plus|with)\b|[,&+;，。、；]| {2,}|(?<=\p{Script=Han}) (?=\p{Script=Han})|还有|再加|[和跟与]|加(?!起来|上|一起|在一起|到|购|个运|运|邮)/gu;
export const between = new RegExp(
  `(?<=\\p{Script=Han})(?<![第每各这那])(?=[一两俩三四五六七八九十][个件双份包瓶台把条只盒袋支罐顶床张块](?![装入套人月])[\\p{Script=Han}\\d])|${withoutCounts.source}`,
  'gu',
);

export interface NamedLines {
  readonly lines: readonly CostLine[];
  /** What a kind that is named may be, where it isn't clear which. */
  readonly open: readonly ProductId[];
  /** How many of it is told with a thing. */
  readonly counted?: boolean;
}

/** What words name. */
export interface Naming {
  /** The one thing that a few words mean, or what they may mean. */
  readonly thingNamed: (words: string) => readonly ProductId[];
  readonly inFormOf: (product: ProductId, words: string) => ProductId;
  readonly tellsForm?: (words: string) => boolean;
  /** What a sort that is called by no name may be: "some green tea". */
  readonly sortOf?: (words: string) => readonly ProductId[];
}

type NamingContext = Naming & { readonly memory: Pick<ConversationMemory, 'shown' | 'focus'> };

/** 护肤九折: a deal is called by the goods that it is on. */
const ofDeal = /折|满减|优惠|活动|\b(?:deals?|discounts?|offers?|half[- ]price|off)\b/u;

/** What is named one after the other, each with its count: "two mugs and the kettle". */
export const linesOfNames = (
  folded: string,
  { memory, thingNamed, inFormOf, tellsForm = () => false, sortOf = () => [] }: NamingContext,
  parts?: RegExp,
): NamedLines => {
  const lines: Line[] = [];
  const open: ProductId[] = [];
  let counted = false;
  const table = memory.focus ?? (memory.shown.length === 1 ? memory.shown[0] : undefined);
  for (const words of (parts ? folded.split(parts) : partsOf(folded, tellsForm)).slice(0, mostNamed)) {
    const isNone = isDenied.test(words);
    const called = isNone ? [] : thingNamed(words);
    const sorts = isNone || called.length > 0 || ofDeal.test(words) ? [] : sortOf(words);
    const named = called.length > 0 ? called : sorts;
    // Of several forms the one that is looked at, or the only one shown.
    const near = named.filter(id => id === memory.focus);
    const held = near.length > 0 ? near : named.filter(id => memory.shown.includes(id));
    const [product, ...others] = held.length === 1 ? held : named;
    const told = tellsForm(words);
    const count = countIn(words, product !== undefined || told);
    const last = lines.at(-1);
    if (product !== undefined && others.length > 0) open.push(product, ...others);
    else if (product !== undefined) {
      counted ||= count !== undefined;
      if (!lines.some(line => line.product === product)) lines.push({ product, quantity: count ?? 1, told, count });
    } else if (told && (count !== undefined || one.test(words)) && (last ?? table) !== undefined) {
      // "2 red 2 navy", of the mugs before it or of the one on the table: each in its own form.
      lines.push({ product: inFormOf(last?.product ?? table!, words), quantity: count ?? 1, told, count, part: true });
    } else if (last) {
      // "Coal boat 500 g, two of them", "the mug, in navy".
      if (count !== undefined && last.quantity === 1) last.quantity = count;
      last.product = inFormOf(last.product, words);
    }
  }
  const each = withoutHeadings(lines);
  return {
    lines: each.map(({ product, quantity }) => ({ product, quantity })),
    open,
    counted: counted || each.some(line => line.part),
  };
};
interface Line {
  product: ProductId;
  quantity: number;
  /** Its form is told. */
  readonly told: boolean;
  readonly count: number | undefined;
  /** In a form of the thing before it. */
  readonly part?: true;
}
/** "4 mugs - 2 red 2 navy": the parts, and not what they are parts of. One part alone is what is told of the thing before it. */
const withoutHeadings = (lines: readonly Line[]): readonly Line[] => {
  const [first, second] = lines;
  if (first?.part && !second) return [];
  return lines.flatMap((line, i) => {
    const next = lines.slice(i + 1).findIndex(one => !one.part);
    const parts = lines.slice(i + 1, next < 0 ? undefined : i + 1 + next);
    if (line.part || line.told || parts.length === 0) return [line];
    const inAll = parts.reduce((sum, part) => sum + part.quantity, 0);
    return line.count === undefined || line.count === inAll ? [] : [line];
  });
};
const one = /^ ?(?:(?:in|a|an|one|for|the) )*(?:an?|one)\b|一[个件双份套包瓶台把条只盒袋支罐顶张块副本]?/u;
/** "2 red 2 navy", 红的一本黄的一本: each with what is counted. */
const partsOf = (folded: string, tellsForm: (words: string) => boolean): readonly string[] => {
  if ((folded.match(countedZh) ?? []).length > 1) return folded.split(withoutCounts).flatMap(eachCounted);
  return folded.split(between).flatMap(part => {
    const [first = '', ...others] = part.split(beforeCount);
    return others.length > 0 && others.every(tellsForm) ? [first, ...others] : [part];
  });
};
const countedZh = new RegExp(`(?<!第)(?:${hanCounting})${unit}`, 'gu');
const beforeCount = / +(?=(?:[1-9]\d?|two|three|four|five|six|one) (?:in )?[a-z])/u;
/** "Not the dripper", 不是滤杯; 家里有水壶: nor what is had already. */
const isDenied =
  /^ ?(?:not|no|isn't|instead of|rather than|without|(?:i|we)(?:'ve| have)?(?: already)? (?:have|got|own))\b|\b(?:i|we)(?:'ve)? already (?:have|got|own)\b|(?:不是|不要|不买|不算|去掉|别)(?!吗)|(?:家里|已经|我)(?:已经|还|也|都)?有(?!没)/u;
const mostNamed = 8;

/** "Longway vs first mile for me": what is weighed against each other stands apart as well. */
const weighed = new RegExp(`${between.source}|\\b(?:or|vs|versus|for|if)\\b|[.?!:]|还是`, 'gu');

/** The things that are named one after the other, each of a kind where it isn't clear which. */
export const thingsNamed = (folded: string, context: Naming): readonly ProductId[] =>
  allOf(linesOfNames(folded, { ...withoutSorts(context), memory: { shown: [] } }, weighed));
const withoutSorts = ({ sortOf: _, ...context }: Naming): Naming => context;
export const allOf = ({ lines, open }: NamedLines): readonly ProductId[] => [
  ...lines.map(line => line.product),
  ...open,
];
