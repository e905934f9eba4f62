/** What a shop's own message asks: which slot an answer fills, and what a bare "yes" says yes to. Takes folded text. */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { singular, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { besideIn } from './english-beside.ts';
import type { Asked } from './fact.ts';

const asking: readonly (readonly [WishSlot, RegExp])[] = [
  [
    'price_max',
    /\bbudget\b|\bprice (?:range|class|limit|point)\b|\b(?:what|which|your|max(?:imum)?|desired|around what) price\b|^(?:and )?price\?|\bup to(?: how much)?\?|\bcosts? (?:at most|you)\b|\b(?:may|can|should|must) (?:it|they|one|an? \w+|the \w+) cost\b|\b(?:want|like|willing) to pay\b|\bwould you pay\b|\bhow much (?:do|would|are|can|were) you\b|\bspend\b|\d+ (?:or [$€£]?\d+ )?(?:dollars|euros|pounds|bucks)\?|\bbug?dget\b|预算|价位|价格范围|多少钱以内|大概多少钱|多少钱的|什么价|价格区间/u,
  ],
  ['color', /\bcolou?rs?\b|颜色|什么色/u],
  [
    'size',
    /\bsizes?\b|\bhow (?:big|large|tall|wide|long|high|deep|thick)\b(?!.*\b(?:last|take|hold|run)\b)|\b(?:width|height|depth|length|diameter|thickness|capacity|circumference|volume)\b|\bhow many (?:lit(?:er|re)s|inches|cm|pieces|people|persons|players|seats|places|guests|cups|of you)\b|\bfor how many\?|腰围|长度|宽度|高度|厚度|容量|身高|多厚|多宽|多高|多长|多少升|几寸|\bdimensions?\b|\bwhat fit\b|尺码|尺寸|多大|几码|什么码|码数/u,
  ],
  ['brand', /\bbrands?\b|\bmanufacturer\b|品牌|牌子/u],
  ['author', /\bauthors?\b|\bwriters?\b|作者|作家/u],
  [
    'genre',
    /\bgenres?\b|\bkinds? of (?:books?|novels?|music|games?|movies?|stor(?:y|ies))\b|\bwhat do you (?:like|usually|normally) (?:to )?(?:read|listen|play|watch)\b|类型的书|什么类型|哪类书|什么题材|题材/u,
  ],
  ['material', /\bmaterials?\b|\bfabrics?\b|材质|面料|什么料/u],
  [
    'style',
    /\bstyles?\b|\bdesign\b|\bwhich fit\b|\bwhat fit\b|\bwhat cut\b|\blook (?:are|do) you\b|风格|款式|版型|什么样式|造型/u,
  ],
  [
    'purpose',
    /\bwhat (?:is it|will it|are you|do you|will you|would you).{0,30}(?:for|use)\b|\bpurpose\b|\bfor (?:which|what) (?:room|occasion|surface|activity|device|sport|season|event|use)\b|\bwhich room\b|\bwhere (?:do|would|should|will) (?:you|it)\b|\busage\b|\boccasion\b|\bspecific use\b|\buse (?:it|them|this) for\b|\bhow (?:will|do|would) you (?:use|be using)\b|\bwhere will you\b|\bwhat (?:will|do|would|does|is) (?:you|she|he|they) (?:\w+ ){0,2}(?:photograph|record|cook|play|do with|study|write|use)\b|用途|干什么用|做什么用|什么场合|什么场景|什么时候用|用来|拍什么|放哪|放在哪|用在哪|在哪用|哪里用|装哪|做什么|干嘛用|什么活动|哪个房间/u,
  ],
  [
    'recipient',
    /\bwho(?:'s| is| are)? (?:it|this|they|the|you)\b.{0,20}\bfor\b|\bfor (?:yourself|someone|you or)\b|\bwho (?:will|would)\b|\bis (?:it|this) a gift\b|送给谁|给谁|送谁|谁用|谁穿|男孩还是女孩|女孩还是男孩/u,
  ],
  [
    'age_group',
    /\bhow old\b|\b(?:what|which|her|his|their) ages?\b|孩子多大|几岁的|多少岁|\bgender\b|\bgents or ladies\b|\bmen'?s? or (?:women|ladies)|多大年纪|几岁|多大了|年龄|男款还是女款|男生还是女生/u,
  ],
  [
    'quantity',
    /\bjust (?:the )?one\b|\bone or two\b(?! (?:people|persons?))|(?<!\bfor )\bhow many\b(?!.*\b(?:pages|people|persons|players|lit(?:er|re)s|inches|cm|pieces|seats|places|guests|of you)\b| cups\b)|\bfor how many (?!people|persons|players|guests|of you)[a-z]|几个|多少个|几双|几件|多少件|几套|几盒|几袋|几瓶|几根|几箱|几支|多少支|多少份|多少瓶|几份|几包|[一两][套个对件支双盒瓶本张条只台].{0,3}(?:还是|吗)/u,
  ],
  [
    'feature',
    /\bfeatures?\b|\b(?:scents?|smell|fragrance|flavou?rs?|taste|toppings?)\b|口味|味道|香型|香调|口感|辣度|质地|几段|多少倍|什么功能|\bspec(?:s|ification)?s?\b|\brequirements?\b|\banything (?:specific|particular|in particular)\b|\bpreferences?\b|功能|要求|配置|特别的需求/u,
  ],
  [
    'product_type',
    /\bwhat (?:kind|type|sort)s? of\b|\bwhat (?:are|is it|would|can|product|item|do)\b.{0,24}\b(?:looking|like|need|want|after|interested)\b|\bhow (?:can|may) i help\b|\bwhat (?:sort|type|kind)\b|想买什么|找什么|要什么|需要什么|什么样的|什么商品/u,
  ],
];

/** A question that a yes answers, unless it is about the basket, the order or the search itself. */
const yesNo =
  /^(?:(?:so|ok(?:ay)?|great|sure|and|then|hmm|perfect|good|lovely|nice|alright|understood)[,.]? )*(?:do|does|would|should|shall|are you|is (?:it|this|that)|must|will|you (?:want|mean|need|prefer)|how about|what about|maybe|perhaps)\b|(?:要|喜欢|想要|需要|偏好|接受|可以|行|好|够|怎么样|考虑).*(?:吗|嘛|么)$|怎么样$|(?:要不要|喜不喜欢|需不需要|是不是要|是要)/u;
const aboutTheSale =
  /\b(?:basket|cart|order|checkout|check out|proceed|buy|purchase|add|help|deliver\w*|shipping|ship|find|look for|search|show|see|confirm|account|member\w*|email|anything else|questions?|details|send|wait|discount|a moment|budget|in mind|know|mind if|preferences?|specific|particular|correct|right|that ok|okay|understood)\b|下单|加入|购物车|帮您|看看|还有(?:别的|其他)|确认|地址|配送|发货|会员|要求吗|预算/u;

/** "Then I'd suggest one with lumbar support.", "A rich cream could help.": an advice that a yes takes up. */
const advised = [
  /\bi(?:'d| would| can|) (?:suggest|recommend|propose|advise|go for) (?:to (?:take|get|use|have) )?([a-z][a-z0-9 '-]{2,50})$/,
  /\byou(?:'d|'ll| would| will| may| might)? (?:also )?(?:want|need) ((?!to\b)[a-z][a-z0-9 '-]{2,50})$/,
  /^(?:(?:then|so|maybe|perhaps|in that case|usually|for that),? )*((?!i\b|it\b|that\b|this\b|they\b|you\b|we\b|there\b|these\b|those\b|which\b|what\b|both\b)[a-z][a-z0-9 '-]{2,40}) (?:would|could|may|might|will|should) (?:help|suit|do|be (?:good|useful|ideal|best|better|wise|handy|perfect|right|great|nice|helpful|a good (?:idea|choice)))\b[a-z ,]*$/,
  /^(?:(?:then|so),? )*((?!i\b|it\b|that\b|this\b|they\b|you\b|we\b|these\b|those\b|which\b|what\b)[a-z][a-z0-9 '-]{2,40}) (?:is|are) (?:important|essential|recommended|ideal|a must|the (?:best|easiest))\b[a-z ,]*$/,
];
const adviceIn = (sentence: string): string | undefined => {
  if (/[?？]\s*$/u.test(sentence)) return undefined;
  const bare = sentence.replace(/[.!\s]+$/u, '');
  for (const pattern of advised) {
    const words = pattern.exec(bare)?.[1]?.replace(/^(?:an? )?(?:one|model|version|something) (?=with\b|that\b)/, '');
    if (words && !aboutTheSale.test(words)) return words;
  }
  return undefined;
};

/** "Then Ray-Ban?", "Roses?": a few words and a question mark, the words around them left out. */
const fragmentOf = (sentence: string): string | undefined => {
  if (!/[?？]\s*$/u.test(sentence)) return undefined;
  const words = sentence
    .replace(/[?？.!\s]+$/u, '')
    .replace(/^(?:(?:and|then|so|just|maybe|perhaps|ok(?:ay)?|great|sure|alright|or|hmm+),? )+/i, '')
    .replace(/^the (?=[A-Z])/i, '')
    .replace(/,? (?:then|maybe|perhaps|instead|as well|too)$/i, '');
  if (!/^[\p{Script=Latin}\d' -]+$/u.test(words) || words.split(' ').length > 4) return undefined;
  if (
    /\b(?:what|how|which|who|where|when|why|is|are|do|does|can|else|help|there|budget|any|anything|size|colou?r|price|brand|sure|ok|it|that|this|you|your)\b/i.test(
      words,
    )
  )
    return undefined;
  return words;
};
const properName = /^[A-Z][\w'&.-]*(?: [A-Z][\w'&.-]*)+$|^[A-Z][\w'&.]*-[A-Z][\w'&.]*$/;

/** "The Vango then?" */
const theName = /^(?:[A-Z]?[a-z]{1,7},? )?[Tt]he [A-Z][\w'&.-]{2,}(?: then| instead| maybe)?\?$/;

/** "Candles, a plant, a serving board?" */
const listedIn = (sentence: string): string[] => {
  const m = /^(?:(?:an? |some )?[a-z][a-z -]{2,18}, )+(?:an? |some )?[a-z][a-z -]{2,18}\?$/i.exec(sentence);
  if (
    !m ||
    /\b(?:you|what|which|how|do|is|are|it|then|please|ok|and|for|sure|yes|so|maybe|great|instead)\b/i.test(sentence)
  )
    return [];
  return sentence
    .replace(/\?$/, '')
    .split(', ')
    .map(side => side.replace(/^(?:an?|some) /i, ''));
};

/** The sides of "A, B or C?"; empty where none are given. */
const optionsOf = (sentence: string): string[] => {
  const m = /^(.*?)(?:, | )?\b(?:or|还是)\b(?! not)(.*)$/i.exec(sentence.replace(/[?？.!\s]+$/u, ''));
  const han = /^(.*?)(?:还是|或者|或)(.*)$/u.exec(sentence.replace(/[?？.!\s]+$/u, ''));
  const sides = /\p{Script=Han}/u.test(sentence) ? han : m;
  if (!sides) return listedIn(sentence);
  return [...sides[1]!.split(/[,、，]/u), sides[2]!].map(side =>
    side
      .trim()
      .replace(
        /^.*\b(?:prefer|want|like|need|use|wear|for|with|in|is it|be|have|of|rather|mean|looking for|it) (?=\S)/i,
        '',
      )
      .replace(/^(?:an?|the|some|more) /i, '')
      .replace(/^(?:您|你|请问|想要|要|喜欢|是|选)+/u, '')
      .replace(/(?:的|呢|吗)+$/u, ''),
  );
};

const noName =
  /^(?:I|We|The|A|An|Our|Your|Yes|No|Sure|Great|Then|Do|Does|Would|What|Which|How|For|With|In|Is|Are|It|They|There|These|Those|This|That|And|Or|Ok|Okay|Maybe|Perhaps|Both|From|On|At|You|He|She|We|Hi|Hey|Hello|Hiya|Welcome|Good|Nice|Lovely|Perfect|Sorry|Thanks|Of|Let's|I'd|I'll|I'm|We'd|We'll|Shall|Should|Can|Could|Will|Any|Under|Over|Up|Just|Free|Not|But|So|If|To|Size|SPF|USB|LED|OLED|TV|UK|US|EU|English|German|French|Spanish|Italian|Chinese|Japanese|Greek|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Bluetooth|Windows|Mac|Android|IOS)$/i;

/** Words with a capital that no sentence begins with, or that stand in a list with others. */
const namesIn = (shopSaid: string): string[] => {
  const found = new Set<string>();
  for (const m of shopSaid.matchAll(/(?<![\w'])[A-Z][\w'&-]*(?: [A-Z][\w'&-]*)?/g)) {
    const words = m[0].split(' ').filter((w, i, all) => !(noName.test(w) && (i === 0 || i === all.length - 1)));
    const opens = /(?:^|[.!?\n]\s*)$/.test(shopSaid.slice(0, m.index)) && words.length === m[0].split(' ').length;
    const listed = /^(?:, | or | and )[A-Z]/.test(shopSaid.slice(m.index + m[0].length));
    if (words.length === 0 || words.join('').length < 2 || (opens && words.length === 1 && !listed)) continue;
    found.add(words.join(' ').toLowerCase());
    // "Yamaha CS40" is called by its maker.
    if (words.length === 2 && /\d/.test(words[1]!) && words[0]!.length > 2) found.add(words[0]!.toLowerCase());
  }
  return [...found];
};

const withOrWithoutIn = (folded: string): string | undefined =>
  /\bwith or without (?:an? |the )?([a-z-]+(?: [a-z-]+)?)\?/.exec(folded)?.[1] ??
  /\bwith (?:an? |the )?([a-z-]+(?: [a-z-]+)?) or without\?/.exec(folded)?.[1];

/** `shopSaid` as it was written: capitals tell names. */
export const readAsked = (shopSaid: string): Asked => {
  const slots = new Set<WishSlot>();
  const open = /[?？]\s*$/u.test(shopSaid) && !/\bbreed\b|\bname\b|\baddress\b|地址|姓名/u.test(shopSaid);
  const sentences = shopSaid.split(/(?<=[?!;？！；\n])\s*|(?<=\.)(?!\d)\s*/u).filter(s => s.trim() !== '');
  const offered: string[] = [];
  const options: string[] = [];
  let nameOffered: string | undefined;
  let choice = false;
  const alternatives = new Set<string>();
  for (const written of sentences) {
    const sentence = written.toLowerCase();
    for (const [slot, pattern] of asking) if (pattern.test(sentence)) slots.add(slot);
    if (/\bor\b(?! not)|还是/u.test(sentence) && /[?？]\s*$/u.test(sentence))
      for (const word of tokensOf(sentence.replace(/['-]/g, ' '))) alternatives.add(singular(word.text));
    const bare = sentence.replace(/[?？.!\s]+$/u, '');
    const last = bare
      .split(
        /, (?=do|would|are|should|you|要|喜欢)|, ?(?=(?:那|请问|亲|您|你)*(?:还)?(?:需要|要不要|需不需要|想要|喜欢|要)\p{Script=Han}+(?:吗|嘛|么)$)/u,
      )
      .at(-1)!;
    if (/[?？]\s*$/u.test(sentence)) options.splice(0, options.length, ...optionsOf(written.trim()));
    if (options.length > 2 && !/\bor\b|还是/u.test(sentence))
      for (const word of tokensOf(sentence.replace(/['-]/g, ' '))) alternatives.add(singular(word.text));
    const bit = /^(?:那|就)?([\p{Script=Han}a-z\d]{2,8})[?？]$/u.exec(sentence.trim());
    if (
      bit &&
      options.length === 0 &&
      !/什么|多少|几|哪|谁|吗|呢|怎么|要求|预算|颜色$|尺码$|为什么|需要/u.test(bit[1]!)
    )
      offered.push(`${bit[1]!}吗`);
    const fragment = fragmentOf(written.trim());
    nameOffered = undefined;
    if (fragment !== undefined) {
      if (
        options.length === 0 &&
        (properName.test(fragment) || theName.test(written.trim())) &&
        !/^(?:With|For|In|On|At|From|To)\b/.test(fragment)
      )
        nameOffered = fragment;
      offered.push(`do you want ${fragment.toLowerCase()}`);
      if (options.length > 0) choice = true;
    } else if (/^(?:what|how) about the\b/.test(last)) continue;
    else if (/[?？]\s*$/u.test(sentence) && besideIn(bare)) offered.push(bare);
    else if (yesNo.test(last) && !aboutTheSale.test(last)) {
      offered.push(last);
      if (/\bor\b(?! not)|还是/u.test(last)) choice = true;
    }
  }
  // "So you want a paperback. Is that correct?"
  const claim = /\byou (?:want|need|are looking for|would like|prefer) .+/.exec((sentences.at(-2) ?? '').toLowerCase());
  if (claim && /\b(?:correct|right)\b/i.test(sentences.at(-1) ?? '')) offered.push(claim[0].replace(/[.!\s]+$/u, ''));
  const advice = adviceIn((sentences.at(-1) ?? '').trim().toLowerCase());
  if (advice) offered.push(`do you want ${advice}`);
  return {
    slots,
    offered,
    choice: choice && !advice,
    things:
      /^(?:(?:maybe|perhaps|then|so|would you (?:like|prefer|want)),? )*an? [^?]*\bor an? (?![^?]*\bone\?)[^?]*\?$/i.test(
        (sentences.at(-1) ?? '').trim(),
      ),
    alternatives,
    alternativesAre: 'feature',
    open,
    options,
    nameOffered: nameOffered?.toLowerCase(),
    names: namesIn(shopSaid),
    shown: new Map(),
    makers: [],
    listed: [],
    shopText: '',
    opening: false,
    priced: false,
    unit: /\b(set|pack|box|pair)s? of \d+(?:,| or)/i.exec(sentences.at(-1) ?? '')?.[1]?.toLowerCase(),
    withOrWithout: withOrWithoutIn(shopSaid.toLowerCase()),
    ofMoney:
      /[$€£¥]\s?\d|\d\s?(?:dollars?|euros?|pounds?|bucks|usd|eur|元|块)|\bprices?\b|\bcosts?\b|\b(?:for|at|costs?|is|are|from|it's|they're|that's) (?:only |just )?\d{2,5}(?:\.\d\d)?(?= (?:and|or|with|each)\b|[,?!]|\.(?!\d)|$)|价/iu.test(
        shopSaid,
      ),
  };
};

export const nothingAsked: Asked = {
  slots: new Set(),
  offered: [],
  choice: false,
  things: false,
  alternatives: new Set(),
  alternativesAre: 'feature',
  open: false,
  options: [],
  names: [],
  shown: new Map(),
  makers: [],
  listed: [],
  shopText: '',
  opening: false,
  priced: false,
  ofMoney: false,
};
