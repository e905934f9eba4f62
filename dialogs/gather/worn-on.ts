/**
 * "Something warm for my head", 耳朵冷有什么戴的: what is worn there has a name, though nobody said it. Takes folded text.
 */
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';

/** "part in English | in Chinese = what is worn there | the same". */
const lines = `
heads?|ears? | 头(?!发|皮|疼|痛)|脑袋|耳朵 = hats | 帽子
hands?|fingers? | 手(?!机|表|环|工|摇|冲|霜|提|拿|袋|账|帐|办)|手指 = gloves | 手套
necks?|throat | 脖子|颈 = scarves | 围巾
legs? | 腿 = leggings | 保暖裤`;

const parts = lines
  .trim()
  .split('\n')
  .map(line => {
    const [said, worn] = line.split(' = ') as [string, string];
    const [en, zh] = said.split(' | ') as [string, string];
    const [name, nameZh] = worn.split(' | ') as [string, string];
    return { en, zh, name, nameZh };
  });
const any = (language: 'en' | 'zh'): string => parts.map(one => `(?:${one[language]})`).join('|');

const body = `(?:(?:my|your|his|her|our|the|cold|freezing|icy|numb) )*(?:${any('en')})`;
const english = new RegExp(
  `\\bwarm(?:er|ing|th)? (?:[a-z]+ )?(?:for|on|around) ${body}(?:(?: and| or|,) ${body})*\\b|\\b(?:keep|keeps|keeping|warm|warms) (?:up )?(?:(?:my|his|her|our|their) )${body}(?:(?: and| or|,) ${body})*(?: warm)?\\b|\\b(?:cold|freezing|icy|numb|frozen) (?:${any('en')})\\b|\\bmy (?:${any('en')}) (?:is|are|get|gets|keep getting) (?:so |really |always |very )?(?:cold|freezing|frozen|numb)\\b`,
);
const chinese = new RegExp(
  `(?:保暖|暖|冷|冻|冰)[^,，。!！?？]{0,6}(?:${any('zh')})|(?:${any('zh')})[^,，。!！?？]{0,6}(?:保暖|暖|冷|冻|冰)`,
  'u',
);
/** What else is done about it is no matter of what is worn: tea, a bath, a cream. */
const otherwise = /\b(?:drink\w*|soak\w*|bath\w*|cream|balm|skin|mugs?|tea|massage)\b|喝|泡|霜|膏|杯|毯|脚/u;

/** Names of what is worn there; empty: nothing is asked for. */
export const wornOn = (folded: string): readonly string[] => {
  if (folded.length > 160 || otherwise.test(folded)) return [];
  const isChinese = hasHan(folded);
  const [said] = (isChinese ? chinese : english).exec(folded) ?? [];
  if (said === undefined) return [];
  return parts.flatMap(one => {
    const part = isChinese ? new RegExp(one.zh, 'u') : new RegExp(`\\b(?:${one.en})\\b`);
    return part.test(said) ? [isChinese ? one.nameZh : one.name] : [];
  });
};
