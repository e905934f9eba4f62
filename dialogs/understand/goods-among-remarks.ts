/** "Ok the wok looks nice. Any bowls? 4 of them": other goods asked for beside a remark on one that was shown. */
import type { Intent, Turn, Understanding } from '../turn.ts';
import type { Request } from './several-requests.ts';
import { clausesOf } from './text/clauses-asked.ts';
import { kinds } from './wishes/wished.ts';

const longest = 160;
const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock']);
/** The one that was shown is found good, or is thought about. */
const remarks =
  /^(?:(?:ok|okay|oh|well|hm+|cool|nice|great|yeah|yes)[,. ]+)*(?:(?:the|that|this|those|these) (?:[a-z'-]+ ){0,3}[a-z'-]+ (?:is|are|looks?|seems?|sounds?) (?:really |so |very |quite |pretty |super )*(?:nice|good|great|lovely|cute|beautiful|pretty|fine|ok|okay|cool|perfect|interesting|gorgeous)|i (?:like|love) (?:the|that|this) (?:[a-z'-]+ ){0,3}[a-z'-]+|i(?:'ll| will)? think about (?:it|that|the [a-z]+))[,.! ]*$|^(?:嗯|哦|好的?|那|,|，| )*(?:这|那)?[个款双件]?\p{Script=Han}{1,8}(?:不错|挺好(?:看)?的?|还行|可以|好看|挺可爱的?|我先?考虑(?:一下|下)?)[,，。!！ ]*$/iu;

/** Empty: it is no such message. */
export const goodsAmongRemarks = (
  turn: Turn,
  whole: Understanding,
  understand: (turn: Turn) => Understanding,
): readonly Request[] => {
  if (turn.value || turn.text.length > longest || !ofOne.has(whole.intent)) return [];
  const [first, ...others] = clausesOf(turn.text);
  if (!first || others.length === 0 || !remarks.test(first.text)) return [];
  const rest = turn.text.slice(turn.text.indexOf(first.text) + first.text.length).trim();
  for (const text of [rest, others[0]!.text]) {
    const part = { ...turn, text };
    const understanding = understand(part);
    const namesOthers = understanding.preferences.some(p => kinds.has(p.slot) && p.polarity === 'like');
    if (understanding.intent === 'product-search' && (namesOthers || (understanding.goods ?? []).length > 0))
      return [{ turn: part, understanding }];
  }
  return [];
};
