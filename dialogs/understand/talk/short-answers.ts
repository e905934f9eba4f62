/** Yes, no, thanks, goodbye: answers in a word, and what a message says beside them. All take folded text. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { isStopWord, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import type { Intent } from '../../turn.ts';

/** What answers in a word, and says nothing else. */
export const answersInAWord: ReadonlySet<Intent> = new Set(['yes', 'no', 'thanks', 'goodbye']);

const opening =
  /^(?:(?:ok|okay|k|sure|yes|yeah|yep|yup|alright|all right|fine|right|well|so|then|please|pls|thanks|thank you|thx|hello|hi|hey|lol|haha|hm+|um+|oh|ah|no|nope|nah|and|but|just|actually|sorry|great|good|cool|robot|bot)\b[,.!:;… ]*)+|^(?:(?:好的?|好吧|行|嗯+|可以|没事|那|那就|算了|请|麻烦|谢谢|你好|您好|哦|哎|不|没有|不是|不对|不用)[，,。.!！、 ]+)+/u;

/** The message behind its opening words: "a human" of "ok please a human"; undefined: it has none, or nothing else. */
export const behindOpening = (folded: string): string | undefined => {
  const words = opening.exec(folded)?.[0];
  const rest = words === undefined ? '' : folded.slice(words.length).trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : undefined;
};

/** Words that only dress an answer: "no I don't think so", "yes that would be great". */
const dressing =
  /^(?:think|sound\w*|great|good|fine|perfect|nice|lovely|right|sure|course|please|thanks?|thank|thx|help\w*|really|much|now|today|need\w*|want\w*|like|ok|okay|bye|later|maybe|thing|idea|worr\w+|problem|mind|go|ahead|do|does|let|know|time|day|one|good|kind|appreciate|wonderful|awesome|brilliant|love|best|talk|soon|bit|try|leave|keep|forget|stop|cancel|never|nothing|all|everything|moment|mate|man|guy|buddy|dear|friend|robot|bot|evening|morning|afternoon|night|weekend|nah|nope|yes|yeah|yep|no|not)$/;
const fewSigns = 7;

/** Says more than a word of answer: this many words or more that are no part of one. */
export const saysMore = (folded: string, from = 2): boolean => {
  const rest = behindOpening(folded) ?? folded;
  if (hasHan(rest)) return rest.replace(/[^\p{L}\p{N}]+/gu, '').length > fewSigns * (from - 1);
  const words = tokensOf(rest).filter(({ text }) => !isStopWord(text) && !dressing.test(text));
  return words.length >= from;
};
