import { inLanguage, type Language } from '../../../knowledge/domain/language.ts';
import type { ReplyPart } from '../../reply.ts';
import type { Wording } from '../words.ts';
import type { Tone } from './tone.ts';

type Kind = ReplyPart['kind'];

/** Said instead of the plain template, where a warm voice or a name of its own changes more than a word. */
type Variants = { readonly [K in Kind]?: (part: Extract<ReplyPart, { kind: K }>, wording: Wording) => string };

const warm: Readonly<Record<Language, Variants>> = {
  en: {
    thanks: () => `You're very welcome! Is there anything else I can do for you?`,
    'all-right': () => `All right! I'm right here whenever you need something.`,
    goodbye: () => 'Goodbye, and thank you for stopping by. It was a pleasure!',
    unclear: () =>
      `I'm sorry, I didn't quite get that. Could you say it another way? I'm happy to look for products, check an order, or get you a person.`,
    'which-product': p =>
      p.of && p.of.length > 1
        ? `Happy to help! Which of these would you like? Its colour, its size or its place in the list will do.`
        : `Happy to help! Which product do you mean? Its name will do, or its number in the list.`,
    'cart-empty': () => `Your cart is still empty. Shall I help you find something?`,
    'no-orders': () =>
      `I see no order under this account yet. If it was another account, sign in with that one or tell me the order number and e-mail; else I'd love to help you with the first one.`,
  },
  zh: {
    thanks: () => '不客气，很高兴能帮到您！还有什么需要我做的吗？',
    'all-right': () => '好的呀，有需要随时找我。',
    goodbye: () => '再见，谢谢您来逛逛，期待下次见面！',
    unclear: () => '真不好意思，我没太明白。能换个说法吗？找商品、查订单我都很乐意帮忙，也可以为您转人工。',
    'which-product': p =>
      p.of && p.of.length > 1
        ? '好的呀，要下面哪一款呢？说颜色、规格或者第几个都行。'
        : '好的，您指的是哪一款呢？告诉我名称或列表里的序号就行。',
    'cart-empty': () => '您的购物车还是空的，要不要我帮您挑一挑？',
    'no-orders': () =>
      '您这个账号下还没看到订单。用别的账号下的单，换那个账号登录，或者告诉我订单号和邮箱；还没下过单的话，第一单要不要我帮您挑挑？',
  },
};

/** The first words, with the name the shop gave its assistant; that it is an automated one is always said. */
const greeting = (part: Extract<ReplyPart, { kind: 'greeting' }>, wording: Wording, tone: Tone): string => {
  const { language, shop } = wording;
  const shopName = inLanguage(shop.name, language);
  const own = tone.assistant[language];
  const warmly = tone.voice === 'warm';
  if (language === 'zh') {
    const hello = `${part.name ? `${part.name}，` : ''}${part.returning ? '欢迎回来' : '您好'}`;
    const who = `我是${shopName}的智能客服${own ? `${own}` : ''}（自动回复）`;
    const ask = '商品、订单、配送、退换都可以问我，也可以直接告诉我您想找什么';
    return `${hello}！${who}${warmly ? `，很高兴为您服务。${ask}哦。` : `。${ask}。`}`;
  }
  const hello = `${part.returning ? 'Welcome back' : 'Hello'}${part.name ? `, ${part.name.split(' ')[0]}` : ''}`;
  const who = own
    ? `I'm ${own}, the automated assistant of ${shopName}.`
    : `I'm the assistant of ${shopName}, an automated one.`;
  const glad = warmly ? `${part.returning ? 'Lovely to see you again.' : 'Lovely to meet you.'} ` : '';
  return `${hello}! ${glad}${who} Ask me about products, orders, delivery or returns, or tell me what you're looking for.`;
};

/** Where one belongs; never beside money, an order, a complaint or something that went wrong. */
const emoji: Readonly<Partial<Record<Kind, string>>> = {
  greeting: '👋',
  thanks: '😊',
  goodbye: '👋',
  'all-right': '🙂',
  noted: '👍',
  'added-to-cart': '🎒',
};

/** The shop's own texts are said as it wrote them. */
const shopsOwn: ReadonlySet<Kind> = new Set(['answer']);

/** 您 is what the templates say; a shop that says 你 says it everywhere but in what is quoted. */
const addressed = (text: string, { address }: Pick<Tone, 'address'>): string =>
  address === '您' ? text : text.replace(/“[^”]*”|您/g, found => (found === '您' ? address : found));

/** One part of a reply in the shop's tone. `plain` is the template's sentence. */
export const inTone = (part: ReplyPart, plain: string, wording: Wording, tone: Tone): string => {
  const { language } = wording;
  const variant = tone.voice === 'warm' ? warm[language][part.kind] : undefined;
  const said =
    part.kind === 'greeting' && (tone.voice === 'warm' || tone.assistant[language] !== '')
      ? greeting(part, wording, tone)
      : variant
        ? (variant as (part: ReplyPart, wording: Wording) => string)(part, wording)
        : plain;
  const sign = tone.emoji ? emoji[part.kind] : undefined;
  const text = language === 'zh' && !shopsOwn.has(part.kind) ? addressed(said, tone) : said;
  return sign && text !== '' ? `${text} ${sign}` : text;
};

/** Words on buttons and cards in the shop's tone: texts as they are, functions by what they return. */
export const labelsInTone = <T>(labels: T, language: Language, tone: Tone): T => {
  if (language !== 'zh' || tone.address === '您') return labels;
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return addressed(value, tone);
    if (typeof value === 'function') return (...given: unknown[]) => change(value(...given));
    if (Array.isArray(value)) return value.map(change);
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
    }
    return value;
  };
  return change(labels) as T;
};
