/** 我要黑的。漏水吗: a thing is picked for the sake of what is asked of it, with no word that buys: it is told of, and nothing goes in. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Understanding } from '../turn.ts';
import type { Request } from '../understand/several-requests.ts';
import { pendingFor } from '../understand/wishes/wished.ts';
import type { TakenApart } from './taken-apart.ts';

const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock']);
const buys =
  /\b(?:add|put|pop|throw|stick|chuck|bung|buy|order|take|get|grab|have|cart|basket|bag|please|pls|plz|i'?ll|i will|let'?s|(?:'?ll|will|would) (?:do|be)|goes|go (?:for|with|on|in)|mine|give|sold|deal|then|it is|want|need|like|both|ok|okay|great|perfect|fine|yes|yeah|lovely|good|nice|thanks)\b|[加买购拍拿选]|下单|就|[要行好]了|都要|给我|可以|好的|来(?=[一二两三四五六\d个])|[一二两三四五六\d][个件双条只盒包瓶套罐袋台份支副顶把](?!的)/u;

const picked = ({ intent, ordered, among, entities }: Understanding): ProductId | undefined =>
  intent === 'add-to-cart' && !ordered && !among && entities.products.length === 1 ? entities.products[0] : undefined;

export const askedFirst = (apart: TakenApart, text: string, memory: ConversationMemory): TakenApart => {
  const { requests } = apart;
  const put = requests.flatMap(({ understanding }) => picked(understanding) ?? []);
  const [product, ...others] = put;
  const asks = requests.some(({ understanding }) => ofOne.has(understanding.intent));
  if (product === undefined || others.length > 0 || !asks || pendingFor(memory) || buys.test(fold(text))) return apart;
  const [first, ...more] = requests
    .filter(({ understanding }) => picked(understanding) === undefined)
    .map((one): Request => {
      const { understanding } = one;
      if (!ofOne.has(understanding.intent)) return one;
      return { ...one, understanding: { ...understanding, entities: { products: [product] }, onlyNamed: true } };
    });
  return first ? { ...apart, understanding: first.understanding, requests: [first, ...more] } : apart;
};
