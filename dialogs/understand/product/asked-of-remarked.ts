/**
 * "Earbuds are cute!! do they come with mic", 蜡烛不错 能烧多久: one of the goods on the table is remarked on by what it is, and what
 * is asked behind it is asked of that one. Takes folded text.
 */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { isCalled } from '../../../knowledge/retrieval/goods/called.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
import { clausesOf } from '../text/clauses-asked.ts';
import { leadsToOthers } from './other-goods.ts';
import { asksOfThing } from './thing-asked.ts';

const longest = 120;
const praise =
  '(?:cute|nice|good|cool|fun|lovely|great|interesting|tempting|perfect|pretty|ok|okay|fine|adorable|beautiful|gorgeous|sweet|neat|decent|funny|not bad|alright)';
const lead = '(?:(?:oh|ooh|aw+|ok|okay|hm+|and|so|wow|haha|lol|yes|nice|no)[,.! ]+)*';
const remark = new RegExp(
  `^${lead}(?:the |those |these |that |your )?((?:[a-z'-]+ ){0,2}?[a-z'-]{3,}) (?:is|are|looks?|sounds?|seems?)(?: (?:so|really|quite|very|pretty|rather|kinda|kind of|just|super))*? ${praise}(?: (?:too|actually|tho|though))?[,.!~; ]+(\\S.*)$`,
);
const liking = new RegExp(
  `^${lead}i (?:(?:do|really|quite|kinda) )*(?:like|love|fancy) (?:the|those|these|that|your) ((?:[a-z'-]+ ){0,2}?[a-z'-]{3,})[,.!~; ]+(\\S.*)$`,
);
const remarkZh =
  /^(?:哇塞?|嗯|哦|那|[,. ])*(?:[这那]个|[这那]款)?(\p{Script=Han}{2,6}?)(?:还|挺|很|好|蛮|真|太|也|都|看着|看起来|感觉|比较|的)*(?:不错|可以|还?行|好看|可爱|漂亮|有意思|有趣|喜欢|精致|实用|好)(?:的|啊|呀|诶|哎|欸|耶|嘛|了|哦)*[,，.!~ ]+(\S.*)$/u;

export interface AskedOfRemarked {
  readonly product: ProductId;
  /** What is asked of it. */
  readonly text: string;
}

/** Undefined: nothing of what is on the table is remarked on, or nothing is asked behind it. */
export const askedOfRemarked = (folded: string, table: readonly Product[]): AskedOfRemarked | undefined => {
  if (table.length === 0 || folded.length > longest) return undefined;
  const [, said = '', rest = ''] =
    (hasHan(folded) ? remarkZh.exec(folded) : (remark.exec(folded) ?? liking.exec(folded))) ?? [];
  const asked = clausesOf(rest)[0];
  // "The mug is fine, the green one. Can it …" takes it first; "any bowls? 4 of them" asks for others.
  if (said === '' || !asked?.asks || !asksOfThing(rest) || leadsToOthers(asked.text)) return undefined;
  const called = table.filter(product => isNamed(product, said));
  const [first] = called;
  return first && new Set(called.map(familyOf)).size === 1 ? { product: first.id, text: rest } : undefined;
};

const isNamed = (product: Product, said: string): boolean =>
  hasHan(said)
    ? isCalled(product, said)
    : said.split(' ').every(word => isCalled(product, singular(word)) || isCalled(product, word));
