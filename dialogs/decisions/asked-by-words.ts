/** What is asked of one product in words that no kind has a name for: whether something comes with it, and whether it does something. */
import type { Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { askedIn } from '../../knowledge/retrieval/goods/page-asked.ts';
import { pageLines } from '../../knowledge/retrieval/goods/page-lines.ts';
import { type PageAnswer, pageSays } from '../../knowledge/retrieval/goods/page-says.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { Draft } from './draft.ts';
import { saidOf } from './page-says.ts';

const whatIsInIt = { en: "what's in the box?", zh: '里面都有什么' } as const;

/**
 * "Do they come with cups?", of a teapot for four small cups: what is in the box is told, and no line that has the word for something else.
 * Undefined: the page says it in so many words.
 */
export const comesWith = (
  product: Product,
  thing: string,
  { said }: PageAnswer,
  language: Language,
): Draft | undefined => {
  const inBox = pageSays(product, askedIn(whatIsInIt[language]), language).said;
  const isOfIt = (line: string): boolean => inBox.includes(line) || ofComing.test(fold(line)) || isCalled(line, thing);
  if (said.length === 0 || said.some(isOfIt)) return undefined;
  return inBox.length > 0
    ? saidOf(product, { said: inBox, open: [] })
    : saidOf(product, { said: [], open: [] }, { withIt: thing });
};
const ofComing =
  /\b(?:includ\w+|comes? with|in the box|contains?|sold separately|extra|without)\b|包含|含|附|配|另购|另买|自备|不带|随/u;
/** "Hood: fixed", of a hood. */
const isCalled = (line: string, thing: string): boolean =>
  termsOf(thing).some(term => termsOf(fold(line.split(/[:：]/)[0] ?? '')).includes(term));

/** Whether it is or does something, and not which of them there are: "does the power bank charge a laptop". */
const asksWhether =
  /^(?:(?:and|so|but|ok|okay|well|hi|hello|hey)[,. ]+)*(?:does|do|is|are|can|could|will|would|has) (?:the|this|that|these|those|your|its|an?) (?!.*\b(?:you|i see|show|stock|sale)\b)|^(?!.*(?:你们|有没有|有吗|卖|好吗|好不好|值|怎么样|推荐)).*(?:能不能|可不可以|会不会|是不是)|^(?!.*(?:你们|有没有|有吗|卖|好吗|好不好|值|推荐|看看|介绍))(?=.*(?:能|可以|会|是)).{4,}[吗么]+[?!. ]*$/u;

/** Read against its page word by word; undefined: nothing of the kind is asked, or it has no words of its own. */
export const readByWords = (product: Product, said: string, language: Language): Draft | undefined => {
  if (!asksWhether.test(said)) return undefined;
  const own = new Set(termsOf(fold(product.name[language] ?? product.name.en ?? '')));
  const asked = askedIn(said, own);
  if (asked.length === 0) return undefined;
  // "Does it charge a laptop": a line that speaks of laptops tells more than one of how it is charged.
  const last = termsOf(said).findLast(term => !own.has(term));
  const line = pageLines(product, language).find(
    ({ detail, terms }) => detail !== undefined && last !== undefined && last.length > 1 && terms.has(last),
  );
  return saidOf(product, line ? { said: [line.text], open: [] } : pageSays(product, asked, language));
};
