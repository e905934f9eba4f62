/** What a shop's own message asks: which slot an answer fills, and what a bare "yes" says yes to. Takes folded text. */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { singular, tokensOf } from '../../../knowledge/retrieval/tokens.ts';
import type { Asked } from './fact.ts';

const asking: readonly (readonly [WishSlot, RegExp])[] = [
  [
    'price_max',
    /\bbudget\b|\bprice (?:range|class|limit|point)\b|\bhow much (?:do|would|are|can|were) you\b|\bspend\b|\d+ (?:or [$€£]?\d+ )?(?:dollars|euros|pounds|bucks)\?|\bbug?dget\b|预算|价位|价格范围|多少钱以内|大概多少钱|多少钱的|什么价|价格区间/u,
  ],
  ['color', /\bcolou?rs?\b|颜色|什么色/u],
  ['size', /\bsizes?\b|\bhow (?:big|large|tall)\b|\bdimensions?\b|\bwhat fit\b|尺码|尺寸|多大|几码|什么码|码数/u],
  ['brand', /\bbrands?\b|\bmanufacturer\b|品牌|牌子/u],
  ['author', /\bauthors?\b|\bwriters?\b|作者|作家/u],
  [
    'genre',
    /\bgenres?\b|\bkinds? of (?:books?|novels?|music|games?|movies?|stor(?:y|ies))\b|\bwhat do you (?:like|usually|normally) (?:to )?(?:read|listen|play|watch)\b|类型的书|什么类型|哪类书|什么题材|题材/u,
  ],
  ['material', /\bmaterials?\b|\bfabrics?\b|材质|面料|什么料/u],
  ['style', /\bstyles?\b|\bdesign\b|\bwhich fit\b|\bwhat fit\b|\bwhat cut\b|\blook (?:are|do) you\b|风格|款式/u],
  [
    'purpose',
    /\bwhat (?:is it|will it|are you|do you|will you|would you).{0,30}(?:for|use)\b|\bpurpose\b|\busage\b|\boccasion\b|\bspecific use\b|\buse (?:it|them|this) for\b|\bhow (?:will|do|would) you (?:use|be using)\b|\bwhere will you\b|\bwhat (?:will|do|would|does|is) (?:you|she|he|they) (?:\w+ ){0,2}(?:photograph|record|cook|play|do with|study|write|use)\b|用途|干什么用|做什么用|什么场合|什么时候用|用来/u,
  ],
  [
    'recipient',
    /\bwho(?:'s| is| are)? (?:it|this|they|the|you)\b.{0,20}\bfor\b|\bfor (?:yourself|someone|you or)\b|\bwho (?:will|would)\b|\bis (?:it|this) a gift\b|送给谁|给谁|送谁|谁用|谁穿|男孩还是女孩|女孩还是男孩/u,
  ],
  [
    'age_group',
    /\bhow old\b|\bage\b|\bgender\b|\bgents or ladies\b|\bmen'?s? or (?:women|ladies)|多大年纪|几岁|多大了|年龄|男款还是女款|男生还是女生/u,
  ],
  ['quantity', /\bhow many\b(?!.*\bpages\b)|几个|多少个|几双|几件|多少件|几套/u],
  [
    'feature',
    /\bfeatures?\b|\b(?:scents?|smell|fragrance|flavou?rs?|taste|toppings?)\b|口味|味道|香型|\bspec(?:s|ification)?s?\b|\brequirements?\b|\banything (?:specific|particular|in particular)\b|\bpreferences?\b|功能|要求|配置|特别的需求/u,
  ],
  [
    'product_type',
    /\bwhat (?:kind|type|sort)s? of\b|\bwhat (?:are|is it|would|can|product|item|do)\b.{0,24}\b(?:looking|like|need|want|after|interested)\b|\bhow (?:can|may) i help\b|\bwhat (?:sort|type|kind)\b|想买什么|找什么|要什么|需要什么|什么样的|什么商品/u,
  ],
];

/** A question that a yes answers, unless it is about the basket, the order or the search itself. */
const yesNo =
  /^(?:(?:so|ok(?:ay)?|great|sure|and|then|hmm|perfect|good|lovely|nice|alright|understood)[,.]? )*(?:do|does|would|should|shall|are you|is (?:it|this|that)|must|will|you (?:want|mean|need|prefer)|how about|what about|maybe|perhaps)\b|(?:要|喜欢|想要|需要|偏好|接受|可以|行|好|怎么样|考虑).*(?:吗|嘛|么)$|怎么样$|(?:要不要|喜不喜欢|需不需要|是不是要|是要)/u;
const aboutTheSale =
  /\b(?:basket|cart|order|checkout|check out|proceed|buy|purchase|add|help|deliver\w*|shipping|ship|find|look for|search|show|see|confirm|account|member\w*|email|anything else|questions?|details|send|wait|discount|a moment|budget|in mind|know|mind if|preferences?|specific|particular|correct|right|that ok|okay|understood)\b|下单|加入|购物车|帮您|看看|还有(?:别的|其他)|确认|地址|配送|发货|会员|要求吗|预算/u;

export const readAsked = (shopSaid: string): Asked => {
  const slots = new Set<WishSlot>();
  const open = /[?？]\s*$/u.test(shopSaid) && !/\bbreed\b|\bname\b|\baddress\b|地址|姓名/u.test(shopSaid);
  const sentences = shopSaid.split(/(?<=[?.!;？！；\n])\s*/u).filter(s => s.trim() !== '');
  const offered: string[] = [];
  let choice = false;
  const alternatives = new Set<string>();
  for (const sentence of sentences) {
    for (const [slot, pattern] of asking) if (pattern.test(sentence)) slots.add(slot);
    if (/\bor\b(?! not)|还是/u.test(sentence) && /[?？]\s*$/u.test(sentence))
      for (const word of tokensOf(sentence.replace(/['-]/g, ' '))) alternatives.add(singular(word.text));
    const bare = sentence.replace(/[?？.!\s]+$/u, '');
    const last = bare.split(/, (?=do|would|are|should|you|要|喜欢)/u).at(-1)!;
    const fragment =
      /[?？]\s*$/u.test(sentence) &&
      /^[a-z' -]+$/.test(last) &&
      last.split(' ').length <= 3 &&
      !/\b(?:what|how|which|else|help|there|budget|any|size|colou?r|price|brand|sure|ok)\b/.test(last);
    if (fragment) offered.push(`do you want ${last}`);
    else if (/^(?:what|how) about the\b/.test(last)) continue;
    else if (yesNo.test(last) && !aboutTheSale.test(last)) {
      offered.push(last);
      if (/\bor\b(?! not)|还是/u.test(last)) choice = true;
    }
  }
  // "So you want a paperback. Is that correct?"
  const claim = /\byou (?:want|need|are looking for|would like|prefer) .+/.exec(sentences.at(-2) ?? '');
  if (claim && /\b(?:correct|right)\b/.test(sentences.at(-1) ?? '')) offered.push(claim[0].replace(/[.!\s]+$/u, ''));
  return { slots, offered, choice, alternatives, alternativesAre: 'feature', open };
};
