/**
 * "The 100 g one, how much is it?", 那个礼罐装的, 三块装的呢: the model that is spoken of in another size or pack than the one on the table,
 * called by what that form is called. Takes folded text.
 */
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';

/** Other goods are looked for, or some are ordered. */
const otherwise =
  /\b(?:looking for|show me|search|recommend|add|buy|order|cart|basket|similar|any other|instead)\b|找|推荐|加入|加购|购物车|下单|类似|[买来要加拿](?:[一两二三四五]|\d(?!\d{1,2}(?:的|装)))/u;
/** What forms of goods are called by, beside their colour. */
const measured =
  /(\d+(?:\.\d+)?) ?(?:g|kg|ml|grams?|[- ]?pieces?|pcs|克|公斤|毫升|片(?!装))(?![a-z])|(?<!\d)(\d{2,3})(?:的|那[个罐盒袋包瓶]|装)|\bthe (\d{2,3})(?= (?:ones?|tin|tub|pack|packet|bag|bottle|jar|box|size)\b)/gu;
const packed: readonly (readonly [said: RegExp, called: RegExp])[] = [
  [/\bgift (?:tin|box)(?:es|s)?\b|\bin a tin\b|礼[罐盒]|罐装/u, /gift tin|gift box|礼[罐盒]/u],
  [/\bdrip bags?\b|挂耳/u, /drip bags|挂耳/u],
  [
    /\b(?:set|pack|box) of (?:three|3)\b|\b(?:three|3)[- ](?:pack|pieces?|bars?)\b|三[块支件片只]装?/u,
    /three|三[块支件片只]/u,
  ],
  [/\b(?:set|pack|box) of (?:five|5)\b|\b(?:five|5)[- ](?:pack|pieces?)\b|五[块支件片只]装?/u, /five|五[块支件片只]/u],
  [/\b(?:single|just one) (?:one|bar|pack|piece)\b|单[块支片只件](?:装|的)/u, /single|单[块支片只件]/u],
];
const longest = 160;

const formOf = ({ name }: Product): string =>
  [
    fold(name.en ?? '')
      .replace(/(\d),(?=\d{3})/g, '$1')
      .split(',')
      .slice(1)
      .join(' '),
    fold(name.zh ?? '')
      .split(' ')
      .slice(2)
      .join(' '),
  ].join(' | ');

/** Some word of its form is said. */
export const isCalledSo = (product: Product, folded: string): boolean => {
  const form = formOf(product);
  const numbers = [...folded.replace(/(\d),(?=\d{3})/g, '$1').matchAll(measured)].map(
    match => match[1] ?? match[2] ?? match[3]!,
  );
  const own: readonly string[] = form.match(/\d+(?:\.\d+)?/g) ?? [];
  const byNumber = numbers.some(said => own.includes(said));
  const byPack = packed.some(([said, called]) => said.test(folded) && called.test(form));
  return byNumber || byPack;
};

/** What it is packed in is said, and this one is called so: "in a gift tin", 礼盒装. */
export const isPackedSo = (product: Product, folded: string): boolean =>
  packed.some(([said, called]) => said.test(folded) && called.test(formOf(product)));

/** Whether a form of goods may be spoken of at all. */
export const speaksOfForm = (folded: string): boolean =>
  folded.length <= longest &&
  !otherwise.test(folded) &&
  (folded.search(measured) >= 0 || packed.some(([said]) => said.test(folded)));

/** The message without what forms are called by. */
export const withoutForm = (folded: string): string =>
  packed.reduce((text, [said]) => text.replace(said, ' '), folded.replace(measured, ' '));

/** "Not the 50 g", 不是50克, "that's the 50": a form that was told or shown and is not the one that is meant. */
const denied =
  /(?:\b(?:not|isn't|instead of|rather than)|\bthat(?:'s| is| was)) (?:the |a )?\d+(?:\.\d+)?(?: ?(?:g|kg|ml|grams?))?(?![a-z\d])(?: ones?\b)?|(?:不是|不要|不买|别拿)(?:那个|这个)?\d+(?:\.\d+)?(?:克|公斤|毫升|g|ml)?的?/gu;
export const withoutFormDenied = (folded: string): string => folded.replace(denied, ' ');

/** `forms`: of the one model that is spoken of. Undefined: none of them alone is called so. */
export const formSaid = (folded: string, forms: readonly Product[]): Product | undefined => {
  const called = forms.filter(product => !product.hidden && isCalledSo(product, folded));
  const sold = called.filter(isSellable);
  const [one, ...others] = sold.length > 0 ? sold : called;
  return others.length === 0 && called.length < forms.length ? one : undefined;
};

/** What is said is called by its whole form: "night plum", "250 g gift tin". */
export const isFormSaid = (product: Product | undefined, folded: string): boolean =>
  [product?.name.en?.split(',').slice(1).join(' '), product?.name.zh?.split(' ').slice(2).join(' ')].some(form => {
    const said = fold(form ?? '').trim();
    return said.length > 1 && folded.replace(/,/g, '').includes(said.replace(/ +/g, ' '));
  });

/** Its name with its maker's, whatever form it has. */
export const isWholeName = (product: Product | undefined, folded: string): boolean =>
  [product?.name.en?.split(',')[0], product?.name.zh?.split(' ').slice(0, 2).join(' ')].some(name => {
    const whole = fold(name ?? '').trim();
    return whole.includes(' ') && folded.includes(whole);
  });
