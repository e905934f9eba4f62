/**
 * "Just the mug and the tea, nothing else", "only these two", 就这两样, 那就这双: what lies in the cart already is all that is wanted. Nothing more
 * of it goes in, and nothing of it goes out. Takes folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import type { CartEdits } from './change-asked.ts';
import type { ThingReader } from './thing-said.ts';

const longest = 60;
const lead = {
  en: /^(?:(?:ok|okay|no|yes|so|well|actually|thanks|thank you|great|good|fine|right|and|that'?s (?:it|all)|that is all|nothing (?:more|else)|no more|nope)[,.! ]+)*/u,
  zh: /^(?:好的?吧?|行吧?|嗯|那么?|可以|不用了?|没了|没别的了?|别的(?:都)?不(?:要|用)了?|不要别的了?|其他的?(?:都)?不(?:要|用)了?|先|[,，。.! ])*/u,
};
const only = {
  en: /^(?:i(?:'?ll| will|'?d| would)? (?:only |just )?(?:want|need|take|have|like) (?:only |just )?|it'?s (?:only|just) |(?:only|just) )+/u,
  zh: /^(?:我?(?:就|只|仅)(?:要|买|拿|是|留|需要|想要)?|我?要的?就是?)+/u,
};
const closing = {
  en: /(?:[,.;! ]+(?:(?:is|are|'s|'re) (?:all (?:i (?:need|want)|for (?:now|today))|all|enough|it|fine|plenty)|(?:will|'ll) (?:do|be (?:all|enough|fine|it))|that'?s (?:it|all)|that is all|nothing (?:else|more)|no more|not (?:anything|more)|and nothing else|please|pls|thanks|thank you|for (?:now|today)|then|in (?:my|the) (?:cart|basket|bag)))+[.! ]*$/u,
  zh: /(?:就(?:行|好|够|可以|够用)|够|[,，。.;! ]*(?:没别的|没有别的|别的(?:我)?(?:都|就|也)?不(?:要|用|买)|不要别的|其他的?(?:我)?(?:都|就|也)?不(?:要|用|买)|没了)|了|吧|哈|啊|谢谢|[,，。.! ])+$/u,
};
/** It closes the list: without "only" that alone says so. */
const closes =
  /(?:is|are|'s|'re) (?:all|enough|it|plenty)|(?:will|'ll) (?:do|be)|nothing|no more|that'?s (?:it|all)|就(?:行|好|够|可以)|够|别的|其他|没了/u;
/** The others are to go: read as what goes out. */
const dropsOthers = /\b(?:remove|drop|take out|delete|get rid)\b|删|去掉|拿掉|移除|退/u;
const pointing = {
  en: /^(?:(?:these|those|the) (two|three|four|\d)(?: (?:things|items|ones|pieces))?|(these|those|them|what'?s (?:in there|in (?:my|the) cart)|it|this|that|this one|that one|the one))$/u,
  zh: /^(?:[这那](两|俩|三|四|\d|一)(?:[样个件款种双条只包盒瓶套罐]|样东西|件东西)?|([这那](?:些|几[样个件款种])|它们?|[这那][个件款双条只包盒瓶套罐]))(?:东西)?$/u,
};
/** Another list was looked at in between. */
const looked: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);
const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'view-cart', 'remove-from-cart', 'change-quantity']);
const more =
  /\d+ (?:of|x)\b|\b(?:more|another|also|too|instead)\b|再|也|还要|换|[两三四五六七八九十\d][个件双条只包盒瓶套罐](?!东西)/u;
const joins = /\s*(?:,|，|、|和|跟|与|以及|还有|\band\b|\bplus\b|&|\+)\s*(?:the |a |an )?/u;

export const createOnlyThese = (
  { byId }: Pick<CatalogueView, 'byId'>,
  { read, as, isNothing, withoutUnknown }: Pick<ThingReader, 'read' | 'as' | 'isNothing' | 'withoutUnknown'>,
) => {
  /** Undefined: something else is said, or of other things. */
  return (folded: string, memory: ConversationMemory): CartEdits | undefined => {
    const { inCart = [], lastIntent, focus } = memory;
    if (inCart.length === 0 || folded.length > longest || /[?？]|吗|呢|多少/u.test(folded)) return undefined;
    if (dropsOthers.test(folded) || (lastIntent !== undefined && looked.has(lastIntent))) return undefined;
    const lang = hasHan(folded) ? 'zh' : 'en';
    const said = folded.replace(lead[lang], '');
    const narrowed = said.replace(only[lang], '');
    const tail = closing[lang].exec(narrowed)?.[0] ?? '';
    const isOnly = narrowed !== said || closes.test(tail);
    const thing = narrowed.slice(0, narrowed.length - tail.length).trim();
    if (!isOnly || thing === '') return undefined;
    const [, number, those] = pointing[lang].exec(thing) ?? [];
    if (number !== undefined || those !== undefined) {
      const count = number === undefined ? undefined : number === '俩' ? 2 : readNumber(number);
      const isOne =
        count === 1 ||
        (count === undefined && /^(?:it|this|that|the one)|^它$|[个件款双条只包盒瓶套罐]$/u.test(those ?? ''));
      // "Just this one", of the one that went in; of several things they are all of the cart.
      const isMeant = isOne ? inCart.some(line => line.product === focus) : inCart.length > 1 && isOfCart(memory);
      return isMeant ? { lines: [] } : undefined;
    }
    if (more.test(thing) || !isOfCart(memory)) return undefined;
    const held = inCart.flatMap(line => byId.get(line.product) ?? []);
    const covered = new Set<string>();
    for (const part of thing.replace(/^(?:the|my) /u, '').split(joins)) {
      const raw = read(part);
      const meant = lang === 'zh' ? withoutUnknown(raw, held) : raw;
      if (isNothing(meant) || meant.numbers.length > 0) return undefined;
      const such = held.filter(product => as(meant, product));
      if (such.length === 0) return undefined;
      for (const product of such) covered.add(product.id);
    }
    // "Just the mug", of a mug and a tea, may mean that the tea goes: that has a reading of its own.
    return covered.size === held.length || closes.test(tail) ? { lines: [] } : undefined;
  };
};

/** It went in, or was looked at, just now. */
const isOfCart = ({ lastIntent }: ConversationMemory): boolean => lastIntent !== undefined && ofCart.has(lastIntent);
