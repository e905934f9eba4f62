/**
 * "And one for my sister in 40", "same again but a 42", 同款再来一双41的给我老婆: another of what went in just now, in another size or
 * colour, whoever it is for. Takes folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { isSellable } from '../../../knowledge/domain/product.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import type { Ordered } from './ordered.ts';
import type { Found, ThingReader } from './thing-said.ts';

const longest = 90;
const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity', 'view-cart']);

const someone =
  '(?:(?:my|our|his|her|their|the) (?:[a-z]+ )?(?:brother|sister|mum|mom|dad|mother|father|mate|friend|wife|husband|partner|son|daughter|boyfriend|girlfriend|bf|gf|cousin|colleague|flatmate|roommate|uncle|aunt|neighbour|neighbor|boss|kid|lad|girl|boy|other half|fella|missus)|me|him|her|them|myself)';
const forSomeone = new RegExp(
  `\\b(?:for|to give(?: to)?) ${someone}(?:'s)?(?: (?:too|as well|who(?:'s| is| wears| takes)(?: an?)?))?`,
  'u',
);
const likeIt =
  /\b(?:(?:the )?(?:exact )?same(?: (?:again|thing|one|shoe|jacket|pair|model|style))?|another(?: (?:one|pair))?|one more|an extra(?: one)?|a second (?:one|pair))(?= |$|[,.!])/u;
const anyForm =
  /(?:^|[,. ]+)(?:in )?(?:any|whatever|whichever) colou?r(?: (?:is|will be|would be))?(?: (?:ok|okay|fine|good|do|does|goes|will do|you have))*|[,， ]*颜色(?:随便|都行|都可以|不限|无所谓|不挑)|[,， ]*(?:什么|啥|随便什么|随便哪个)颜色都?(?:行|可以|好|成)?/u;
/** Told of what is ordered, and asked of nothing. */
export const takesAnyForm = (folded: string): boolean => folded.replace(anyForm, '').trim().length < 2;
/** "Make it two pairs, one for my brother": there is one already. */
const inAll =
  /^(?:make|let's make) (?:it|that) (\d{1,2}|two|three|four)(?: pairs?| of them| altogether| in total)?[,;:. ]+(?=(?:and )?(?:one|a|an|\d)\b)/u;
const lead =
  /^(?:(?:ok|okay|yes|oh|and|also|then|plus|no|nah|hey|hm+|great|cool|thanks|please|pls|actually|now|so|can i (?:get|have)|could i (?:get|have)|i need|i'd like|i want|i'll (?:take|have)|give me|get me|add|put in|throw in)[,.! ]+)+/u;
const tail =
  /(?:[,. ]+(?:too|as well|please|pls|thanks|then|also|again|now|to (?:my|the) (?:cart|basket|bag)))+[?.! ]*$/u;

const people =
  '(?:我|他|她|咱)?的?(?:哥哥?|弟弟?|姐姐?|妹妹?|爸爸?|妈妈?|老爸|老妈|爸妈|老公|老婆|男朋?友|女朋?友|对象|朋友|同事|室友|闺蜜|兄弟|儿子|女儿|闺女|孩子|同学|先生|太太|媳妇|公公|婆婆|岳父|岳母|爷爷|奶奶)';
const forSomeoneZh = new RegExp(`(?:给|帮|替|为|送)(?:${people}|他|她|自己)|${people}(?=也|说|要|想|那)`, 'u');
const likeItZh = /同款|同色|同样的?|一样的?|再|也|另外|多/u;
const aroundZh =
  /同款|同色|同样的?|一样的?|给我|帮我|[再也另外带来拿要加买多送给帮]|那|就|还|请|麻烦|吧|呗|啊|呀|哦|了|哈|说|想|去|穿|用|这款|这个|的话|购物车/gu;

/** Undefined: nothing of it is said, or not only. */
export const createAnotherReader =
  (view: Pick<CatalogueView, 'byId'>, { read, as, isNothing, formsOf }: ThingReader) =>
  (folded: string, memory: Pick<ConversationMemory, 'inCart' | 'focus' | 'lastIntent'>): Ordered | undefined => {
    const { inCart = [], focus, lastIntent } = memory;
    const held = inCart.find(line => line.product === focus);
    const line = held ?? (lastIntent !== undefined && ofCart.has(lastIntent) ? inCart.at(-1) : undefined);
    const base = line && view.byId.get(line.product);
    if (!base || !line || folded.length > longest || /[?？]|吗|多少|how much|\bif\b/u.test(folded)) return undefined;
    const isHan = hasHan(folded);
    const whole = inAll.exec(folded);
    const isSomeone = (isHan ? forSomeoneZh : forSomeone).test(folded);
    const isLike = (isHan ? likeItZh : likeIt).test(folded);
    if (!isSomeone && !isLike && !whole) return undefined;
    const isAny = anyForm.test(folded);
    const text = (isHan ? chinese : english)(folded.replace(anyForm, ' '));
    const thing = read(text);
    // "Another of the creams", after something else went in: of the one line that is called so.
    const called = inCart.flatMap(one => {
      const product = thing.terms.length > 0 ? view.byId.get(one.product) : undefined;
      return product ? (as(thing, product) ?? []) : [];
    });
    const [only, ...others] = called;
    if (isLike && only && others.length === 0 && only.product.id !== base.id && only.size === undefined)
      return { lines: [{ product: only.product.id, quantity: only.count ?? 1 }], open: [], inAll: false };
    if (isNothing(thing) || thing.terms.some(term => term.isKind && !term.is(base))) return undefined;
    const found = formsOf(base).flatMap((form): readonly Found[] => {
      const one = isSellable(form) ? as(thing, form) : undefined;
      return one ? [one] : [];
    });
    const tellsSize = found.some(one => one.size !== undefined);
    const tellsColour = thing.terms.some(term => term.isColour);
    // So many more of the same are told by a number alone.
    if (!tellsSize && !tellsColour) return undefined;
    const same = found.find(one => one.product.id === base.id);
    const best = same ?? (isAny || found.length === 1 || tellsColour ? found[0] : undefined);
    const quantity = (best ?? found[0])?.count ?? 1;
    if (best) {
      const size = best.size ?? (tellsColour ? line.size?.split(', ').at(-1) : undefined);
      return {
        lines: [{ product: best.product.id, quantity, ...(size === undefined ? {} : { size }) }],
        open: [],
        inAll: false,
      };
    }
    return found.length > 1
      ? { lines: [], open: [{ products: found.map(one => one.product.id), quantity }], inAll: false }
      : undefined;

    function english(said: string): string {
      return said
        .replace(inAll, '')
        .replace(lead, '')
        .replace(tail, '')
        .replace(forSomeone, ' ')
        .replace(likeIt, ' ')
        .replace(/\b(?:but|in|size|an?|he's|she's|takes?|wears?|who)\b/gu, ' ')
        .replace(lead, '')
        .replace(tail, '')
        .trim();
    }
    function chinese(said: string): string {
      return said.replace(forSomeoneZh, ' ').replace(aroundZh, ' ').replace(/\s+/gu, ' ').trim();
    }
  };
export type AnotherReader = ReturnType<typeof createAnotherReader>;
