/** "What colours does it come in?", "有哪些尺码": what there is to choose of a product that was shown. */

const choiceSlots = ['colour', 'size', 'material', 'brand'] as const;
type NamedSlot = (typeof choiceSlots)[number];
/** What each costs is asked in words of its own. */
export type ChoiceSlot = NamedSlot | 'price';

const english: Readonly<Record<NamedSlot, string>> = {
  colour: 'colou?rs?',
  size: 'sizes?',
  material: 'materials?|fabrics?',
  brand: 'brands?',
};
const chinese: Readonly<Record<NamedSlot, string>> = {
  colour: '颜色|色',
  size: '尺码|码数|码|尺寸|大小|鞋码',
  material: '材质|面料|料子|材料',
  brand: '品牌|牌子',
};

const opening = '(?:(?:and|so|ok|but|hi|hey|also|sorry|please)[, ]+)*';
/** Whom, of what and where it is asked, which all point at what was shown. */
const pointing =
  '(?: (?:does|do|did|is|are|has|have|can|would|there|available|possible|offered|in stock|it|this|that|these|those|they|you|u|i|we|get|got|come|comes|in|of|for|with|choose|from|on|offer|sell|stock|the|first|second|third|fourth|fifth|last|1st|2nd|3rd|one|ones|shoes?|left|guys|please|here|still|also|else))*';
const asking = (slot: NamedSlot): RegExp => {
  const en = english[slot];
  const zh = chinese[slot];
  return new RegExp(
    [
      `^${opening}(?:what|which|how many)(?: (?:are|is|about|other|others|different|more|the|all|kinds? of|available|possible))* (?:${en})${pointing}[?!. ]*$`,
      `^${opening}(?:(?:do|does|did|is|are|have|has|can) (?:it|this|that|these|they|you|there|i)(?: (?:also|come|comes|have|got|get|available|sell|in|it|this|one|ones|them))* )?(?:any |some )?(?:other|more|different|another|available|bigger|larger|smaller|plus) (?:${en})${pointing}[?!. ]*$`,
      `^${opening}(?:${en})(?: available| in stock)?\\?+ *$`,
      `^${opening}(?:(?:can|could|will) (?:you|i|u) )?(?:show|list|tell|give|send|see|only)?(?: me| us)? ?(?:all|every|each)(?: of)?(?: the| its| their| your)? (?:${en})(?: (?:and|&) (?:the |their )?(?:prices?|sizes?|colou?rs?))?${pointing}[?!. ]*$`,
      `^${opening}(?:(?:have you|do you have|you|u)? ?(?:got|have|get) )(?:it|this|that|them|these|those)(?: one)? in (?:any |an |a )?(?:other|another|different|more) (?:${en})(?:,? (?:in )?(?:an? )?size [a-z0-9.]{1,4})?${pointing}[?!. ]*$`,
      `^(?:那|把|请|麻烦|给我|帮我|发我|我要|我想|看看|看一?下|列一?下|[,， ])*(?:它|这[个款双])?的?(?:所有|全部|每[种个]|各[种个])的?(?:${zh})(?:[和跟与、](?:价格|价钱|尺码|颜色))?(?:都|也)?(?:发|给|列|看|说|报|来|展示|有哪些)?(?:给|我|出来|一下|看下|看|吧|呗)*[?!. ]*$`,
      `^(?:那|请问|它|这)*(?:第 ?[一二三四五\\d]|最后一?)?[个款件双条只种]?(?:鞋|包|衣服|裤子|外套)?的?(?:都|还|现在)?(?:有|是|剩下?)?(?:哪些|哪几种|哪几个|哪种|哪个|什么|啥|几种|几个|多少种?|没有别的|没有其他|没有其它|别的|其他|其它)的?(?:${zh})(?:可以|可|能)?(?:选择?|挑|买)?的?(?:吗|么|嘛|不|呢|呀|啊|没有?)?[?!. ]*$`,
      `^(?:那|还有|它?的|,| )*(?:${zh})(?:你|您)?(?:还|都|怎么)*没(?:有)?(?:回|说|答|讲|告诉)(?:我|答|清楚|呢|呀|啊|欸|诶|哦|嘛)*[?!. ]*$`,
      `^(?:那|请问|它|这)?(?:第 ?[一二三四五\\d]|最后一?)?[个款件双条只种]?的?(?:${zh})(?:都)?(?:有|是)(?:哪些|哪几种|哪几个|什么|啥|几种|几个)(?:可以|可|能)?(?:选择?|挑)?的?(?:呢|呀|啊)?[?!. ]*$`,
    ].join('|'),
    'u',
  );
};
const asked = choiceSlots.map(slot => [slot, asking(slot)] as const);

/** What it is made of is asked for without the word. */
const madeOf =
  /^(?:(?:and|so|ok|but)[, ]+)*what(?:'?s| is| are) (?:it|this|that|they|these|the (?:first|second|third|fourth|fifth|last) one) made (?:of|from|out of|with)[?!. ]*$|^(?:那|请问)?(?:它|这|那)?(?:第 ?[一二三四五\d])?[个款件双条只]?(?:是)?(?:用)?(?:什么|啥)(?:料|材料|材质)?做的[?!. ]*$|^(?:那|请问)?(?:它|这|那)?[个款件双条只]?(?:用的?)?是(?:什么|啥|哪种)(?:钢|铁|木头?|皮|布料?|面料|棉|金属|塑料|陶瓷|石头?)的?[?!. ]*$/u;

/** Who makes it is asked for without the word. */
const madeBy =
  /^(?:(?:and|so|ok|but|also|hm+)[, ]+)*who(?:'s| is| are)? (?:(?:it|this|that|they|these|those) (?:made |produced )?by(?=[?!., ]|$)|(?:makes?|made|produces?|manufactur\w+|the (?:maker|brand|manufacturer)s?(?: of| behind)?|behind) (?:it|this|that|they|them|these|those|the (?:first|second|third|fourth|fifth|last) one|(?:these|those|the|this|that) [a-z-]+(?: [a-z-]+)?))[?!. ]*$|^(?!.*(?:运费|邮费|快递费|费用|钱|税|关税)(?:是|由)?谁)(?:那|请问)?(?:它|这|那)?(?:些|[几第]?[一二三四五\d]?[个款件双条只种])?\p{Script=Han}{0,4}?(?:都)?(?:是|由)?(?:谁|谁家|哪家|哪个厂家?|哪个公司|哪个牌子|什么牌子|啥牌子)(?:家)?(?:做|产|出|生产|制造)?的?(?:牌子|品牌)?(?:啊|呀|呢)?[?!. ]*$/u;

/** How far its sizes go: "what's the biggest size", "how small do they go", 最大多少码, 多大码的有. */
const howFar =
  /\bhalf[- ]sizes?\b(?! (?:up|down|bigger|larger|smaller|too))|有(?:没有)?半码|半码(?:有|的有|有没有)|\b(?:does|do|can|will) (?:it|they|this|that|these|the it)(?: one)? (?:also )?(?:come|go) (?:in )?(?:an?y? )?(?:bigger|larger|smaller)(?: sizes?)?\b(?! than a)|有(?:没有)?(?:1[4-9]\d(?:\/\d+a?)?|加大|特大|超大|更?大|更?小)的?(?:尺?码|号)(?=(?:的|吗|么|嘛|没有?|不|呢)*(?:$|[?!., ]))|\bthe only size\b|\bonly (?:in )?(?:this|one) size\b|只有(?:这|一)[个种]?(?:规格|尺寸|尺?码|大小)|\b(?:biggest|largest|smallest|max(?:imum)?|min(?:imum)?) sizes?\b(?! (?:bag|luggage|parcel|order))|\bhow (?:big|large|small|high|low) (?:do|does|can) (?:it|they|these|those|this|that|the sizes?)(?: one)? (?:go|come|run)\b|\bsizes? (?:does|do) .{2,24} go (?:up|down) to\b|最[大小](?:的)?(?:能?(?:是|到|有)|可以?到)?(?:多少|几|什么|哪个|多大)?(?:尺?码|号)|(?:有|到)?(?:几|多大|多少|哪几个|哪些)(?:尺?码|号)的?(?:都)?(?:有|可以选|能选)|(?:尺?码|号)(?:都)?(?:从|到)(?:多少|几|哪)/u;

/** "What colours are there besides purple", 除了红色还有什么颜色: all of them are told. */
const besides =
  / (?:besides|beside|apart from|aside from|other than|except(?: for)?|but not) (?:the |this |that |size )?[a-z0-9]+(?: (?:one|and [a-z0-9]+|or [a-z0-9]+))?(?=[?!. ]*$)|(?:除了?|不算|不要)[^,，。 ]{1,8}?(?:之外|以外|外)?[,， ]*(?=(?:还|都|它|这)?(?:有|是)?(?:没有)?(?:什么|啥|哪|别的|其他|其它))/u;

/** Which size is worth its price: "is the 250 g better value", 大罐的更划算吗. */
export const asksValue = (folded: string): boolean =>
  folded.length <= 100 &&
  (sizesApart.test(folded) || (worth.test(folded) && ofSize.test(folded) && !ofOffers.test(folded)));
/** "The difference between the 100 ml and the 30 ml", 30毫升和100毫升有什么区别: of one thing in two sizes. */
const sizesApart =
  /\bdifference between (?:the )?\d+ ?(?:g|ml|kg|l)?(?: ones?)? (?:and|or) (?:the )?\d+ ?(?:g|ml|kg|l)\b|\d+ ?(?:克|毫升|g|ml|的)?(?:和|跟|与) ?\d+ ?(?:克|毫升|g|ml|的)(?:那个)?(?:有|是)?(?:什么|啥|哪些)?(?:区别|不同|不一样|差别)/u;
const worth =
  /\b(?:better|best|good) value\b|\bworks? out (?:cheaper|better)\b|\bcheap(?:er|est)\b|\bworth (?:it|getting|buying)\b|划算|合算|实惠|性价比|划得来|最便宜/u;
const ofSize =
  /\b\d+ ?(?:g|ml|kg|grams?)\b|\b(?:bigger|larger|smaller|big|large|small) (?:one|size|pack|tin|tub|jar|bottle|bag|box)\b|\bwhich size\b|\bper (?:gram|100 ?g|ml|100 ?ml)\b|\d+ ?(?:克|毫升|g|ml)|\d{2,3}的|[大小](?:瓶|罐|包|盒|袋|份|规格)|哪[个种]?(?:规格|大小)|每(?:百|一?百|100)?(?:克|毫升)/u;
const ofOffers =
  /\b(?:deals?|offers?|discounts?|codes?|coupons?|anything|something|any)\b|优惠|活动|券|半价|满|折|别的|其他|有没有/u;

const colours = '(?:black|white|red|blue|navy|green|yellow|orange|pink|purple|gr[ae]y|brown|beige)';
const coloursZh = '(?:黑|白|红|蓝|藏青|绿|黄|橙|粉|紫|灰|棕|米)';
/** "Only black?", "the nightbus in another colour", 只有黑色吗: what colours there are of the one that is spoken of. */
const otherColourOfIt = new RegExp(
  `^(?:(?:so|is it|it'?s|oh|hm+|ok|just)[,. ]+)*only (?:in )?${colours}(?: then)?\\?+ *$|\\bin (?:another|a different|any other|other) colou?rs?(?: please| pls)?[?!. ]*$|\\b(?:is there|are there|any chance of)(?: it in)? (?:an? |any )?(?:different|another|other) colou?rs?[?!. ]*$|^(?:那|它|这[款个件双]?)*(?:就|只)有${coloursZh}色?(?:的|一[种个]色?)?(?:吗|么|嘛|啊[?？])[?？!. ]*$|(?:有|换个?)(?:别的|其[他它]|另外的)颜色(?:的)?(?:吗|么|没有?|呢)?[?？!. ]*$`,
  'u',
);
export const asksOtherColourOfIt = (folded: string): boolean => folded.length <= 100 && otherColourOfIt.test(folded);

/** 它不是陶瓷那是什么材质: what it is not is known by now. */
const notThat =
  /^(?:它|这)?(?:既然|要是|如果)?不是[^,，是?？]{1,6}?(?:的话|的)?[,， ]*那?(?=(?:它|这)?是(?:什么|啥|哪种))/u;
/** Takes folded text. Which size to take is advice, and no question of what there is. */
export const choiceAsked = (message: string): ChoiceSlot | undefined => {
  if (message.length > 100) return undefined;
  const folded = message.replace(besides, '').replace(notThat, '');
  if (madeOf.test(folded)) return 'material';
  if (madeBy.test(folded)) return 'brand';
  if (howFar.test(folded)) return 'size';
  return asked.find(([, pattern]) => pattern.test(folded))?.[0];
};
