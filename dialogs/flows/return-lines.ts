import type { ProductId } from '../../knowledge/domain/ids.ts';
import { isWithinReturnWindow, type Order, type ReturnRequest } from '../../knowledge/domain/order.ts';
import { readNumber } from '../../knowledge/language/numbers.ts';
import { colours } from '../../knowledge/profile/vocabulary/looks.ts';
import { saidOfAnything } from '../decisions/lines-spoken-of.ts';
import type { ReturnRefusal } from '../flow-parts.ts';
import { notThatOne } from '../understand/orders/not-that-one.ts';
import { countTold } from './count-told.ts';
import type { FlowContext } from './flow.ts';
import { toldApart } from './lines-told-apart.ts';

export type ReturnLine = ReturnRequest['lines'][number];

/** Why nothing of this order can go back, or null when something can. */
export const refusalOf = (
  order: Order,
  previous: readonly ReturnRequest[],
  { turn, shop }: Pick<FlowContext, 'turn' | 'shop'>,
): ReturnRefusal | null => {
  if (order.status === 'cancelled') return 'cancelled';
  if (order.status === 'returned' || openLines(order, previous).length === 0) return 'already-returned';
  if (order.status !== 'delivered') return 'not-delivered';
  return isWithinReturnWindow(order, shop.returnDays, turn.at) ? null : 'too-late';
};

/** Units not yet sent back, gifts apart: a gift goes with what it came with. */
export const openLines = (order: Order, previous: readonly ReturnRequest[]): ReturnLine[] => {
  const back = new Map<ProductId, number>();
  for (const request of previous) {
    if (request.status === 'refused') continue;
    for (const line of request.lines) back.set(line.product, (back.get(line.product) ?? 0) + line.quantity);
  }
  return order.lines.flatMap(line => {
    const quantity = line.quantity - (back.get(line.product) ?? 0);
    return line.gift || quantity <= 0 ? [] : [{ product: line.product, quantity }];
  });
};

/** All of it, said without naming anything. */
export const everything =
  /^\s*(?:(?:please|just|ok|okay|yes|well|return|send back|i(?:'d| would) like to return|i want to return|take back)[,\s]+)*(?:all|everything|both|(?:the )?(?:whole|entire|complete|full) (?:order|thing|lot|parcel|package|box)|(?:each and )?every(?: single| last)? (?:item|thing|piece|product|one|bit)|the lot)\b|全部|全都|所有|都退|全(?:都|部)?(?:要|想)?退|一[起并]退|统统|整(?:单|个?订单|笔|箱|包)|每一?[件个样]|一[件个样](?:都|也)?不(?:留|要|剩)/iu;

/** Which of the open lines the words mean: all, a place in the list, or names in the order; null: none of them. */
export const linesMeant = (
  order: Order,
  open: readonly ReturnLine[],
  { turn, understanding }: Pick<FlowContext, 'turn' | 'understanding'>,
): readonly ReturnLine[] | null => {
  const { ordinal, products, quantity } = understanding.entities;
  const text = turn.text.toLowerCase();
  const out = linesExcluded(order, open, text);
  // What is named counts before what a short answer or a place sounds like.
  const named = open.filter(
    line =>
      !out.includes(line) && (products.includes(line.product) || titleIn(order, line.product, saidOf(text, false))),
  );
  if (named.length > 0) {
    const apart = eachPhrase(order, named, saidOf(text, false));
    return counted(
      apart.map((line, _, { length }) =>
        withQuantity(line, length > 1 ? (countOf(order, line, text) ?? quantity) : quantity),
      ),
      turn.text,
      open,
    );
  }
  if (ordinal) {
    const line = open.at(ordinal > 0 ? ordinal - 1 : ordinal);
    return line ? [withQuantity(line, quantity)] : null;
  }
  return everything.test(text) || understanding.intent === 'yes' ? open : null;
};

const phraseEnd = /,|;|，|、|；|\band\b|\bplus\b|&|\+|和|跟|与|以及|还有/u;
/** "The small tea and the big buckwheat tin": each of them tells its own lines apart, where each names some. */
const eachPhrase = (order: Order, named: readonly ReturnLine[], text: string): readonly ReturnLine[] => {
  const phrases = text.split(phraseEnd).filter(phrase => /\p{L}{2}/u.test(phrase));
  const each = phrases.map(phrase =>
    toldApart(
      order,
      named.filter(line => titleIn(order, line.product, phrase)),
      phrase,
      heardOf,
    ),
  );
  // "The tea, the small one" is one of them, told in two.
  if (each.length < 2 || each.some(lines => lines.length === 0)) return toldApart(order, named, text, heardOf);
  return named.filter(line => each.some(lines => lines.includes(line)));
};

const fewer =
  /\b(two|three|four|five|[2-5])(?: of (?:the|those|these))? (?:[a-z]+ ){0,2}[a-z]{2,}s\b|([两二三四五2-5])[个件双条只盒瓶包罐袋套样款种]/u;
/** "Two teas" of three: which of those that are named alike is not told; null: it is, or nothing is counted so. */
export const linesLeftOpen = (
  order: Order,
  open: readonly ReturnLine[],
  said: string,
): readonly ReturnLine[] | null => {
  const text = saidOf(said.toLowerCase(), false);
  const [, english, han] = fewer.exec(text) ?? [];
  const count = readNumber((english ?? han ?? '').replace('两', '二'));
  const named = eachPhrase(
    order,
    open.filter(line => titleIn(order, line.product, text)),
    text,
  );
  return count !== undefined && count > 1 && named.length > count && named.every(line => line.quantity === 1)
    ? named
    : null;
};

const unitZh = '[个件双条只盒瓶包罐袋套支]';
const countBefore = new RegExp(
  `(?:^|[^\\p{L}\\d])(\\d{1,2}|one|two|three|four|a)(?: (?:of the|boxe?s? of|packs? of|tins? of|bottles? of))? (?:[a-z-]+ ){0,3}?$|([一两二三四五六七八九十]|\\d{1,2})${unitZh}(?:的|\\p{Script=Han}{0,4})$`,
  'u',
);
const countBehind = new RegExp(`^\\p{Script=Han}{0,2}?([一两二三四五六七八九十]|\\d{1,2})${unitZh}`, 'u');
/** How many of a line are told right before or behind its name: 一盒挂耳, 挂耳一盒. */
const countOf = (order: Order, { product }: ReturnLine, text: string): number | undefined => {
  const [word] = heardOf(order.lines.find(line => line.product === product)?.title ?? {}, text);
  if (word === undefined) return undefined;
  const at = text.indexOf(word);
  const [, english, han] = countBefore.exec(text.slice(0, at)) ?? [];
  const said = (english === 'a' ? 'one' : (english ?? han)) ?? countBehind.exec(text.slice(at + word.length))?.[1];
  return said === undefined ? undefined : readNumber(said);
};
/**
 * 退一盒挂耳和那个防晒乳: those of the lines that are told apart by their names and how many of each, where it is several, or so many
 * of one; `isNamed`: the message says that this goes back. Null: not told so plainly, or what is named only says which order it is.
 */
export const linesTold = (
  order: Order,
  open: readonly ReturnLine[],
  { turn }: Pick<FlowContext, 'turn'>,
  isNamed: boolean,
): readonly ReturnLine[] | null => {
  const text = saidOf(turn.text.toLowerCase(), false);
  if (turn.value || everything.test(text) || namesOrder.test(text)) return null;
  const such = linesNamed(order, open, text);
  const out = linesTurnedDown(order, such, turn.text);
  const meant = out.length < such.length ? such.filter(line => !out.includes(line)) : such;
  const named = toldApart(order, meant, text, heardOf);
  const counts = named.map(line => countOf(order, line, text));
  const isPlain =
    named.every((line, i) => line.quantity === 1 || counts[i] !== undefined) &&
    (named.length > 1 || counts.some(count => count !== undefined) || (isNamed && named.length === 1));
  return isPlain ? named.map((line, i) => withQuantity(line, counts[i])) : null;
};
/** "Not the teahouse one": those of the lines that are not meant. */
export const linesTurnedDown = (order: Order, lines: readonly ReturnLine[], text: string): readonly ReturnLine[] => {
  const words = notThatOne(text)?.words;
  return words === undefined ? [] : toldApart(order, linesNamed(order, lines, words), words, heardOf);
};
const namesOrder = /(?:[那这]一?[个笔]?|的)(?:订?单|订单)|\border with\b|\b(?:[a-z]+ )order\b/u;

const countAlone =
  /^(?:(?:just|only|return|send back|ok|no|yes|please|one of them:?)[,. ]+)*(\d{1,2}|one|two|three|four|five)(?: (?:of (?:them|those|the two|these)|only|piece|pc|pcs|pieces|please))*[.! ]*$|^(?:就|只|我|想|要|先|退|换|其中|[,， ])*([一两俩二三四五\d]{1,2})[个件双只条份盒瓶包套罐](?:就行|就好|就够了?|吧|的|[.。!！ ])*$/iu;
/** "Just one of them", of an order that holds nothing else: so many of it. */
export const someOfOnly = (
  open: readonly ReturnLine[],
  { turn }: Pick<FlowContext, 'turn'>,
): readonly ReturnLine[] | null => {
  const [line, ...others] = open;
  if (!line || others.length > 0 || line.quantity < 2 || turn.value !== undefined) return null;
  const [, english, han] = countAlone.exec(turn.text.trim()) ?? [];
  const said = english?.toLowerCase() ?? han;
  const count = said === undefined ? countTold(turn.text) : said === '俩' ? 2 : readNumber(said);
  return count === undefined ? null : [withQuantity(line, count)];
};

/** "Only one of the three tins": of one kind of goods, how many of those that may still go back. */
export const counted = (
  lines: readonly ReturnLine[],
  text: string,
  open: readonly ReturnLine[],
): readonly ReturnLine[] => {
  const [only, ...more] = lines;
  const count = countTold(text);
  const of = open.find(line => line.product === only?.product);
  return of && more.length === 0 && count !== undefined ? [withQuantity(of, count)] : lines;
};

/** What is named with these stays with the shopper, or is only told apart: 不是红色的那件. */
export const excluding =
  /\b(?:not|without|except|keep(?:ing)?|don't|do not|(?:all|everything) but)\b|不退|别退|不用退|不要退|不是|留(?:下|着)|除了/iu;
/** A space between Chinese words parts them as a comma does: 外套啊 不是拼图. */
export const clausesOf = (text: string): string[] =>
  text.split(/[,，.。;；!！]|\bbut (?=not\b)|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u);

const shades: ReadonlySet<string> = new Set(colours.en.trim().split(/,\s*/u));

/** Those of the open lines whose names are in the words. Takes lower case. */
export const linesNamed = (order: Order, open: readonly ReturnLine[], text: string): readonly ReturnLine[] =>
  open.filter(line => titleIn(order, line.product, text));

/**
 * Those of the open lines that the words describe: "the blue jacket", 那件蓝色的. By what the thing is, which ends its name
 * before the colour, else by the colour alone; none where something is described as what stays. Takes lower case.
 */
export const linesDescribed = (order: Order, open: readonly ReturnLine[], text: string): readonly ReturnLine[] => {
  return linesLike(order, open, saidOf(text, true)).length > 0 ? [] : linesLike(order, open, saidOf(text, false));
};

const unit = /^(?:毫升|礼罐|挂耳|套装)$/u;
/** Those of the lines that are called what the words name: "toner", 爽肤水; by what ends a name, and no other word of it. Takes lower case. */
export const linesOfThing = (order: Order, lines: readonly ReturnLine[], text: string): readonly ReturnLine[] =>
  lines.filter(({ product }) => {
    const { en = '', zh = '' } = order.lines.find(line => line.product === product)?.title ?? {};
    const [word] =
      en
        .toLowerCase()
        .split(', ')[0]!
        .match(/[a-z]{3,}$/) ?? [];
    if (word !== undefined && new RegExp(`\\b${word}(?:s|es)?\\b`).test(text)) return true;
    const ends = zh.split(/[\s,，]+/u).flatMap(part => /\p{Script=Han}{2}$/u.exec(part)?.[0] ?? []);
    return ends.some(end => !unit.test(end) && !/色$|[红橙黄绿蓝紫黑白灰棕粉]$/u.test(end) && text.includes(end));
  });

/** Those of the lines that are named as not meant. Takes lower case. */
export const linesExcluded = (order: Order, lines: readonly ReturnLine[], text: string): readonly ReturnLine[] =>
  linesNamed(order, lines, saidOf(text, true));

/** What is said of what stays (`isOut`), or of what is meant. */
export const saidOf = (text: string, isOut: boolean): string =>
  clausesOf(text)
    .filter(c => excluding.test(c) === isOut)
    .join(', ');

const linesLike = (order: Order, open: readonly ReturnLine[], text: string): readonly ReturnLine[] => {
  const titleOf = (line: ReturnLine) => order.lines.find(l => l.product === line.product)?.title ?? {};
  const isOf = (words: readonly string[]): boolean =>
    words.some(word =>
      /^[a-z]/.test(word) ? word.length >= 3 && new RegExp(`\\b${word}(?:s|es)?\\b`).test(text) : text.includes(word),
    );
  const parts = (line: ReturnLine): { thing: string[]; colour: string[] } => {
    const { en = '', zh = '' } = titleOf(line);
    const [name = '', shade = ''] = en.toLowerCase().split(', ');
    const chinese = zh.split(/\s+/u);
    const hue = /[红橙黄绿蓝紫黑白灰棕粉]色?$/u.exec(chinese.at(-1) ?? '')?.[0].charAt(0);
    const thing = (hue ? chinese.slice(0, -1) : chinese).at(-1)?.slice(-2) ?? '';
    return {
      thing: [...(name.match(/[a-z]+$/) ?? []), ...(/^\p{Script=Han}{2}$/u.test(thing) ? [thing] : [])],
      // Of "cherry red" red is enough; "clear sky" is one in full only.
      colour: [
        ...(shade.match(/^[a-z ]+$/) ? [shade, ...shade.split(' ').filter(w => shades.has(w))] : []),
        ...(hue ? [`${hue}色`, `${hue}的`] : []),
      ],
    };
  };
  const things = open.filter(line => isOf(parts(line).thing));
  const among = things.length > 0 ? things : open;
  const coloured = among.filter(line => isOf(parts(line).colour));
  return coloured.length > 0 ? coloured : things;
};

const withQuantity = (line: ReturnLine, wanted: number | undefined): ReturnLine => ({
  product: line.product,
  quantity: wanted === undefined ? line.quantity : Math.min(line.quantity, Math.max(1, wanted)),
});

/** Words of three letters in a title that say nothing of which line is meant. */
const untelling = /^(?:the|and|for|all|any|one|two|six|ten|set|new|not|its|our|you|day|pcs)$/;

/** A telling word of the title ("jacket", "jackets"; "水壶", the end of a Chinese name) is in the message. */
const titleIn = (order: Order, product: ProductId, text: string): boolean =>
  heardOf(order.lines.find(l => l.product === product)?.title ?? {}, text).length > 0;

const heardOf = (title: Order['lines'][number]['title'], text: string): readonly string[] => {
  // "Puer" is "pu’er".
  const words =
    (title.en ?? '')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[a-z0-9]{3,}/g) ?? [];
  // "250g" is "250 g".
  const apart = text.replace(/['’]/g, '').replace(/(\d)(?=[a-z])/g, '$1 ');
  const english = words.filter(word => !untelling.test(word) && new RegExp(`\\b${word}(?:s|es)?\\b`).test(apart));
  // 马克杯 is also 杯子.
  const nouns = (title.zh ?? '').split(/[\s,，]+/).flatMap(part => [part.slice(-2), `${part.slice(-1)}子`]);
  return [
    ...english,
    ...nouns.filter(noun => /^\p{Script=Han}{2}$/u.test(noun) && text.includes(noun)),
    ...nameHeard(title.zh ?? '', text),
  ];
};
/** The words of that one of the lines of which most is in the text. Takes lower case. */
export const wordsHeard = (order: Order, lines: readonly ReturnLine[], text: string): ReadonlySet<string> =>
  lines
    .map(({ product }) => heardOf(order.lines.find(line => line.product === product)?.title ?? {}, text))
    .map(words => new Set(words.filter(word => !saidOfAnything.has(word))))
    .reduce((most, words) => (words.size > most.size ? words : most), new Set<string>());

/** 苦荞 of 黑苦荞茶, between the maker and the form. */
const nameHeard = (zh: string, text: string): readonly string[] =>
  zh
    .split(/\s+/u)
    .slice(1, -1)
    .flatMap(part =>
      [...part.matchAll(/(?=(\p{Script=Han}{2}))/gu)].flatMap(([, two = '']) => (text.includes(two) ? [two] : [])),
    );
