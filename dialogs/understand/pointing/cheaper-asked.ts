/**
 * "Anything cheaper?", "有没有便宜点的": other goods at lower prices than those on the list. "再便宜点呗" haggles over the same
 * goods and is no such wish. Folded text.
 */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { findsDear, onlyFindsDear, speaksOfDeal } from '../deals/deal-spoken.ts';

const english =
  /^(?:(?:ok|okay|and|but|so(?! (?:much|expensive|pricey|dear|steep|costly)\b)|hmm|no|well|sorry|please|(?:(?:that's|it's|they're|these are|this is|that is|it is) )?(?:all |both )?(?:a bit |a little |way |far |quite |rather |pretty |kind of |bit )?(?:too |so )?(?:much|expensive|pricey|dear|steep|costly)(?: for me)?)[,.!; ]+)*(?:(?:do you (?:guys )?have|have you got|got|is there|are there|show me|can you show me|could you show me|find me|can you find(?: me)?|i(?:'d| would) like|i want|i need|i prefer|let me see|what about|how about) )?(?:(?:any(?:thing)?|some(?:thing)?|an?|the|ones?|those) ?)?(?:a (?:bit|little) |slightly |much )?(?:that is |that's |that are |which is )?(?:cheaper|less expensive|less pricey|more affordable|lower[- ]priced|(?:at |for |with |of )?(?:an? )?(?:smaller|lower) prices?(?: range| point| tag)?)(?: ones?| options?| alternatives?| versions?| models?)?(?: than (?:that|this|these|those|it|the \w+(?: one)?))?(?: please| maybe| instead| available| in stock| here)*[?!. ]*$|^(?:(?:ok|and|but|so|hmm|no|a bit|something|anything|way|much|little)[,. ]+)*(?:cheaper|less expensive)(?: (?:ones?|options?|alternatives?))?(?: please| maybe)?[?!. ]*$|^(?:is there |do you have |have you got |show me |any )*(?:an? )?(?:cheaper|less expensive|more affordable) (?:version|alternative|option|one) (?:of|to|for|than) (?:this|that|it|these|those)(?: one)?[?!. ]*$|^(?:(?:these|those|they|it|this|that) ?(?:are|is|'re|'s)? (?:all |both )?(?:a bit |way |far )?(?:too|so) (?:much|expensive|pricey))[,.!; ]+(?:any(?:thing)?|something|what(?:'s| is)(?: there)?|show me(?: something)?) (?:under|below|for less than|less than|cheaper than) (?:that|this|it)[?!. ]*$/;

const chinese =
  /^(?:(?:有点|都|也|这个?|这些|还是)?(?:(?:太|好|有点)贵了?|贵了[点些]?)[,，。! ]*|那|嗯|额|请问|,)*(?:你们?)?(?:(?:还)?有(?:没有)?|来[个点些]?|给我(?:看看?|找找?|来[个点些]?)|看看|看下|换[个点些成]?|想要|要|找[个点些]?|我想看)(?:其他|别的)?(?:再|更|稍微|稍|相对|比较)?(?:便宜|实惠|平价|低价)(?:一?[点些]儿?)?(?:的)?(?:款式?|选择|商品|选项|替代)?(?:吗|呢|么|不|没有?|可以(?:看看|推荐)|推荐|看看)*[?!. ]*$|^(?:那|请问)?(?:还)?有(?:没有)?比(?:这|那)?[个款件双些]?(?:更)?(?:便宜|实惠)(?:一?[点些]儿?)?的?(?:吗|呢|么)?[?!. ]*$|^(?:更|再|稍微)?(?:便宜|实惠|平价)(?:一?[点些]儿?)?的(?:有吗|有没有|呢|款式?|吗)*[?!. ]*$/u;

/** "Any lower price?" asks for money off as likely as for other goods. */
const haggles =
  /^(?:(?:any|a|at a|for a|lower) )?lower prices?[?!. ]*$|\b(?:can|could|may|will|give|get|do) .*\blower prices?/;

/** "Not too expensive", of what was shown. */
const notTooDear =
  /^(?:(?:but|and|ok|just|please)[,. ]+)*(?:not|nothing|none)(?: that(?:'s| is| are)?)? (?:too|so|very|that) (?:expensive|pricey|dear|costly)(?:,? (?:please|though|if possible))?[.! ]*$|^(?:但|不过|就是|只要)?(?:不要|别|不能|不想)(?:太|那么|特别)?贵(?:的|了)?(?:就行|就好)?[.! ]*$/u;

/** "…cheaper and in blue", "…cheaper without a hood", 便宜点带帽子的: what else it should be is read as any other wish. */
const alsoWished =
  /,? (?:(?:and|but|or|also|maybe|preferably) )*(?:in|with|without) (?!stock\b)[a-z][a-z -]{1,30}[?!. ]*$|[,，]? ?(?:而且|并且|又|还)?(?:(?:要|是)?(?:带|有|不带|没有?)(?:(?![便实平低的])\p{Script=Han}){1,6}|(?:(?![的点些])\p{Script=Han}){1,2}色)的(?=(?:有吗|有没有|吗|呢|么)?[?!. ]*$)/u;

/** "These running shoes are too expensive, …", 跑鞋太贵了，…: of what, before what is asked. */
const tooDear =
  /^(?:the|these|those|this|that|your) [a-z]+(?: [a-z]+)? (?:is|are) (?:all |both |a bit |way |far )?(?:too|so) (?:much|expensive|pricey)[,.!; ]+|^\p{Script=Han}{1,6}(?:太|好|有点)贵了?[,，。! ]+/u;

const haggling: ReadonlySet<Intent> = new Set(['deals', 'better-deal', 'why-offer', 'apply-offer', 'decline-offer']);
/** "Too dear", 太贵了, of a list of which none is spoken of: nothing is haggled over yet. */
export const findsListDear = (
  folded: string,
  { shown, focus, lastIntent }: Pick<ConversationMemory, 'shown' | 'focus' | 'lastIntent'>,
): boolean =>
  shown.length > 1 && focus === undefined && !haggling.has(lastIntent ?? 'unclear') && onlyFindsDear(folded);

const pause = /[,.!;?，。！？；]+ ?|\b(?:and|so|but)\b/u;
/** "Bit pricey. Under 400, size L", "a bit expensive, anything cheaper?": dear, and what is wished for in its place. No money off is asked for. */
export const wantsInPlaceOfDear = (folded: string): boolean => {
  if (folded.length > 160 || pointsAtDear.test(folded) || !findsDear(folded)) return false;
  if (speaksOfDeal(folded.replace(/cheaper|便宜一?[点些]/gu, ' '))) return false;
  const clauses = folded.split(pause).filter(clause => /[\p{L}\p{N}]/u.test(clause));
  return clauses.some(findsDear) && clauses.some(clause => !findsDear(clause) && !onlyDresses.test(clause.trim()));
};
/** "The expensive one, in white": which one is meant. */
const pointsAtDear = /\bthe (?:more |most )?(?:expensive|pricey|dear|costly) (?:one|pair|model)\b|(?<![太好])贵的那/u;
const onlyDresses =
  /^(?:hm+|oh|ok(?:ay)?|no|but|and|well|sorry|wow|ouch|lol|thanks?|i (?:won't|can't|don't) .*|not for me|for me|嗯|哦|不买了?|算了|那)$/;

/** Told before and after it: "919…", 有点肉疼, "ouch", and what would do instead. */
const clauseBreak = /[,.!?;，。！？；…]+ *|(?<=\p{Script=Han}) | (?=\p{Script=Han})/u;
const aloud = 4;
/** "920啊 有点肉疼 有没有便宜点的", "ouch. anything cheaper? quilted is fine too": asked in a clause of its own. */
const asksForGoods =
  /\b(?:any\w*|some\w*|ones?|options?|alternatives?|have|got|there|show|find|version)\b|[有来换找看]/u;
const asksInClause = (folded: string): boolean => {
  const clauses = folded.split(clauseBreak).filter(clause => clause.trim() !== '');
  return (
    clauses.length > 1 &&
    clauses.length <= aloud &&
    !speaksOfDeal(folded.replace(/cheaper|便宜一?[点些]/gu, ' ')) &&
    clauses.some(clause => asksForGoods.test(clause) && (english.test(clause) || chinese.test(clause)))
  );
};

export const asksForCheaper = (folded: string): boolean => {
  if (folded.length > 80 || haggles.test(folded)) return false;
  if (asksInClause(folded)) return true;
  const asked = folded.replace(tooDear, '');
  const plain = asked.replace(alsoWished, '');
  return (
    english.test(asked) || english.test(plain) || chinese.test(asked) || chinese.test(plain) || notTooDear.test(folded)
  );
};
