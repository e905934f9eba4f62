/** 我要黑的。漏水吗: a thing is picked for the sake of what is asked of it, with no word that buys: it is told of, and nothing goes in. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent } from '../turn.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { takesIt } from '../understand/product/focus-talk.ts';
import type { Request } from '../understand/several-requests.ts';
import { pendingFor } from '../understand/wishes/wished.ts';
import type { TakenApart } from './taken-apart.ts';

const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock']);
const buys =
  /\b(?:add|put|pop|throw|stick|chuck|bung|buy|order|take|get|grab|have|cart|basket|bag|please|pls|plz|i'?ll|i will|let'?s|(?:'?ll|will|would) (?:do|be)|goes|go (?:for|with|on|in)|mine|give|sold|deal|then|it is|want|need|like|both|ok|okay|great|perfect|fine|yes|yeah|lovely|good|nice|thanks)\b|[加买购拍拿选]|下单|就|只[好能]|[要行好它]了|都要|给我|可以|好的|来(?=[一二两三四五六\d个])|[一二两三四五六\d][个件双条只盒包瓶套罐袋台份支副顶把](?!的)/u;

/** "One of them" takes it, whatever is asked beside it. */
const picked = ({ turn, understanding: { intent, ordered, among, entities } }: Request): ProductId | undefined =>
  intent === 'add-to-cart' && !ordered && !among && entities.products.length === 1 && !takesIt(fold(turn.text))
    ? entities.products[0]
    : undefined;

export const askedFirst = (apart: TakenApart, text: string, memory: ConversationMemory): TakenApart => {
  const { requests } = apart;
  const put = requests.flatMap(one => picked(one) ?? []);
  const [product, ...others] = put;
  const asks = requests.some(({ understanding }) => ofOne.has(understanding.intent));
  if (product === undefined || others.length > 0 || !asks || pendingFor(memory) || buys.test(fold(text))) return apart;
  const [first, ...more] = requests
    .filter(one => picked(one) === undefined)
    .map((one): Request => {
      const { understanding } = one;
      if (!ofOne.has(understanding.intent)) return one;
      return { ...one, understanding: { ...understanding, entities: { products: [product] }, onlyNamed: true } };
    });
  return first ? { ...apart, understanding: first.understanding, requests: [first, ...more] } : apart;
};

/** "I'll take it. Have you got it in grey?", 就它了 有什么颜色: nothing goes in before it is told which there are. */
export const formFirst = (apart: TakenApart): TakenApart => {
  const { requests, passedOver } = apart;
  return passedOver && requests.some(asksForm)
    ? { ...apart, passedOver: passedOver.filter(({ text, orders }) => !(orders && takesIt(fold(text)))) }
    : apart;
};

const asksForm = ({ turn, understanding: { intent, asksOf = [], goods = [], choice, choices } }: Request): boolean =>
  ofOne.has(intent) &&
  (choice === 'colour' || choices?.includes('colour') || asksOf.some(({ slot }) => slot === 'colour')) &&
  goods.length === 0 &&
  hasFormOfQuestion(fold(turn.text)) &&
  !another.test(fold(turn.text));
const another = /\b(?:too|also|as well|another|one more)\b|也|还|另|再/u;
