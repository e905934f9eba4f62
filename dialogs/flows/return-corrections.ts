/** What a shopper takes back of a return without starting it again: which goods, how many, and why. */
import type { Order } from '../../knowledge/domain/order.ts';
import { notThatOne } from '../understand/orders/not-that-one.ts';
import { countTold } from './count-told.ts';
import type { FlowContext } from './flow.ts';
import {
  clausesOf,
  everything,
  excluding,
  linesMeant,
  linesNamed,
  linesTurnedDown,
  type ReturnLine,
} from './return-lines.ts';

/** The reason is optional: nobody has to give one. */
const skipping =
  /^(?:please |ok,? |just |can we |let's )*(?:skip(?: (?:it|this|that|this step|the reason))?|no (?:particular |special )?reason|none|n\/a|pass|(?:i'd )?rather not(?: say)?|(?:i )?(?:don't|do not) want to (?:say|tell)|prefer not to say|no comment|next)(?: please)?[.! ]*$|^(?:请|那就?|可以)?(?:跳过(?:吧|这[一个]?步|原因)?|略过|没有?(?:什么|特别的?|啥)?(?:原因|理由)|不想说|不方便说|不说了|不填了?|无|下一步)(?:吧|了|可以吗)?[。.!！ ]*$/iu;
export const skipsReason = (text: string): boolean => skipping.test(text.trim());

const opening =
  /^(?:no|nope|wait|actually|sorry|hang on|hold on|not quite|wrong|oops|不对|不是|不|错了|说错了|等等|等一?下|更正|应该)(?:[,，.。!！;；:：\s]|$)|^(?:不对|说错了?|更正)/iu;
/** "Wrong one, the shoes", 不是这个 是鞋子: another thing is named in its place; "wrong size" is a reason. */
const another =
  /^(?:no|nope|wait|sorry|actually|oops|(?:that(?:'s| is) )?(?:the )?wrong (?:one|item|thing|order|product)|not (?:that|this|it)(?: one)?|i (?:meant|mean)|不对|不是[这那]?一?[个件双条单]?|错了|搞错了?|弄错了?|我说的是|我是说)[\s,，.。;；!！:：]+\S/iu;
export const namesAnother = (text: string): boolean => text.length <= 80 && another.test(text.trim());

const leaving =
  /\b(?:except|keep(?:ing)?|(?:all|everything) but)\b|^not (?:the|that|those|my)\b|不退|别退|不用退|不要退|留(?:下|着)|除了/iu;
/** Which things stay is told, and with that which go back: "everything except the jacket". */
export const tellsWhatStays = (text: string): boolean => leaving.test(text.trim());

const limiting =
  /\b(?:all but|everything but|only|just|instead|without|except|but not|keep)\b|\bnot (?:the|that|those|my)\b|只(?:要|想|是|用)?(?:退|寄)|[就仅光]退|不退|别退|不用退|改成|改为|换成|留(?:下|着)|除了/iu;

const reasonSaid =
  /\b(?:the |my )?reason(?:'s| is| was| should be| would be)(?: that)?[:,]?\s+(\S.*)$|(?:原因|理由)(?:其实|应该)?(?:是|为|改成|改为|写)[:：,，\s]*(\S.*)$/iu;

/** Told by its words alone, before anything is looked up: this is about the return that waits. */
export const soundsCorrecting = (text: string): boolean =>
  reasonSaid.test(text) || (text.length <= 120 && limiting.test(text));

export const beginsCorrecting = (text: string): boolean => opening.test(text.trim());

/** The same where any words would be an answer: it begins as a correction does, too. */
export const opensCorrecting = (text: string): boolean => beginsCorrecting(text) && limiting.test(text);

export const reasonCorrected = (text: string): string | null => {
  const found = reasonSaid.exec(text.trim());
  return (found?.[1] ?? found?.[2])?.trim() ?? null;
};

/**
 * The lines that go back instead; null: nothing was said of them. Where any words would be an answer (`anyWordsWillDo`) it
 * has to begin as a correction does.
 */
export const linesCorrected = (
  order: Order,
  open: readonly ReturnLine[],
  chosen: readonly ReturnLine[],
  context: Pick<FlowContext, 'turn' | 'understanding'>,
  anyWordsWillDo = false,
): readonly ReturnLine[] | null => {
  const text = context.turn.text.trim();
  if (context.turn.value || text.length > 120) return null;
  const opens = opening.test(text) || notThatOne(text)?.rest === '';
  if (anyWordsWillDo ? !opens : !opens && !limiting.test(text)) return null;
  const clauses = clausesOf(text.toLowerCase());
  const turnedDown = linesTurnedDown(order, open, text);
  const out =
    turnedDown.length > 0
      ? turnedDown
      : clauses.filter(c => excluding.test(c)).flatMap(c => linesNamed(order, open, c));
  if (out.length > 0) {
    const isOut = (line: ReturnLine): boolean => out.some(o => o.product === line.product);
    const named = clauses.filter(c => !excluding.test(c)).flatMap(c => linesNamed(order, open, c));
    const kept = (named.length > 0 ? named : chosen).filter(line => !isOut(line));
    return kept.length > 0 ? kept : null;
  }
  const { understanding } = context;
  const meant = linesMeant(order, open, { ...context, understanding: { ...understanding, intent: 'unclear' } });
  if (meant) return meant;
  const quantity = countTold(text) ?? understanding.entities.quantity;
  const [only, ...more] = chosen;
  const limit = open.find(line => line.product === only?.product)?.quantity ?? 0;
  if (only && more.length === 0 && quantity !== undefined && quantity >= 1 && quantity <= limit)
    return [{ product: only.product, quantity }];
  return everything.test(text.replace(opening, '')) ? open : null;
};
