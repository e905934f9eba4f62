/**
 * "That's the 50. 30 ml!!", 我说的是100克!不是50克, "I meant the green one": of the thing on the table another form than the one that was
 * priced. What was asked is asked again of that form. Takes the shopper's own text.
 */
import type { Product } from '../../../knowledge/domain/product.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import type { ShopReader } from '../shop-reader.ts';
import { pendingFor } from '../wishes/wished.ts';
import { withoutFormDenied } from './form-said.ts';

type Memory = Pick<
  ConversationMemory,
  'focus' | 'shown' | 'sum' | 'lastIntent' | 'toCart' | 'toSum' | 'turns' | 'inCart'
>;

const longest = 60;
/** In the cart another form is another line of it. */
const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity', 'remove-from-cart', 'view-cart']);
/** What was told is held against what was meant. */
const corrects =
  /\b(?:not|isn't|instead of|no)\b|\bthat(?:'s|s| is| was) (?:the |a )?\d|\bi (?:said|say|meant|mean|asked (?:for|about)|was asking (?:for|about))\b|不是|(?:我|刚才?)(?:说|问|要|讲)的是?|说的是|错了|不对/u;
const around = {
  en: /\b(?:no|nope|not|wait|hey|but|the|that|that's|thats|this|is|was|isn't|it|one|ones|i|said|say|meant|mean|asked|asking|for|about|of|want|wanted|a|an|please|pls|then|so|and|how|much|what|what's|price|does|cost|instead|in|colou?r|version|size|bottle|tin|pack|jar|tube)\b/gu,
  zh: /我|刚才?|说|问|要|讲|的|是|不对|错了|不是|不要|不|啊|呀|哦|吧|了|呢|嘛|那个|这个|那|款|色|多少钱?|价格|装|瓶|罐|盒|包|袋/gu,
};
const measured = /(\d{1,4}) ?(?:g|kg|ml|grams?|克|公斤|毫升)?(?![a-z\d])/gu;
const ofForm = /(?:, | )(\d{1,4}) (g|kg|ml|克|公斤|毫升)(?![a-z])/u;
const nameIn = ({ name }: Product, lang: 'en' | 'zh'): string => (lang === 'zh' ? name.zh : name.en) ?? '';

const sizeIn = (name: string): { readonly number: string; readonly unit: string } | undefined => {
  const [, number, unit] = ofForm.exec(name.replace(/,(?=\d{3})/gu, '')) ?? [];
  return number === undefined || unit === undefined ? undefined : { number, unit };
};

/** 3瓶哦 不是1瓶, "three, not one": how many of what was added up. */
const countPutRight =
  /^(?:我?(?:说|要)?的?是|no,? |i (?:said|meant) )?(\d{1,2}|[一两二三四五六七八九十]|two|three|four|five|six)(?:[个件双份套包瓶台把条只盒袋支罐副本]| of (?:them|those|these|it))?(?:哦|啊|呀|哈)?[\s,，。.!！]*(?:不是|(?:and |but )?not (?:just |only )?)(?:\d{1,2}|[一两二三四五六七八九十]|one|two|three|a single one)[个件双份套包瓶台把条只盒袋支罐副本]?[啊呀哦.!！ ]*$/u;

/** Undefined: nothing is put right, or not by a form that the thing comes in. */
export const formMeant = (
  text: string,
  memory: Memory,
  { names, vocabulary }: Pick<ShopReader, 'names' | 'vocabulary'>,
): string | undefined => {
  const folded = fold(text);
  const lang = hasHan(text) ? 'zh' : 'en';
  const count = memory.sum?.length === 1 ? countPutRight.exec(folded)?.[1] : undefined;
  if (count !== undefined) return lang === 'zh' ? `那${count}件呢` : `and if i order ${count}?`;
  const one = memory.focus ?? (memory.shown.length === 1 ? memory.shown[0] : undefined);
  const forms = one === undefined ? [] : names.formsOf(one).filter(p => !p.hidden);
  const isHeld = forms.some(({ id }) => memory.inCart?.some(line => line.product === id));
  const isOfCart = isHeld || ofCart.has(memory.lastIntent ?? 'unclear') || pendingFor(memory) !== undefined;
  if (forms.length < 2 || isOfCart || folded.length > longest || !corrects.test(folded)) return undefined;
  const sizes = forms.flatMap(p => sizeIn(nameIn(p, lang)) ?? []);
  const kept = withoutFormDenied(folded);
  const numbers = [...new Set([...kept.matchAll(measured)].map(([, number]) => number!))];
  const colours = vocabulary
    .mentions(withoutColourDenied(kept))
    .filter(one => one.meanings.some(({ slot }) => slot === 'colour'));
  const rest = colours
    .reduce((left, { surface }) => left.replace(surface, ' '), withoutColourDenied(kept).replace(measured, ' '))
    .replace(around[lang], ' ');
  if (/[\p{L}\p{N}]/u.test(rest)) return undefined;
  const [number, ...others] = numbers;
  const [colour, ...more] = colours;
  const size = others.length + colours.length === 0 ? sizes.find(one => one.number === number) : undefined;
  const isColour = colour !== undefined && more.length === 0 && numbers.length === 0 && comesIn(forms, colour);
  if (!size && !isColour) return undefined;
  const form = size ? `${size.number} ${size.unit}` : colour!.surface;
  const [line, ...lines] = memory.sum ?? [];
  // Of what there was too little, as many as were asked for.
  const short = memory.toSum?.at === memory.turns - 1 ? memory.toSum.quantity : undefined;
  const quantity = line?.product === one && lines.length === 0 ? (short ?? line?.quantity) : undefined;
  if (lang === 'zh') return quantity === undefined ? `${form}的多少钱` : `${form}的${quantity}件含运费一共多少钱`;
  return quantity === undefined
    ? `the ${form} one, how much is it`
    : size
      ? `how much for ${quantity} of the ${form} with delivery`
      : `how much for ${quantity} of them in ${form} with delivery`;
};

const comesIn = (
  forms: readonly Product[],
  { meanings }: { readonly meanings: readonly { readonly value: string }[] },
) => forms.some(p => meanings.some(({ value }) => p.attributes.colour?.includes(value)));
/** "Not black", 不是黑色的. */
const withoutColourDenied = (folded: string): string =>
  folded.replace(
    /\b(?:not|isn't|instead of|rather than) (?:the |in )?[a-z]+(?: ones?)?|不是[\p{Script=Han}]{1,3}?色的?/gu,
    ' ',
  );
