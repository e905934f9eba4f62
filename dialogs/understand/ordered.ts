/**
 * Goods ordered by what they are, in Chinese: 墨黑保温杯加一个, 马克杯和保温杯各来一个, 就砖红的来两个. Each thing named becomes a
 * line with its quantity where it is one product, of those shown before the rest of the catalogue; else it stays open which
 * of its colours or sizes is meant. What is asked about, turned down or only wished for is never ordered.
 */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { readNumber } from '../../knowledge/language/numbers.ts';
import { createWishVocabulary } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { familyOf } from '../../knowledge/retrieval/families.ts';
import { fold, hasHan } from '../../knowledge/retrieval/fold.ts';
import { matches } from '../../knowledge/retrieval/product-match.ts';
import { tokensOf } from '../../knowledge/retrieval/tokens.ts';
import type { Mention, Vocabulary } from '../../knowledge/retrieval/vocabulary.ts';
import type { ConversationMemory, Intent } from '../turn.ts';
import { buysNothing } from './buys-nothing.ts';
import { pendingFor } from './wished.ts';

export interface Ordered {
  readonly lines: readonly { readonly product: ProductId; readonly quantity: number; readonly size?: string }[];
  /** So many of what is in the cart already is so many altogether: 马克杯要两个. */
  readonly inAll: boolean;
  /** Products of which one is meant, and nothing says which; so many of it. */
  readonly open: readonly { readonly products: readonly ProductId[]; readonly quantity: number }[];
  /** What is ordered beside it and not sold, in the shopper's words. */
  readonly absent?: readonly string[];
}

export type OrderMemory = Pick<ConversationMemory, 'shown' | 'focus' | 'toCart' | 'turns' | 'lastIntent' | 'sum'>;

const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'change-quantity', 'view-cart']);

const longest = 80;
const number = '(?:\\d{1,2}|[一两二俩三四五六七八九十])';
const unit = '[个件双把条只包盒瓶套罐袋款台份支副顶块盏]';
/** 来 orders; at the end of another verb or an adverb it does not: 看起来, 送来, 本来. */
export const come =
  '(?:(?<![起送买本原后从带寄拿过出回下进到近将未历往素向越运递借换搬取收得由生以])|(?<=[帮给]我[买拿带送]))来';
/** Into the cart, in so many words. */
const strong = new RegExp(
  `加购|加车|下单|拿下|(?:加|放)(?:入|到|进)|购物车|各(?:来|要|买|拿|加)?${number}|(?:${come}|(?<![更参])加|拿)(?:上|我)?${number}?${unit}|${unit}(?:给我)?来${number}`,
  'u',
);
/** A wish as well: ordered only of what was just shown. */
const weak = new RegExp(`[要买换](?:成|上|了)?${number}${unit}|(?:就|我)要(?!求)|要了|买了|要${number}`, 'u');
const isTotal = new RegExp(`^(?!.*(?:再|多|又|加)).*要${number}${unit}`, 'u');
const asks =
  /[?？]|吗|嘛|么[.! ]*$|多少|怎么|咋|哪|什么|啥|有没有|能不能|可不可以|是不是|呢[.! ]*$|没有?[.! ]*$|几[点折天]/u;
const turnsDown =
  /不要|不用|不想|不买|不是|没说|没让|(?<![特分级性差区个类])别|先不|不了|退|取消|改成|删|移|拿掉|去掉/u;
const otherMatter =
  /订单|优惠|券|折扣|活动|人工|客服|发票|地址|运费|包邮|推荐|看看|找|比较|介绍|对比|链接|图片|照片|上次|之前|(?<![手脚唇嘴脸皮])[碎坏破裂漏]了[.! ]*$/u;
const place = /第 ?[一二三四五六七八九十\d]|最后一?[个款件双]/u;
const apart = new RegExp(
  `[\\s，,、。.+＋;；!！~]+|和|跟|与|以及|还有|外加|另外|再(?=[加来要拿买]|${number}${unit})`,
  'u',
);

const counting = new RegExp(`(?<!第)(${number})${unit}`, 'u');
const each = new RegExp(`各(?:来|要|买|拿|加)?(${number})`, 'u');
/** What is left of a clause without what it orders with. */
const ordering = new RegExp(
  `各(?:来|要|买|拿|加)?${number}?${unit}?|第?${number}?${unit}|加购(?:物车)?|加车|下单|购物车|[加放](?:入|到|进)|帮我|给我|麻烦|请|那个?|这个?|就|要|来|买|拿下?|换|加|把|里|吧|了|的|我|好|行|可以|嗯|一共|上|给|都|先|再|也|呗|啊|哦|谢谢|老板|亲`,
  'gu',
);
/** 加包咖啡豆: a measure of what follows, and no bag. */
const measured = new RegExp(`(?<=[加来要拿买换各\\d一两二俩三四五六七八九十])${unit}(?=[\\p{Script=Han}\\d])`, 'gu');
/** 加一个盖子: something that is no goods of the shop; 来一个试试 and 来一个送人 tell what for. */
const somethingElse = new RegExp(
  `[来加拿](?:上|我)?${number}(?:${unit}| )(?![试尝玩用送给穿戴带备存囤放装发寄自就先当做作])(\\p{Script=Han}{2,6})$`,
  'u',
);
/** 来两包最便宜的挂耳: of all that are meant the one that costs least. */
const cheapest = /最(?:便宜|实惠)的?/u;
/** 小包装的, 大的那支: of one model the smallest or the largest. */
const bySize =
  /(?:最|更|比较|要|就|,|，|^| )*?([小大])(?:包装|份装?|瓶装?|盒装?|罐装?|支装?|规格|(?:一?[点些])?的)(?:那|这)?一?[个款件支瓶包份罐盒]?/u;
const measureOf = (product: Product): number => {
  const said = product.name.zh?.match(/(\d{1,4})(?=\D*$)/)?.[1];
  return said === undefined ? product.price.minor : Number(said);
};
const byMeasure = (products: readonly Product[], size: string): readonly Product[] =>
  [...products].sort((a, b) => (size === '小' ? 1 : -1) * (measureOf(a) - measureOf(b))).slice(0, 1);
const tellsWhy = /^(?:因为|我|最近|冬天|手|脚|皮肤|脸|嘴唇?).{0,6}(?:了|干|裂|冷)$/u;
/** Into the cart, and nothing of what: 加购物车,两份. */
const namesCart = /购物车|加购|加车/u;
/** 来两包 不 三包: the number said last counts. */
const corrected = new RegExp(
  `(${number})(${unit})([^,，]{0,12}?)[\\s,，.。]+(?:不是?|不对|错了|哦不|啊不)[\\s,，.。]*(?:是|要)?(${number})${unit}[吧啊. !]*$`,
  'u',
);
/** 有黑色没 来一个: ordered where there is one. */
const ifThereIs =
  /^(?:请问|那)?有(?:没有)?([^\s?？,，]{1,8}?)的?(?:吗|么|嘛|没有?|不)[\s?？,，.。]+(?:有的?话?(?:就|给我)?)?(?=.)/u;
const asMeant = (folded: string): string =>
  folded
    .replace(/^[\s?？!！.。,，]+/u, '')
    .replace(ifThereIs, '$1的 ')
    .replace(corrected, (_, _first, unitSaid: string, between: string, last: string) => last + unitSaid + between);
const countAt = new RegExp(`(?<!第)${number}${unit}`, 'gu');
/** 墨黑一个松针绿一个, 一个墨黑的一个松针绿的: each with what is counted. */
const eachCounted = (text: string): readonly string[] => {
  const counts = [...text.matchAll(countAt)];
  const [first, second] = counts;
  if (!first || !second) return [text];
  const isAfter = /\p{Script=Han}{2}/u.test(text.slice(0, first.index).replace(ordering, ''));
  const cuts = counts.flatMap(at => (isAfter ? [at.index + at[0].length] : at === first ? [] : [at.index]));
  const pieces = [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length)).filter(piece => piece !== '');
  const says = (piece: string): boolean => /\p{Script=Han}/u.test(piece.replace(ordering, ''));
  return pieces.every((piece, i) => says(piece) || (isAfter && i === pieces.length - 1)) ? pieces : [text];
};
const units = (said: string | undefined): number => (said === undefined ? 1 : said === '俩' ? 2 : readNumber(said));

interface Model {
  /** Of its name in Chinese, without maker and colour or size: 指印马克杯. */
  readonly name: string;
  /** The colour or size: 砖红, 30克; empty where it comes in one only. */
  readonly form: string;
  readonly key: string;
}

const tight = (text: string): string => fold(text).replace(/\s+/gu, '');

/** What is ordered: the clauses about it, and what they may mean. */
interface Thing {
  clause: Clause;
  products: readonly Product[];
  /** Its colour or size is told. */
  tellsForm: boolean;
}

const cheapestOf = (products: readonly Product[]): readonly Product[] =>
  products.length === 0 ? products : [products.reduce((low, one) => (one.price.minor < low.price.minor ? one : low))];

/** A part of a message, and what its words are. */
interface Clause {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** What is neither a word of the catalogue nor of an order. */
  readonly words: readonly string[];
  /** Something is ordered that is no goods of the shop. */
  readonly isOther: boolean;
}

export const createOrderReader = (view: CatalogueView, vocabulary: Vocabulary) => {
  const sold = view.products.filter(product => !product.hidden && isSellable(product) && product.name.zh !== undefined);
  const siblings = grouped(sold, familyOf);
  const models = new Map<ProductId, Model>();
  for (const [key, products] of siblings) {
    const parts = products.map(product => product.name.zh!.split(/\s+/u));
    const shared = parts[0]!.filter(part => products.length > 1 && parts.every(words => words.includes(part)));
    products.forEach((product, i) => {
      const own = products.length > 1 ? parts[i]!.filter(part => !shared.includes(part)) : [];
      const of = products.length > 1 ? shared : parts[i]!;
      models.set(product.id, { key, name: tight(of.slice(1).join('')), form: tight(own.join('')) });
    });
  }
  const forms = [...new Set([...models.values()].map(model => model.form))].filter(form => form.length >= 2);
  /** A thing, or the very name of a shelf: 礼盒 stands on the one of toys and is no toy. */
  const isKind = ({ meanings, surface }: Mention): boolean =>
    meanings.some(
      m =>
        m.slot === 'product' ||
        (m.slot === 'category' && view.shop.categories.some(c => c.key === m.value && c.name.zh?.includes(surface))),
    );
  /** 挂耳: a shelf of its own in words, and of a model the form it comes in. */
  const isOfForm = (mention: Mention): boolean =>
    !isKind(mention) &&
    sold.some(
      product =>
        models.get(product.id)!.form.includes(mention.surface) &&
        mention.meanings.every(m => m.slot === 'category' && m.value === product.category),
    );
  const is = (product: Product, mention: Mention): boolean =>
    mention.meanings.some(m => matches(product, { ...m, polarity: 'like' }));

  /** What a thing is before the shelf it is on: 马克杯 is a mug, and of the kitchen. */
  const isSuch = (product: Product, { meanings }: Mention): boolean => {
    const finest = meanings.filter(m => m.slot === 'product');
    return (finest.length > 0 ? finest : meanings).some(m => matches(product, { ...m, polarity: 'like' }));
  };

  const withForms = (shown: readonly Product[]): readonly Product[] => [
    ...new Set(shown.flatMap(product => siblings.get(familyOf(product)) ?? [product])),
  ];

  const toldIn = (said: string): string[] => forms.filter(form => tight(said).includes(form));
  const inName = (word: string): boolean =>
    [...models.values()].some(({ name, form }) => name.includes(word) || form.includes(word));

  const general = createWishVocabulary();
  /** The whole of it is what a thing is called, and nothing sold here is. */
  const isThing = (name: string): boolean => {
    const [whole] = general.named(tokensOf(name));
    return (
      whole?.slots.includes('product_type') === true && whole.start === 0 && whole.end === name.length && !inName(name)
    );
  };
  const oneModel = (products: readonly Product[]): boolean => new Set(products.map(familyOf)).size === 1;

  const clauseOf = (text: string): Clause => {
    const said = tight(text).replace(measured, ' ');
    const mentions = vocabulary.mentions(said).filter(mention => !isOfForm(mention));
    let rest = said;
    for (const { start, end } of mentions) rest = rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end);
    for (const form of toldIn(text)) rest = rest.replace(form, '_');
    const other = somethingElse.exec(rest)?.[1];
    const words = rest
      .replace(ordering, ' ')
      .split(/[^\p{Script=Han}]+/u)
      .filter(word => word.length >= 2);
    return { text, mentions, words, isOther: other !== undefined && words.some(w => other.includes(w) && !inName(w)) };
  };
  const joined = (one: Clause, other: Clause): Clause => ({
    text: `${one.text} ${other.text}`,
    mentions: [...one.mentions, ...other.mentions],
    words: [...one.words, ...other.words],
    isOther: false,
  });

  /** What it is, without its colour or size. */
  const kindIn = ({ mentions, words }: Clause): Clause => ({
    text: '',
    mentions: mentions.filter(isKind),
    words: words.filter(word => !forms.some(form => form.includes(word))),
    isOther: false,
  });

  /** Those that all of the words are true of; null: the words name no goods. */
  const meantBy = (
    clause: Clause,
    shown: readonly Product[],
    spokenOf: Product | undefined,
  ): readonly Product[] | null => {
    const told = toldIn(clause.text);
    const isApart = (said: string): boolean => !told.some(form => form.includes(said));
    const mentions = clause.mentions.filter(mention => isApart(mention.surface));
    const words = clause.words.filter(isApart);
    const kinds = mentions.filter(isKind);
    const named = (product: Product): boolean => {
      const { name, form } = models.get(product.id)!;
      return words.some(word => name.includes(word) || form.includes(word));
    };
    const from = (pool: readonly Product[]): readonly Product[] => {
      const ofKind = kinds.reduce<readonly Product[]>((so, kind, i) => {
        const such = (i === 0 ? pool : so).filter(p => isSuch(p, kind));
        return such.length > 0 ? such : so;
      }, []);
      const byName = pool.filter(named);
      const both = ofKind.filter(named);
      return both.length > 0 ? both : ofKind.length > 0 ? ofKind : byName;
    };
    const others = mentions.filter(mention => !isKind(mention));
    const isPlain = kinds.length === 0 && words.length === 0;
    const narrow = (pool: readonly Product[]): readonly Product[] => {
      const byForm = pool.filter(p => {
        const { form } = models.get(p.id)!;
        return told.includes(form);
      });
      if (byForm.length > 0) {
        // 低因咖啡豆250克: of that size the decaf.
        const exactly = byForm.filter(p => others.every(mention => is(p, mention)));
        return exactly.length > 0 ? exactly : byForm;
      }
      return pool.filter(p => others.every(mention => is(p, mention)));
    };
    if (isPlain && others.length + told.length === 0) return null;
    // A list has one card a model, which stands for its other colours and sizes too.
    const near = told.length + others.length === 0 ? shown : withForms(shown);
    // 墨黑的: of the one that is spoken of, where it comes like that.
    const ofIt = isPlain && spokenOf ? narrow(withForms([spokenOf])) : [];
    const among = ofIt.length > 0 ? ofIt : narrow(isPlain ? near : from(near));
    if (among.length > 0 || isPlain) return among;
    const all = from(sold);
    return all.length === 0 ? null : narrow(all);
  };

  return {
    /** Undefined: nothing is ordered by what it is, or not only. Takes folded text. */
    read: (message: string, memory: OrderMemory): Ordered | undefined => {
      if (!hasHan(message) || message.length > longest || otherMatter.test(message)) return undefined;
      const folded = asMeant(message);
      const pending = pendingFor(memory);
      const isStrong = strong.test(folded);
      if (!isStrong && !pending && !weak.test(folded)) return undefined;
      // A place of the list has its own reading.
      if (asks.test(folded) || turnsDown.test(folded) || buysNothing(folded) || place.test(folded)) return undefined;
      const shown = memory.shown.flatMap(id => (models.has(id) ? (view.byId.get(id) ?? []) : []));
      const focus = memory.focus !== undefined && models.has(memory.focus) ? view.byId.get(memory.focus) : undefined;
      // What says no thing of its own belongs to the one before it: 马克杯 砖红.
      const things: Thing[] = [];
      const isEach = each.test(folded);
      const size = bySize.exec(folded)?.[1];
      const absent: string[] = [];
      const wanted = folded.replace(cheapest, '').replace(bySize, ' ');
      for (const text of wanted
        .split(apart)
        .flatMap(eachCounted)
        .filter(part => part !== '')) {
        const clause = clauseOf(text);
        const { mentions, words } = clause;
        const last = things.at(-1);
        const alone = meantBy(clause, shown, focus);
        const namesKind = mentions.some(isKind);
        // Something else is said in it, which is another request.
        const [word, ...otherWords] = words;
        // 手裂了: why it is wanted.
        if (things.length > 0 && mentions.length === 0 && tellsWhy.test(text)) continue;
        if (word !== undefined && otherWords.length + mentions.length === 0 && alone === null && isThing(word)) {
          absent.push(word);
          continue;
        }
        const isOther = !namesKind && mentions.some(m => m.meanings.every(one => one.slot === 'category'));
        if (isOther || clause.isOther || (alone === null && mentions.length + words.length > 0)) return undefined;
        const tellsForm = mentions.some(mention => !isKind(mention)) || toldIn(text).length > 0;
        // 保温杯 墨黑一个 松针绿一个: another one of the same thing.
        if (last?.tellsForm && tellsForm && !namesKind && words.length === 0 && (isEach || counting.test(text))) {
          const another = meantBy(joined(kindIn(last.clause), clause), shown, focus) ?? [];
          things.push({ clause: joined(kindIn(last.clause), clause), products: another, tellsForm });
          continue;
        }
        const together = last && joined(last.clause, clause);
        const both = together && !namesKind ? meantBy(together, shown, focus) : null;
        const narrows =
          last !== undefined &&
          both !== null &&
          both.length > 0 &&
          (both.length < last.products.length || alone?.length === 0);
        if (alone !== null && !narrows) things.push({ clause, products: alone, tellsForm });
        else if (last && together) {
          last.clause = together;
          if (narrows) last.products = both;
          last.tellsForm ||= tellsForm;
        }
      }
      const spoken = focus ? [focus] : shown.length > 0 && oneModel(shown) ? shown : [];
      if (things.length === 0 && absent.length === 0 && size !== undefined && spoken.length > 0)
        things.push({ clause: clauseOf(folded), products: withForms(spoken), tellsForm: true });
      if (size !== undefined)
        for (const thing of things)
          if (oneModel(thing.products)) thing.products = byMeasure(withForms(thing.products.slice(0, 1)), size);
      if (
        things.length === 0 &&
        absent.length === 0 &&
        namesCart.test(folded) &&
        shown.length > 0 &&
        !memory.sum?.length
      ) {
        const those = focus ? [focus] : shown;
        const isTold = counting.test(folded) || those.length > 1;
        if (isTold) things.push({ clause: clauseOf(folded), products: those, tellsForm: false });
      }
      if (cheapest.test(folded)) for (const thing of things) thing.products = cheapestOf(thing.products);
      if (things.length === 0 || things.some(thing => thing.products.length === 0)) return undefined;
      const all = each.exec(folded)?.[1];
      const lines: { product: ProductId; quantity: number }[] = [];
      const open: { products: ProductId[]; quantity: number }[] = [];
      for (const { clause, products } of things) {
        const { text } = clause;
        const form = products.length === 1 ? models.get(products[0]!.id)!.form : '';
        const told = counting.exec(form ? tight(text).replace(form, ' ') : text)?.[1];
        const quantity = all ? units(all) : told ? units(told) : (pending?.quantity ?? 1);
        // Of what is in the cart it is the one spoken of.
        const spokenOf = ofCart.has(memory.lastIntent ?? 'unclear') ? products.filter(p => p.id === memory.focus) : [];
        const [first, ...more] = spokenOf.length > 0 ? spokenOf : products;
        if (more.length === 0 && lines.some(line => line.product === first!.id)) continue;
        if (more.length === 0) lines.push({ product: first!.id, quantity });
        else open.push({ products: formsOf(products), quantity });
      }
      const onlyShown = lines.every(line => memory.shown.includes(line.product)) && open.length === 0;
      const isMeant = isStrong || pending !== undefined || onlyShown || ofCart.has(memory.lastIntent ?? 'unclear');
      return isMeant
        ? { lines, open, inAll: isTotal.test(folded), ...(absent.length > 0 ? { absent } : {}) }
        : undefined;
    },
  };

  /** Of one model its forms, of several one each. */
  function formsOf(products: readonly Product[]): ProductId[] {
    const byModel = grouped(products, product => models.get(product.id)!.key);
    const chosen = byModel.size === 1 ? products : [...byModel.values()].map(([first]) => first!);
    return chosen.slice(0, most).map(product => product.id);
  }
};

const most = 6;

export const grouped = (products: readonly Product[], keyFor: (product: Product) => string): Map<string, Product[]> => {
  const groups = new Map<string, Product[]>();
  for (const product of products) groups.set(keyFor(product), [...(groups.get(keyFor(product)) ?? []), product]);
  return groups;
};
