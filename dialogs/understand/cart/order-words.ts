/** What the words of a Chinese order mean in this catalogue: which things they name, in which colour or size. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { createWishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Mention, Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { countAt, measured, ordering, somethingElse } from './ordered-said.ts';

interface Model {
  /** Of its name in Chinese, without maker and colour or size: 指印马克杯. */
  readonly name: string;
  /** The colour or size: 砖红, 30克; empty where it comes in one only. */
  readonly form: string;
  readonly key: string;
}

export const tight = (text: string): string => fold(text).replace(/\s+/gu, '');

/** 灯也要一个: a thing by one character. */
const inOneCharacter = /^[壶锅碗灯鞋笔帽裤伞]$/u;
/** 250的. */
const bareMeasure = /(?<!\d)\d{2,4}(?=的)/gu;
const measuredForm = /^(\d{2,4})(?:克|毫升)/u;

/** A part of a message, and what its words are. */
export interface Clause {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** What is neither a word of the catalogue nor of an order. */
  readonly words: readonly string[];
  /** Something is ordered that is no goods of the shop. */
  readonly isOther: boolean;
}

/** What a thing is before the shelf it is on: a mug is a mug, and of the kitchen; oolong is no tea of another leaf. */
export const finest = ({ meanings }: Mention): Mention['meanings'] => {
  const products = meanings.filter(m => m.slot === 'product');
  const sorts = meanings.filter(m => m.slot !== 'category');
  return products.length > 0 ? products : sorts.length > 0 ? sorts : meanings;
};
/** 红茶: of a shelf, by what it is made of. */
const saysSort = ({ meanings }: Mention): boolean =>
  meanings.some(m => m.slot === 'category') && meanings.some(m => m.slot === 'material');

/** 人雨披, 雨披, of two characters or more. */
const endingsOf = (name: string): string[] =>
  Array.from({ length: Math.max(0, name.length - 1) }, (_, i) => name.slice(i));

export const createThingReader = (view: CatalogueView, vocabulary: Vocabulary) => {
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
  /** All that a name ends with: 雨披 of 摆渡人雨披. */
  const nouns = new Set([...models.values()].flatMap(({ name }) => endingsOf(name)));
  const forms = [...new Set([...models.values()].map(model => model.form))].filter(form => form.length >= 2);
  /** A thing, or the very name of a shelf: 礼盒 stands on the one of toys and is no toy. */
  const isKind = (mention: Mention): boolean => isNoun(mention) || saysKind(mention) || saysSort(mention);
  /** 雨披: a thing by its name, whatever else the catalogue takes the word for. */
  const isNoun = (mention: Mention): boolean =>
    mention.surface.length > 1 &&
    mention.meanings.every(m => m.slot === 'feature' || m.slot === 'occasion') &&
    nouns.has(mention.surface);
  const saysKind = ({ meanings, surface }: Mention): boolean =>
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
    finest(mention).some(m => matches(product, { ...m, polarity: 'like' }));

  /** What a thing is before the shelf it is on: 马克杯 is a mug, and of the kitchen. */
  const isSuch = (product: Product, mention: Mention): boolean => {
    if (isNoun(mention)) return models.get(product.id)!.name.endsWith(mention.surface);
    return is(product, mention);
  };

  const withForms = (shown: readonly Product[]): readonly Product[] => [
    ...new Set(shown.flatMap(product => siblings.get(familyOf(product)) ?? [product])),
  ];

  const toldIn = (said: string): string[] => {
    const text = tight(said);
    // 250的那个: of what is sold by weight or measure.
    const bare = [...text.matchAll(bareMeasure)].map(([all]) => all);
    // 20个 counts, whatever is sold in packs of 20.
    const uncounted = text.replace(countAt, ' ');
    return forms.filter(
      form =>
        (/^\d+$/u.test(form) ? uncounted : text).includes(form) ||
        bare.some(size => measuredForm.exec(form)?.[1] === size),
    );
  };
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

  /** 滇红, which is a tea by its name: no colour of anything else. */
  const isInWord = (said: string, { start, end, meanings }: Mention): boolean => {
    const word = said.slice(Math.max(0, start - 1), end);
    return (
      end - start === 1 &&
      meanings.every(m => m.slot === 'colour') &&
      /^\p{Script=Han}(?<![大深浅粉暗亮鲜])\p{Script=Han}$/u.test(word) &&
      toldIn(word).length === 0 &&
      [...models.values()].some(({ name }) => name.includes(word))
    );
  };

  const clauseOf = (text: string): Clause => {
    const said = tight(text).replace(measured, ' ');
    const mentions = vocabulary.mentions(said).filter(mention => !isOfForm(mention) && !isInWord(said, mention));
    let rest = said;
    for (const { start, end } of mentions) rest = rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end);
    for (const form of toldIn(text)) rest = rest.replace(form, '_');
    const other = somethingElse.exec(rest)?.[1];
    const words = rest
      .replace(ordering, ' ')
      .split(/[^\p{Script=Han}]+/u)
      .filter(word => word.length >= 2 || inOneCharacter.test(word));
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
    seen: readonly Product[],
  ): readonly Product[] | null => {
    const told = toldIn(clause.text);
    const isApart = (said: string): boolean => !told.some(form => form.includes(said));
    const mentions = clause.mentions.filter(mention => isApart(mention.surface));
    const words = clause.words.filter(isApart);
    const kinds = mentions.filter(isKind);
    const named = (product: Product): boolean => {
      const { name, form } = models.get(product.id)!;
      return words.some(word => (word.length === 1 ? name.endsWith(word) : name.includes(word) || form.includes(word)));
    };
    const from = (pool: readonly Product[]): readonly Product[] => {
      const ofKind = kinds.reduce<readonly Product[]>((so, kind, i) => {
        const such = (i === 0 ? pool : so).filter(p => isSuch(p, kind));
        // 雨披: what is called so, before whatever else serves for one.
        const called = such.filter(p => kind.surface.length > 1 && models.get(p.id)!.name.includes(kind.surface));
        return called.length > 0 ? called : such.length > 0 ? such : so;
      }, []);
      const byName = pool.filter(named);
      const both = ofKind.filter(named);
      return both.length > 0 ? both : ofKind.length > 0 ? ofKind : byName;
    };
    const others = mentions.filter(mention => !isKind(mention));
    // 怪熊 is a maker, and the bear that it is known for: what is called so is meant first.
    const called = (pool: readonly Product[]): readonly Product[] => {
      const makers = others.filter(one => one.meanings.every(m => m.slot === 'brand'));
      const own = pool.filter(p => makers.some(one => models.get(p.id)!.name.includes(one.surface)));
      return own.length > 0 ? own : pool;
    };
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
    const near = called(told.length + others.length === 0 ? shown : withForms(shown));
    // 墨黑的: of the one that is spoken of, where it comes like that.
    const ofIt = isPlain && spokenOf ? narrow(withForms([spokenOf])) : [];
    const among = ofIt.length > 0 ? ofIt : narrow(isPlain ? near : from(near));
    if (among.length > 0 || isPlain) return among;
    // 磨豆机加上: of the one that is looked at, where it is called so.
    const isCalledSo = spokenOf !== undefined && (words.length === 0 || named(spokenOf));
    const looked = isCalledSo ? narrow(from(withForms([spokenOf]))) : [];
    if (looked.length > 0) return told.length + others.length === 0 ? [spokenOf!] : looked;
    const before = narrow(from(withForms(seen)));
    if (before.length > 0) return told.length + others.length === 0 ? from(seen) : before;
    const all = from(sold);
    return all.length === 0 ? null : narrow(all);
  };

  return { models, isKind, toldIn, withForms, isThing, oneModel, clauseOf, joined, kindIn, meantBy, formsOf };

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
