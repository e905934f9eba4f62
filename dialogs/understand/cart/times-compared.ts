/** 现在买划算还是等晚上八点, "cheaper now or at 8 tonight?": what the same goods come to at one time and at the other. Takes the shopper's own text. */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Turn, Understanding } from '../../turn.ts';
import type { Request } from '../several-requests.ts';
import { linesAdded, withAdded } from './lines-added.ts';

const compares =
  /(?:现在|这会儿).{0,10}?(?:还是|或者?|和|跟|比).{0,6}?(?:晚上|今晚|晚[八8])|(?:晚上|今晚|晚[八8]).{0,10}?(?:还是|和|跟|比).{0,6}?现在|\bnow\b.{0,24}\b(?:or|than|versus|vs)\b.{0,30}\b(?:tonight|this evening|8 ?pm)\b|\b(?:wait|tonight|this evening|8 ?pm)\b.{0,30}\b(?:or|than|versus|vs)\b.{0,16}\bnow\b/u;
const ofPrice =
  /划算|便宜|多少|省|贵|价|优惠|买|\b(?:cheap\w*|better|save|price|cost|pay|buy|order|worth|discount|how much)\b/u;
const longest = 120;

/** The acts before it, and then both sums; empty: no such thing is asked, or nothing is known that it could be of. */
export const timesCompared = (
  turn: Turn,
  alone: (text: string) => Understanding,
  { inCart = [], focus }: Partial<Pick<ConversationMemory, 'inCart' | 'focus'>>,
  requestsIn: (text: string) => readonly Request[],
): readonly Request[] => {
  const folded = fold(turn.text);
  if (turn.text.length > longest || !compares.test(folded) || !ofPrice.test(folded)) return [];
  const pieces = turn.text.split(/(?<=[,，。.!！?？;；])\s*/u);
  const at = pieces.findIndex(piece => /现在|晚|\b(?:now|tonight|evening|8 ?pm|wait)\b/iu.test(piece));
  const before = pieces.slice(0, at).join(' ').trim();
  const acts =
    before === '' ? [] : requestsIn(before).filter(({ understanding }) => linesAdded(understanding).length > 0);
  const added = acts.flatMap(({ understanding }) => linesAdded(understanding));
  const held = withAdded(inCart, added);
  const lines = held.length > 0 ? held : focus === undefined ? [] : [{ product: focus, quantity: 1 }];
  if (lines.length === 0) return [];
  const now = hasHan(turn.text) ? '一共多少钱' : 'what is the total';
  const texts = [now, pieces.slice(at).join(' ').trim()];
  const sums = texts.map(
    (text, i): Request => ({
      turn: { ...turn, id: `${turn.id}.${acts.length + i + 1}` as Turn['id'], text },
      understanding: {
        ...alone(text),
        intent: 'product-details',
        confidence: sure,
        entities: { products: [] },
        preferences: [],
        sum: { lines },
      },
    }),
  );
  return [...acts, ...sums];
};
const sure = 0.95;
