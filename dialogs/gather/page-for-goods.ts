/** Which page of the shop is for such goods as a product, and what of it answers how they are washed, brewed or kept. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { AskedKind } from '../../knowledge/retrieval/goods/asked-kinds.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-asked.ts';
import { saysOf } from '../../knowledge/retrieval/goods/page-says.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { stem, termsOf } from '../../knowledge/retrieval/text/tokens.ts';

const wordsOf = (text: string): string[] => (fold(text).match(/[a-z]+/g) ?? []).map(stem);

/** Said in the title of any page of care. */
const ofAnyThing =
  /^(?:how|long|keeps?|[a-z]+ing|after|care|things?|the|your|of|for|fresh|to|with|a|an|all|our|goods)$/;

interface Such {
  /** What it is called: a gilet, a green tea. */
  readonly called: ReadonlySet<string>;
  /** And of what kind that is: a jacket. */
  readonly kinds: ReadonlySet<string>;
  /** That, and what it is made of, can do and is called. */
  readonly own: ReadonlySet<string>;
}

const suchAs = new WeakMap<Product, Such>();
const suchOf = (product: Product, { categories }: Pick<Shop, 'categories'>): Such => {
  const known = suchAs.get(product);
  if (known) return known;
  const name = (product.name.en ?? '').split(',')[0]!;
  const category = categories.find(({ key }) => key === product.category)?.name.en ?? product.category;
  const called = [...wordsOf(name).slice(-1), ...(valuesOf(product, 'product') ?? []).flatMap(wordsOf)];
  const kinds = [...called, ...wordsOf(category)];
  const traits = [...(product.attributes.material ?? []), ...(product.attributes.feature ?? [])].flatMap(wordsOf);
  const such = {
    called: new Set(called),
    kinds: new Set(kinds),
    own: new Set([...kinds, ...traits, ...wordsOf(name)]),
  };
  suchAs.set(product, such);
  return such;
};

/** "Non-stick pans": it is called so there, with what sets it apart. */
const namesSuch = (text: string, { kinds, own }: Such): boolean =>
  wordsOf(text).some((word, i, all) => i > 0 && kinds.has(word) && own.has(all[i - 1]!));

const questionsOf = new WeakMap<Article, ReadonlySet<string>>();
const wordsOfPage = (article: Article): ReadonlySet<string> => {
  const known = questionsOf.get(article);
  if (known) return known;
  const words = new Set(wordsOf([article.title.en ?? '', article.body.en ?? '', ...article.questions].join(' ')));
  questionsOf.set(article, words);
  return words;
};

/** By its title: "Washing down jackets" is for a down gilet and for no raincoat. What has no English name is not told apart. */
const isPageFor = (article: Article, product: Product, shop: Pick<Shop, 'categories'>): boolean => {
  if (!article.title.en || !product.name.en) return true;
  const such = suchOf(product, shop);
  const page = wordsOfPage(article);
  if (![...such.kinds].some(kind => page.has(kind))) return false;
  return fold(article.title.en)
    .split(/ and | or |[,&]/)
    .map(part => (part.match(/[a-z]+/g) ?? []).filter(word => !ofAnyThing.test(word)).map(stem))
    .filter(words => words.length > 0)
    .some(words => words.every((word, i) => such.own.has(word) || (i > 0 && i === words.length - 1)));
};

/** What of its care only a page for such goods may tell. */
const ofCare: ReadonlySet<AskedKind> = new Set(['washing', 'brewing', 'keeping', 'upkeep', 'drying']);

/** Whether it may answer what is asked of that product: a page of care for such goods, any other by what is asked there. */
export const mayTellOf = (
  { article, text }: Pick<Passage, 'article' | 'text'>,
  asks: readonly Asked[],
  product: Product,
  shop: Pick<Shop, 'categories'>,
): boolean => {
  if (article.topic === 'care')
    return (
      isPageFor(article, product, shop) || (article.body.en !== undefined && namesSuch(text, suchOf(product, shop)))
    );
  const terms = new Set(termsOf(fold([text, ...Object.values(article.title), ...article.questions].join(' '))));
  return asks.some(one =>
    one.kind === undefined ? one.terms.some(term => terms.has(term)) : !ofCare.has(one.kind) && saysOf(text, one.kind),
  );
};

/** How it is washed, brewed or kept, from the page for such goods; of several paragraphs the one that names them. */
export const careFor = (
  said: string,
  asks: readonly Asked[],
  product: Product,
  shop: Pick<Shop, 'categories'>,
  articles: readonly Article[],
  language: Language,
): Passage | undefined => {
  const kinds = asks.flatMap(({ kind }) => (kind && kind !== 'keeping' && ofCare.has(kind) ? [kind] : []));
  if (kinds.length === 0) return undefined;
  const such = suchOf(product, shop);
  const asked = new Set(termsOf(said));
  const found = articles
    .filter(article => article.topic === 'care')
    .flatMap(article => {
      const isFor = isPageFor(article, product, shop);
      const english = paragraphsOf(article.body.en ?? '');
      return paragraphsOf(inLanguage(article.body, language)).flatMap((text, at) => {
        const named = english[at] ?? '';
        const words = wordsOf(named);
        const near = words.some(word => such.called.has(word)) ? 10 : words.some(word => such.kinds.has(word)) ? 5 : 0;
        if (!kinds.some(kind => saysOf(text, kind)) || !(isFor || namesSuch(named, such))) return [];
        const alike = termsOf(fold(text)).filter(term => asked.has(term)).length;
        return [{ article, text, weight: near + alike - at / 100 }];
      });
    })
    .sort((a, b) => b.weight - a.weight);
  const [best] = found;
  return (
    best && { id: passageId(best.article.id, language, best.text), article: best.article, text: best.text, score: 1 }
  );
};
