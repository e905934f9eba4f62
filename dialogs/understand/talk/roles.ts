/**
 * In which role each part of a message names what it names: wished for, or owned, gone, turned down, told in passing, asked of
 * the bot itself. What is not wished for begins no search and is no condition of one.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { Owning } from '../wishes/told-in-search.ts';
import { englishForms } from './role-forms-en.ts';
import { chineseFeelings, englishFeelings } from './role-forms-feelings.ts';
import { chineseForms } from './role-forms-zh.ts';

/**
 * 'wished' is all that the shop is to do or to tell; 'has' is owned where goods are named, and what is lacking is wished
 * for itself unless something else is. Leave is taken, somebody is called and
 * fillers are said of nothing.
 */
export type Role =
  | 'wished'
  | 'owned'
  | 'has'
  | 'lacking'
  | 'gone'
  | 'declined'
  | 'passing'
  | 'of-bot'
  | 'called'
  | 'leaving'
  | 'filler';

/** What is answered where nothing is wished for. */
export type RoleTalk =
  | 'of-me'
  | 'name'
  | 'made'
  | 'maker'
  | 'here'
  | 'company'
  | 'enough'
  | 'gone'
  | 'sore'
  | 'mishap'
  | 'settled'
  | 'praise'
  | 'aside'
  | 'spared'
  | 'no-rush'
  | 'pity'
  | 'useless'
  | 'clumsy'
  | 'tongues'
  | 'foreign'
  | 'leaving';

export interface RoleForm {
  readonly role: Exclude<Role, 'wished'>;
  readonly talk: RoleTalk | undefined;
  /** Of a part without the words that only open or close it. */
  readonly said: RegExp;
}

export interface RolePart {
  /** As it stands in the text, with what divides it from the next. */
  readonly text: string;
  readonly role: Role;
  readonly talk?: RoleTalk | undefined;
}

const longest = 240;
const english =
  /(?<=[,;!?~…\n]|\.(?!\d)|\s-+\s|[:;]-?[()D/])(?=\s*\S)|(?=\s(?:and|but|so|cos|coz|cause|because)\s(?:i|we|he|she|they|it|its|my|our|his|her|the|what|any|can|could|show|do|no|not|now|then|there|wanted|want|need)\b)/iu;
const chinese = /(?<=[,;!?~…\n，。！？；～]|\.(?!\d))(?=\s*\S)|(?<=\p{Script=Han})(?=\s+\p{Script=Han})/u;

const opens =
  /^(?:(?:oh+|ah+|aw+|ok(?:ay)?|k|yeah|yep|yes|no|nah|nope|well|so|and|but|anyway|btw|actually|sorry|thanks?(?: (?:you|a lot|anyways?|so much))?|thx|ty|(?:ha)+h?|(?:he)+h|lol|lmao|ugh+|omg|hm+|um+|er+|cool|nice|great|good|fine|fair enough|never ?mind|nvm|hi+|hey+|hello+|hiya|right|alright|all right|cheers|just|also|then|wow|oh dear|dear|sigh|oops|whoops|sure|cause|cos|coz|because|man|got it|ew+|aha|gosh|honestly|tbh|lovely|perfect)\b[,.!?:;~()\s]*)+/u;
/** Nothing in it may be read in two ways: a row of signs would be read for minutes. */
const closes =
  /(?:[ ,]+(?:lol|lmao|(?:ha)+h?|though|tho|anyways?|thanks|thank you|thx|pls|please|ugh+|xd|tbh|btw|atm|i guess|you know|sorry|mate|man|dear|then|omg|sigh|:-?[()d/])|[\s.,!?;:~()…-])+$/u;
const opensInChinese =
  /^(?:哈|嘿|呵|嘻|唉|哎呀?|诶|欸|额|呃|嗯|哦|噢|啊|哇|好吧|好的|好(?=[,! ])|行吧?(?=[,! ])|那个|那(?!个|只|双|件|款|边|些|儿)|可是|但是|不过|就是|其实|对了|话说|谢谢|没事|算了|不好意思|抱歉|呜|啧|行吧|[\s,.!?~…])+/u;
const closesInChinese = /(?:哈{2,}(?!哈)|呜|嘿嘿|嘻嘻|h{2,}(?!h)|5{3,}(?!5)|tt|t_t|orz|[\s,.!?~…:;()])+$/u;

/** What wishes or asks of the shop, whatever form the rest may have. */
const asksShop =
  /\b(?:show|find|recommend|suggest|looking for|do you (?:have|sell|stock|ship|deliver|got)|how (?:much|many|long|do|can)|where(?:'s| is| can)|any (?:other|more)|what about|how about|instead|rather|prefer|but (?:in|with))\b|推荐(?!了)|有没有|有吗|(?<![不没别])(?:要|想)买|多少|怎么|能不能|可不可以|可以吗|换|退货|便宜|贵/u;

const bare = (part: string, isChinese: boolean): string =>
  part.replace(isChinese ? closesInChinese : closes, '').replace(isChinese ? opensInChinese : opens, '');

/** A few words and no verb: it goes on with the list before it. */
const goesOn =
  /^(?:(?:and|or|nor|plus) )?(?:(?:an?|the|some|any|his|her|my|no) )?[a-z'-]+(?: [a-z'-]+)?(?: (?:and|or|nor) (?:an? )?[a-z'-]+)?$/;
const fewHan = /^\p{Script=Han}{1,5}$/u;
const wishes = /要|买|有|吗|呢|推荐|看|找|求|多少|怎么|哪|什么/u;
const withdraws: ReadonlySet<Role> = new Set(['owned', 'declined', 'has', 'lacking']);
const named: ReadonlySet<Role> = new Set(['has', 'lacking']);
const lists: ReadonlySet<Role> = new Set(['owned']);

const englishAll = [...englishFeelings, ...englishForms];
const chineseAll = [...chineseFeelings, ...chineseForms];

type Says = (words: string) => boolean;

/** `isGoods`: whether words name goods of the shop's range; `isKnown`: goods, or what they may be like. */
export const rolesIn = (message: string, isGoods: Says, isKnown: Says): readonly RolePart[] => {
  if (message.length > longest) return [{ text: message, role: 'wished' }];
  const isChinese = hasHan(message);
  const forms = isChinese ? chineseAll : englishAll;
  const parts = message
    .split(isChinese ? chinese : english)
    .filter(text => text !== '')
    .map((text): RolePart => {
      const folded = fold(text);
      const plain = folded.replace(isChinese ? closesInChinese : closes, '').trim();
      const core = bare(folded, isChinese).trim();
      if (core === '') return { text, role: 'filler' };
      // 你们有什么推荐?
      const found = forms.find(
        ({ role, talk, said }) =>
          (said.test(core) || said.test(plain)) &&
          (!(named.has(role) || (role === 'declined' && talk !== 'enough')) || isGoods(core)) &&
          !(/[?？]\s*$/u.test(text) && (withdraws.has(role) || role === 'gone' || role === 'passing')),
      );
      if (!found || (found.role !== 'of-bot' && found.talk !== 'enough' && asksShop.test(core)))
        return { text, role: 'wished' };
      return { text, role: found.role === 'has' ? 'owned' : found.role, talk: found.talk };
    });
  // "He has a watch, a wallet and headphones", 帐篷, 睡袋都有了.
  const isWished = parts.some(part => part.role === 'wished' && isGoods(part.text));
  return parts.map((part, i, all): RolePart => {
    if (part.role === 'lacking' && !isWished) return { ...part, role: 'wished' };
    if (part.role !== 'wished') return part;
    const core = bare(fold(part.text), isChinese).trim();
    const [before, after] = [all[i - 1], all[i + 1]];
    const isName = isChinese ? fewHan.test(core) && !wishes.test(core) : goesOn.test(core);
    // "Waitress", behind what is told of a long day; "and to Egypt?" asks.
    const isAsked = /[?？]\s*$/u.test(part.text);
    if (isName && !isAsked && before?.talk !== undefined && !withdraws.has(before.role) && !isKnown(core))
      return { ...part, role: 'filler' };
    if (!isName || !isGoods(core) || isAsked) return part;
    const of = isChinese
      ? after && lists.has(after.role)
        ? after
        : undefined
      : before && lists.has(before.role)
        ? before
        : undefined;
    return of ? { ...part, role: of.role, talk: of.talk } : part;
  });
};

/** The likeliest to be what is answered stands first. */
const order: readonly RoleTalk[] = [
  'enough',
  'useless',
  'tongues',
  'clumsy',
  'name',
  'made',
  'maker',
  'of-me',
  'gone',
  'sore',
  'mishap',
  'praise',
  'company',
  'leaving',
  'no-rush',
  'settled',
  'spared',
  'pity',
  'foreign',
  'aside',
  'here',
];

export const isRoleTalk = (talk: string | undefined): boolean => order.some(one => one === talk);

/** What a message is answered with that wishes for nothing; undefined: something is wished for, or nothing is said. */
export const talkIn = (parts: readonly RolePart[]): RoleTalk | undefined =>
  parts.some(part => part.role === 'wished') ? undefined : order.find(talk => parts.some(part => part.talk === talk));

/** Told beside what is wished for, and no matter of it. */
const besideWish: ReadonlySet<RoleTalk> = new Set(['mishap', 'aside', 'pity', 'clumsy', 'foreign']);

/** The text without what is only told in passing in it, where something is wished for beside it. */
export const withoutPassing = (parts: readonly RolePart[], isGoods: (words: string) => boolean): string => {
  const isMere = ({ role, talk, text }: RolePart): boolean =>
    talk !== undefined &&
    (besideWish.has(talk) || ((role === 'of-bot' || role === 'leaving' || role === 'passing') && isGoods(text)));
  return parts.some(part => part.role === 'wished') && parts.some(isMere)
    ? parts
        .filter(part => !isMere(part))
        .map(part => part.text)
        .join('')
        .trim()
    : parts.map(part => part.text).join('');
};

/** What is not to be shown, and what is wished for beside it; undefined: nothing is told of as owned, or nothing else said. */
export const ownedIn = (
  parts: readonly RolePart[],
  thingsIn: (words: string) => readonly string[],
): Owning | undefined => {
  const said = (roles: readonly Role[]): string =>
    parts.flatMap(part => (roles.includes(part.role) ? part.text.trim() : [])).join(' ');
  const [owned, rest] = [said(['owned', 'lacking']), said(['wished'])];
  if (owned === '' || rest === '' || points.test(rest)) return undefined;
  return { clause: owned, rest, isLast: parts.at(-1)?.role === 'owned', things: thingsIn(owned) };
};
/** The message without that, where it is not goods that are wished for beside it. */
const isWithdrawn = ({ role, talk }: RolePart): boolean => withdraws.has(role) && talk !== 'enough';
export const withoutWithdrawn = (parts: readonly RolePart[]): string | undefined =>
  parts.some(part => part.role === 'wished') && parts.some(isWithdrawn)
    ? parts
        .filter(part => !isWithdrawn(part))
        .map(part => part.text)
        .join('')
        .trim()
    : undefined;
/** What is turned down in so many words beside a wish; empty: nothing is. */
export const declinedIn = (parts: readonly RolePart[]): string =>
  parts.some(part => part.role === 'wished')
    ? parts.flatMap(part => (part.role === 'declined' && part.talk !== 'enough' ? [part.text] : [])).join(' ')
    : '';
const points = /\b(?:it|this|that|they|them|these|those)\b|它|[这那][个款双件些]/u;
