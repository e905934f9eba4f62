/**
 * What goods are called that no attribute stands for: the creams among the skincare, the satchels among the bags. The shop's
 * vocabulary knows the word as its category's only; the names of the goods tell which of them it means.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { goesByOtherNames, isCalled } from '../../../knowledge/retrieval/goods/called.ts';
import { lexicon } from '../../../knowledge/retrieval/goods/lexicon.ts';
import type { Meaning, Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { singular, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import type { SaidFact } from '../said/fact.ts';

/** Said of any running shoe, whichever of them has it in its name. */
const anyOfThem: ReadonlySet<string> = new Set(['runner', 'trainer', 'sneaker']);

const wordsOf = (text: string): string =>
  tokensOf(fold(text))
    .map(token => singular(token.text))
    .join(' ');

/** What all of a shelf are called: 夹克 of the jackets, whichever of them has it in its name. */
const wordsFor = (category: string): readonly string[] => {
  const common = singular(category.split('-').at(-1) ?? category);
  return lexicon.find(one => one.slot === 'product' && one.value === common)?.zh ?? [];
};

const isForm = /^(?:礼[盒罐]|gift (?:box|tin|set))$/u;

const isPack = /^(?:套装|组合装?|套餐|套组|set|kit|bundle)$/u;

const materials = lexicon.filter(one => one.slot === 'material');

/** As told wishes: of slot "product" by the word, of slot "material" where its name says what it is of (羽绒服, "down jacket"). */
export const sortsIn = (
  facts: readonly SaidFact[],
  vocabulary: Vocabulary,
  { shop, products }: Pick<CatalogueView, 'shop' | 'products'>,
  forWhom: string,
): StatedPreference[] => {
  const isShelf = (word: string, category: string): boolean => {
    const known = shop.categories.find(one => one.key === category);
    const names = [known?.name.en ?? '', known?.name.zh ?? '', category.replaceAll('-', ' '), ...wordsFor(category)];
    return hasHan(word)
      ? names.some(name => name.includes(word))
      : names.some(name => word.split(' ').every(one => wordsOf(name).split(' ').includes(one)));
  };
  const wish = (fact: SaidFact, slot: 'product' | 'material', value: string): StatedPreference => ({
    slot,
    value,
    polarity: fact.polarity === 1 ? 'like' : 'dislike',
    forWhom,
    quote: fact.quote.trim().slice(0, 120),
    confidence: 0.7,
  });
  // 茶叶礼盒: tea, however it is packed.
  const namesOthers = facts.some(
    fact =>
      fact.polarity === 1 &&
      vocabulary
        .mentions(fold(fact.value))
        .some(m =>
          m.meanings.some(one => (one.slot === 'category' && !/gift/.test(one.value)) || one.slot === 'product'),
        ),
  );
  // 龙井: no word of the catalogue's, and a name of some of its goods.
  const called = ({ slot, spoken, value }: SaidFact): string | undefined => {
    if (slot !== 'product_type' || !spoken) return undefined;
    // The bags of "two bags of tea" are a word of the shelf's, which was read as none.
    if (vocabulary.mentions(fold(value)).length > 0) return undefined;
    const word = hasHan(value) ? fold(value) : wordsOf(value);
    // 手冲壶和滤杯有套装吗: of those, however they are packed.
    if (namesOthers && isPack.test(word)) return undefined;
    return word.length > 1 && products.some(p => isCalled(p, word)) ? word : undefined;
  };
  return facts.flatMap(fact =>
    fact.named.length === 0 || fact.slot.startsWith('price')
      ? [called(fact)].flatMap(word => (word === undefined ? [] : [wish(fact, 'product', word)]))
      : vocabulary.mentions(fold(fact.value)).flatMap(({ meanings, surface }): StatedPreference[] => {
          const word = hasHan(surface) ? surface : wordsOf(surface);
          const [{ slot, value: category }] = meanings as readonly [Meaning, ...Meaning[]];
          if (slot !== 'category') return [];
          if (meanings.some(one => one.slot === 'product')) {
            const of = materials.find(one =>
              hasHan(word)
                ? one.zh.some(name => name.length > 1 && word.length > name.length && word.startsWith(name))
                : one.en.some(name => word.startsWith(`${name} `)),
            );
            const isSold =
              of && products.some(p => p.category === category && p.attributes.material?.includes(of.value));
            return isSold && fact.polarity === 1 ? [wish(fact, 'material', of.value)] : [];
          }
          if (isForm.test(word) && namesOthers) return [];
          const isSort =
            goesByOtherNames(word) ||
            !(meanings.some(one => one.slot !== 'category') || isShelf(word, category) || anyOfThem.has(word));
          if (!isSort) return [];
          return products.some(p => p.category === category && isCalled(p, word)) ? [wish(fact, 'product', word)] : [];
        }),
  );
};
