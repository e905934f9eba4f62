/** "Ok one bag", "yes, two", 嗯，一个, right after so many of a thing went in: that many of it altogether, and none beside those. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { pendingFor } from '../wishes/wished.ts';
import type { CartEdits } from './change-asked.ts';
import { numberOf } from './cost-lines.ts';

const english =
  /^(?:(?:ok|okay|k|yes|yeah|yep|right|correct|exactly|sure|great|good|fine|perfect|thanks|that'?s right)[,.! ]+)*(?:i (?:said|want|only want|just want) )?(?:(?:just|only) )?(?:the )?(one|two|three|four|five|six|seven|eight|nine|ten|[1-9])(?: (bags?|box(?:es)?|tins?|packs?|packets?|bottles?|jars?|tubes?|pieces?|pairs?|units?))?(?: of (?:it|them|those|these))?(?:,? (?:please|pls|then|thanks|thank you|only|is (?:right|fine|enough)))*[.! ]*$/u;
const chinese =
  /^(?:好的?|行|可以|嗯|对的?|是的?|没错|就|只要?|我要|要|那|[,，. ])*([一两俩二三四五六七八九十]|[1-9])[个件双条只包盒瓶套罐袋台份支本把](?:就(?:行|好|够)了?|够了|吧|呗|的|谢谢|[,. ])*[.! ]*$/u;
/** A bag, a tin: of what is sold by the pack so many, of anything else another thing. */
const packs = /^(?:bag|box|tin|pack|bottle|jar|tube)/u;
const isSoldByPack = ({ name }: Product): boolean => /\d ?(?:g|ml|kg|l|pieces|bars|bags)\b/iu.test(name.en ?? '');
const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity']);

/** Undefined: no bare number is told, or nothing went in just now. */
export const numberAgain = (
  folded: string,
  memory: ConversationMemory,
  { byId }: Pick<CatalogueView, 'byId'>,
): CartEdits | undefined => {
  // A number that was asked for, or a size, is told for that.
  const { inCart = [], focus, lastIntent, sizeAsked, turns } = memory;
  const isAsked = pendingFor(memory) !== undefined || sizeAsked?.at === turns - 1;
  if (lastIntent === undefined || !ofCart.has(lastIntent) || isAsked) return undefined;
  const line = focus === undefined ? inCart.at(-1) : inCart.find(one => one.product === focus);
  const product = line && byId.get(line.product);
  if (!line || !product) return undefined;
  const [, said, unit = ''] = english.exec(folded) ?? chinese.exec(folded) ?? [];
  if (said === undefined || (packs.test(unit) && !isSoldByPack(product))) return undefined;
  const count = /^[a-z]/u.test(said) ? numberOf(said) : readNumber(said === '俩' ? '两' : said);
  if (!(count > 0)) return undefined;
  return { lines: count === line.quantity ? [] : [{ ...line, quantity: count }] };
};
