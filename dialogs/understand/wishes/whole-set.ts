/** "What do I need all together, 500 max", 一套下来预算400: what is told of the price is of all the goods together. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import { kinds } from './wished.ts';

const longest = 160;
const together =
  /\b(?:all ?together|altogether|in total|total|for (?:it|them) all|for all of (?:it|them)|for everything|everything (?:for|under|within|below|included)|combined|(?:the|a) (?:whole|full|complete) (?:lot|set|kit|thing|setup|outfit)|all in|starter (?:set|kit)|from scratch)\b|[一全整]套(?:下来|一共|总共)?|加起来|加一起|总共|一共|合计|总价|全部|配齐|所有的?加/u;
/** Of a list that was shown for one budget: that it costs more, or has to cost less. */
const ofPrice =
  /\b(?:over|above|more than|under|within|below|less than|max|budget|include[sd]?|stay|fit|too much|possible|afford)\b|超|以内|之内|内$|预算|包括|不能|别|控制|够/u;

export const isForAll = (folded: string): boolean => folded.length <= longest && together.test(folded);

/** 加起来超了啊, "that's over 400 in total", of several kinds that are looked for within one price. */
export const holdsSetToPrice = (
  folded: string,
  { shown, search = [], lastIntent }: Pick<ConversationMemory, 'shown' | 'search' | 'lastIntent'>,
): boolean =>
  (lastIntent === 'product-search' || lastIntent === 'recommend') &&
  shown.length > 0 &&
  search.filter(p => p.polarity === 'like' && p.slot === 'product' && kinds.has(p.slot)).length > 1 &&
  search.some(p => p.slot === 'budget') &&
  isForAll(folded) &&
  ofPrice.test(folded);
