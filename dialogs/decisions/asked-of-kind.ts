/** "Is the bluetooth speaker waterproof", 蓝牙音箱防水吗, of none that was shown: each that is found is told to be so. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { valueInWords } from '../../knowledge/retrieval/goods/lexicon.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { ProductPart } from '../product-parts.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { asksOfGoods } from '../understand/product/asks-of-goods.ts';
import { kinds } from '../understand/wishes/wished.ts';

const asksSo =
  /^(?!.*(?:有|找|想|要|买|推荐|哪|来|看看|什么|怎么|多|退|换|洗))[\p{Script=Han}a-z\d ]{3,16}(?:吗|么|嘛|不)[?!. ]*$/u;
const asks = (said: string): boolean => (hasHan(said) ? asksSo.test(said) : asksOfGoods(said));

const marks: ReadonlySet<StatedPreference['slot']> = new Set(['feature', 'material']);
const atEnd = (said: string): string => said.replace(/(?:[\s?!.吗么嘛不]|的)+$/u, '').replaceAll('-', ' ');
/** More is a list to choose from. */
const mostAnswered = 3;

/** Undefined: none is asked about, or not all that is found is so. */
export const answersOfKind = (
  { said = '', preferences }: Pick<Understanding, 'said' | 'preferences'>,
  { products, relaxed, memory, unsold }: Pick<TurnFacts, 'products' | 'relaxed' | 'memory' | 'unsold'>,
): readonly ProductPart[] | undefined => {
  if (products.length === 0 || products.length > mostAnswered || memory.shown.length > 0 || unsold) return undefined;
  const likes = preferences.filter(p => p.polarity === 'like');
  const marked = likes.filter(p => marks.has(p.slot));
  const isLast = ({ slot, value }: StatedPreference): boolean =>
    [value.replaceAll('-', ' '), valueInWords(slot, value, 'zh')].some(word => atEnd(said).endsWith(fold(word)));
  const asked = marked.find(isLast) ?? marked.at(-1);
  if (!asked || relaxed.length > 0 || !likes.some(p => kinds.has(p.slot)) || !asks(said)) return undefined;
  return products.map(({ product }) => ({
    kind: 'product-answer',
    product,
    asked: [{ slot: asked.slot, value: asked.value, holds: true }],
    others: [],
    colours: [],
  }));
};
