/** What is asked of goods by kind, as they are had: whether they break, rust or come off, how they are packed and looked after. */

const number =
  '(?:\\d[\\d.,]*|(?:a|an|one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty|(?:four|five|three|two) hundred))';
const han = '[\\d一二三四五六七八九十百两半]+';

export const kindsOfHaving = {
  fragility: {
    asks: /\b(?:does|do|will|would|can|could|might|to|not|easily|easy to)(?: (?:it|this|that|they|the [a-z\d -]{1,24}?))?(?: (?:just|ever|easily|often|not))* (?:breaks?|shatters?|cracks?|chips?|smash(?:es)?|snaps?|tears?|rips?)\b(?! (?:down|up|in|off|even|the))|\b(?:fragile|breakable|unbreakable|shatter-?proof)\b|\bif (?:i|it|he|she|we|they|you) (?:drops?|falls?|gets? dropped)\b|易碎|容易(?:摔|磕|打)?(?:碎|裂|破)|会不会(?:很|太(?!碎)|特别)?(?:容易)?(?:碎|裂)|(?:会|能|怕|经|耐)(?:不会|不能|不怕|不经|不耐)?摔(?!跤)|摔(?:一下|地上|了会)|(?<![粉零敲稀])碎不碎|(?:会|容易)[碎裂](?:吗|么|不)|怕不怕[摔磕]/u,
    says: /\b(?:breaks?|breakable|unbreakable|shatter\w*|chips?|crack\w*|fragile|survives?|knocks?)\b|碎|摔|磕|裂|经得起/iu,
    attributes: ['fragility'],
  },
  rust: {
    asks: /\b(?:rusts?|rusty|rusting|rust-?proof)\b|生锈|[会容易怕防]锈/u,
    says: /\b(?:rust\w*|stainless)\b|锈/iu,
    attributes: ['rust', '防锈'],
  },
  sharpness: {
    asks: /\b(?:sharpen\w*|how sharp|sharp enough|(?:stays?|keeps?|get|go|goes) (?:sharp|blunt|dull)|(?:is|are) (?:it|they|this) (?:very |really |super )?sharp)\b|磨刀(?!石)|(?<![手研])(?:能不能|要不要|用不用|需不需要|能|要|需要|得|用)(?:自己|经常|定期|再)?磨(?:刀|吗|么|不)?(?=[?？!！,，。. ]|$)|锋利|锋不锋利|钝/u,
    says: /\b(?:sharp\w*|blunt|edge)\b|锋利|磨刀|钝/iu,
    attributes: ['sharpness', 'sharpening'],
  },
  packing: {
    asks: /\b(?:nice|gift|pretty|proper|fancy|presentation|cardboard|storage) (?:box|tin|packag(?:e|ing)|case)\b|\bhow is (?:it|this) (?:packed|packaged|presented)\b|\bpackaging\b|\b(?:is|are) (?:it|they) boxed\b|\b(?:come|comes|coming|arrives?) (?:in|with) (?:an? |its |the |some )?(?:own |kind of )?(?:box|tin|packaging)\b|(?:盒子|包装|礼盒)(?:好看|漂亮|精美|高档|体面|上档次|怎么样|什么样|是什么样|精致|大气)|(?:有|带|配)(?:个)?(?:包装|礼品?|收纳)?盒(?:子)?(?:吗|么|不|没)/u,
    says: /\b(?:box|tin|pouch|wrapped|gift wrap\w*|gift-wrapped|case)\b|礼品包装|礼盒|罐|盒|收纳袋/iu,
    attributes: ['packaging', 'wrapping'],
  },
  needed: {
    asks: /\b(?:what|anything|something) else (?:do|does|would|will|should|that)?(?: ?(?:i|we|it|you))? ?(?:need|buy|get)\b|\b(?:do|would|will) (?:i|we) need (?:anything|something|extra)\b|\b(?:does|will) it need (?:anything|something|extra)\b|\bor anything else\b|(?:还|另外)(?:要|需要|得|用)(?:再|另外)?(?:买|配|准备)(?:什么|啥|别的|些什么)|(?:要|需要|得)(?:配|搭配)(?:什么|啥)(?:用|一起)?/u,
    says: /\b(?:needs? (?:no|nothing|an?)|nothing to (?:charge|pair|buy)|without|(?:is|are) included)\b|不用(?:充电|配|买)|需要|附/iu,
    attributes: ['needs', 'not-included', '不含'],
    loosely: ['powered-by'],
  },
  upkeep: {
    asks: /\b(?:special|much|any|extra|lots? of|particular) (?:care|maintenance|upkeep)\b|\b(?:high|low) maintenance\b|\b(?:be |to be |get )?looked after\b|\bto be seasoned\b|\bseason (?:it|this|that)\b|\bneeds? seasoning\b|(?:怎么|如何|要不要|需要|用)(?:保养|打理|养护|护理)|好打理|难打理|开锅/u,
    says: /\b(?:season\w*|wipe\w*|oil|rinse\w*|spray\w*|balm|store it|wash\w*|dry)\b|保养|开锅|抹|擦|冲|喷|[机水手干]洗/iu,
    attributes: ['care', '清洗保养'],
  },
  drying: {
    asks: /\btumble\b|\b(?:tumble )?dryers?\b|\bdry (?:it|them|this) (?:in|on|with)\b|烘干/u,
    says: /\btumbl\w*|\bdryer\b|烘/iu,
    attributes: ['care', '清洗保养'],
  },
  staying: {
    asks: /\b(?:falls?|falling|slips?|slipping|comes?|coming|pops?) (?:out|off)\b(?! of (?:stock|it)| (?:in|the))|\bstays? (?:on|in|put|in place)\b|会不会(?:容易)?(?:掉(?!毛|色|漆|皮)|松|滑)|(?:会|容易)(?:掉(?!毛|色|漆|皮|价)|松|脱落?|滑)(?:下来|出来|脱)?(?:吗|么|不)|戴得?[稳牢]/u,
    says: /\b(?:stays? (?:on|put|in place)|do not slip|does not slip|embroidered|fits? (?:snugly|every ear)|nothing to swallow|sizes of tip)\b|不会[掉滑]|绣|耳塞|牢/iu,
    attributes: ['fit'],
  },
  yield: {
    asks: /\b(?:how (?:often|many times)|can (?:i|you)|is it (?:ok|okay) to) (?:can (?:i|you) )?(?:re-? ?steep|re-? ?brew|steep|infuse|brew)(?:ed|ing)?(?: (?:it|them|the leaves))?(?: (?:again|twice|more than once|several times))?(?= ?[?.!,]*$)|\bhow many (?:cups|servings|portions|brews|uses|washes|applications)\b|(?:能|可以|够)?(?:泡|喝|冲)(?:得了)?(?:几|多少)(?:杯|次|泡|回)|(?:一[罐盒包袋瓶斤])?(?:能|可以|够)喝(?:多久|几天|多少天|多长时间)/u,
    says: new RegExp(
      `\\b${number}[- ](?:cups?|servings?|portions?|millilitres?|ml|litres?)\\b|\\bcup\\b.{0,20}\\balways\\b|${han} ?(?:杯|泡|毫升)`,
      'iu',
    ),
    attributes: ['servings', 'lasts', '可冲杯数', '可用多久', 'infusions', '耐泡'],
  },
} as const;
