/**
 * 表带能换吗, 游泳能戴吗, "can I swap the strap?", with one thing on the table: words that a rule of the shop has too, and the page of that
 * thing spells out what is asked of it. Takes folded text.
 */
import type { Language } from '../../../knowledge/domain/language.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { AskedKind } from '../../../knowledge/retrieval/goods/asked-kinds.ts';
import { type Asked, askedIn } from '../../../knowledge/retrieval/goods/page-asked.ts';
import { pageLines } from '../../../knowledge/retrieval/goods/page-lines.ts';
import { pageSays } from '../../../knowledge/retrieval/goods/page-says.ts';
import { isSpelledOut } from '../../../knowledge/retrieval/goods/spelled-out.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { sameAs } from '../../../knowledge/retrieval/text/page-words.ts';
import { clausesOf } from '../text/clauses-asked.ts';

const longest = 60;
const mostClauses = 3;

/** Matters of the shop and of orders, and what is done with goods: never read off a product's page. */
const ofShop =
  /\b(?:return\w*|refund\w*|exchang\w*|deliver\w*|ship\w*|arriv\w*|cancel\w*|orders?|ordered|bought|warrant\w*|guarantee|pay|paid|payment|invoice|deals?|discount\w*|offers?|codes?|coupons?|cart|basket|add|buy|wrap\w*|address|parcel|price|cost|total|sizes?|colou?rs?|instead|another|cheaper|fits? (?:me|him|her))\b|退|换货|换码|换(?:别|其他|个|成|一)|订单|买|发货|快递|配送|运费|送到|几天到|保修|质保|发票|优惠|折|券|活动|购物车|下单|付款|包装|贺卡|地址|价|多少钱|颜色|尺码|客服|人工/u;

/** Nothing but a thing has these. */
const ofThing: ReadonlySet<AskedKind> = new Set<AskedKind>([
  'measurements',
  'weight',
  'capacity',
  'battery',
  'charging',
  'water',
  'compatibility',
  'plug',
  'age',
]);

const isOnPage = (one: Asked, product: Product, language: Language): boolean => {
  if (one.kind) return ofThing.has(one.kind) && pageSays(product, [one], language).said.length > 0;
  const isWhole = (terms: ReadonlySet<string>): boolean =>
    one.terms.length > 1 && one.terms.every(term => terms.has(term) || sameAs(term).some(other => terms.has(other)));
  return pageLines(product, language).some(
    ({ detail, text, terms }) =>
      detail !== undefined && (hasHan(one.words) ? isSpelledOut(one.words, fold(text)) : isWhole(terms)),
  );
};

/** What is asked of that product, all of which its page spells out; undefined: something else may be meant. */
export const askedOnPage = (folded: string, product: Product, language: Language): readonly Asked[] | undefined => {
  if (folded.length > longest || ofShop.test(folded) || clausesOf(folded).length > mostClauses) return undefined;
  const asked = askedIn(folded);
  return asked.length > 0 && asked.every(one => isOnPage(one, product, language)) ? asked : undefined;
};
