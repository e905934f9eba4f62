/** What can be asked of goods by kind, and what a sentence of a page looks like that answers it. */
import { kindsOfHaving } from './kinds-of-having.ts';
import { kindsOfParts } from './kinds-of-parts.ts';
import { kindsOfSorts } from './kinds-of-sorts.ts';
import { kindsOfUse } from './kinds-of-use.ts';

const number =
  '(?:\\d[\\d.,]*|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-?)?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)';
const han = '(?<![\\d一二三四五六七八九十百千万两半])[\\d一二三四五六七八九十百千万两半]+';

export interface Kind {
  readonly asks: RegExp;
  /** What a sentence of a page looks like that answers it. */
  readonly says: RegExp;
  /** Asked so closely that a page has to be as close: "8 months", of something for children. */
  readonly exactly?: { readonly asks: RegExp; readonly says: RegExp };
  /** Attributes that hold it in catalogues that keep it apart. */
  readonly attributes: readonly string[];
  /** Names of details that answer it only where their own words do: what a coating is made of is no word on whether it comes off. */
  readonly loosely?: readonly string[];
  /** Names of goods whose page begins with the answer. */
  readonly opens?: RegExp;
}

/** What can be asked of nearly any product in words that its page does not repeat: "how big" is answered by litres. */
export const kinds = {
  capacity: {
    asks: /\bhow (?:many|much) (?:litres?|liters?|ml|millilit\w+)\b|\bhow (?:big|large|roomy)\b|\bcapacity\b|\blit(?:re|er)s?\b|\bhow much (?:\w+ )?(?:does|do|can|will|would) (?:\w+ ){1,3}(?:hold|fit|carry|take)\b|\bhow much (?:goes|fits) in(?:to it)?\b|\b\d+ ?(?:l|litres?|liters?)\b|\b(?:does|do|will|would|can|could) (?:an?|my|his|her|our|two|three) (?!(?:size|feet|foot|head|hands?|wrist|waist|chest|body|wife|husband|mum|mom|dad|son|daughter|kid|child|boy|girl|man|woman|friend)\b)(?:[a-z\d."-]+ ){1,4}fit(?: in\b| into\b| inside\b| ?[?!.]|$)|\b(?:fits?|takes?|holds?|carry|carries|for|accommodates?|swallows?) (?:an? |my |the |your )?\d{2}(?:\.\d)?(?:[- ]?inch\w*|")? (?:laptop|notebook|macbook|computer|screen|tablet)|\b\d{2}(?:\.\d)?(?:[- ]?inch\w*|") (?:laptop|notebook|macbook|computer|tablet) (?:also |still |even )?(?:fit|go)|(?<!(?:孩子?|宝宝|娃|小朋友|儿子|女儿|人|他|她|年纪|岁数))多大(?!容量|面积|的?(?:房间|屋子?|客厅|卧室|空间)|的?(?:年[纪龄]|岁|小?孩|宝宝|娃|小朋友|儿童|人|学生)|才?[能可]以?[用玩穿坐吃喝骑看])|容量|[几多少]{1,2}升|能?装多少|[放装塞](?:得|不)(?:下|进|了)|能?不?能[放装塞](?:下|进)|能[放装塞](?:得?下)? ?\d{2}(?:\.\d)?|[放装塞](?:得?下|进)? ?a[345](?!\d)|\d+ ?升/u,
    says: new RegExp(
      `\\b${number}[- ]?(?:litres?|liters?|millilit\\w+|ml|l)\\b|\\b(?:room|big enough|large enough) for\\b|\\b(?:holds|takes|fits) (?:an?|the|your|${number})\\b(?! (?:temperature|charge|edge|shape|note|place|secret|minute|moment|while))|${han} ?(?:升|毫升|寸)|[放装]得?下`,
      'iu',
    ),
    exactly: {
      asks: /\bhow (?:many|much) (?:litres?|liters?|ml|millilit\w+)\b|[几多少]{1,2}(?:毫?升)/u,
      says: /\d ?(?:l|ml|lit(?:re|er)s?)\b|lit(?:re|er)s?\b|升/iu,
    },
    attributes: ['capacity', 'volume', 'takes', 'fits', 'laptop', '能放下', '电脑夹层'],
  },
  weight: {
    asks: /\bhow (?:heavy|light)\b|\bhow much (?:does|do|would) (?:\w+ ){1,4}weigh\b|\bweighs?\b|\bweight\b|\b(?:is|are) (?:it|this|that|they|these|those|the [a-z -]{3,24}) (?:very |really |too |quite |so )?heavy\b|\bhow many (?:grams?|g|kilos?|kg|ounces|oz)\b(?! (?:can|does|do|will|of|per|at) )|\b(?:the|in) (?:grams?|kilos?)\b|\bgrams? (?:of|for) the\b|多重|重量|(?<!(?:承重|承受|能[放装提]|可?载).{0,4})[几多少]{1,2}(?:公?斤|克)|(?<![味道香气])重不重|沉不沉|(?<![体口味道香气])重[吗么]|(?<!深|消)沉[吗么]/u,
    says: new RegExp(
      `\\b${number}(?:[- ]?(?:kg|grams?|kilos?|kilograms?|ounces?)|[- ]g|(?<=\\d\\d)g)\\b(?! (?:done|ground|brewed|of|at a time|a cup)\\b)|\\bweighs?\\b|\\b(?:light|heavy) enough\\b|\\blighter than\\b|(?<!(?:磨|冲|泡|放|加)好?(?:了)?)${han} ?(?:克|公斤|千克|斤)|比\\p{Script=Han}{1,6}还?轻|轻到|沉得`,
      'iu',
    ),
    attributes: ['weight', '净重'],
  },
  measurements: {
    asks: /\bhow (?:big|large|wide|tall|high|(?!deep (?:can|could|may) (?:i|you|we)\b)deep|thick)(?: (?:is|are)\b|$|[?., ])(?!.{0,24}\b(?:last|take|battery|charge|run|play|arrive|deliver\w*|warranty|keep)\b)|\bhow long(?: (?:is|are)\b|[?.! ]*$)(?!.{0,24}\b(?:last|take|battery|charge|run|play|arrive|deliver\w*|warranty|keep)\b)|\bhow (?:big|large|wide|tall|high|deep|thick|long)'?s (?:the|its|that)\b(?!.{0,24}\b(?:last|take|battery|charge|run|play|arrive|deliver\w*|warranty|wait|queue)\b)|\b(?:dimensions?|measurements?|diameter|circumference)\b|\b(?:the|its|overall|total|blade|cable|cord|strap|what|about) (?:length|width|height)\b|^(?:and |but )?(?:length|width|height|depth)\b(?= ?[?.!]*$)|\bwhat size (?:is|are) (?:it|this|that|the (?:pan|pot|plate|bowl|mug|bag|box|toy|puzzle|blanket|throw))\b|\bhow many (?:cm|centimet\w+|inch\w*)\b|\b\d+(?:\.\d+)?[ -]?(?:cm|mm|inch(?:es)?)\b|\d ?(?:厘米|公分|英?寸|cm)|(?<!容量)(?<!(?:孩子?|宝宝|娃|小朋友|儿子|女儿|人|他|她|年纪|岁数))多大(?!容量|面积|的?(?:房间|屋子?|客厅|卧室|空间)|的?(?:年[纪龄]|岁|小?孩|宝宝|娃|小朋友|儿童|人|学生)|才?[能可]以?[用玩穿坐吃喝骑看])|直径|多高|多长(?!时间)|刃长|长多少|多宽|多厚|尺寸|(?:全|总)长|[长宽高厚]度|[几多少]{1,2}(?:厘米|公分|英?寸|cm)/u,
    says: new RegExp(
      `\\b${number}[- ]?(?:cm|mm|centimet\\w+|millimet\\w+|met(?:re|er)s?|inch(?:es)?)\\b|${han} ?(?:厘米|毫米|米|寸|公分)`,
      'iu',
    ),
    attributes: ['dimensions', 'width', 'height', 'length', 'depth', 'diameter', 'measurements'],
    loosely: ['size'],
  },
  battery: {
    asks: /\bbattery (?:life|last\w*|time)\b|\b(?:what|how)(?:'?s| is| are| about)? (?:the |its |their )?batter(?:y|ies)(?: like| good)?(?= on\b| of\b| for\b| in\b|[?!. ]*$)|\bhow long\b.{0,30}\b(?:battery|last|charge|run|play|burn)\b|\blong battery\b|(?<=^(?:(?:and|so|what about|how about|i mean|i meant|i asked about)[,. ]+)*(?:the )?)battery(?: life)?(?=[?!.,;]|$)|\bhow (?:many|much) (?:hours|battery)\b|\b(?:hours|battery) (?:does|do|of)\b|\bm ?ah\b|\bmilliamp\w*|\bhow many (?:times|full)\b.{0,30}\bcharges?\b|\bhow many (?:full )?charges\b|毫安|充(?:满)?(?:手机)?几(?:次|遍|回)|几次电|续航|电(?:量|池)?(?:还|都)?(?:够不够?|够用?[吗么]|撑不?撑?得?住|顶不?顶?得?住)|电池(?:怎么样|咋样|如何|好不好|耐不耐)|电池.{0,6}(?:多久|几个?小时|[几多少]{1,2}天|多长|耐用)|(?:听|播|亮|烧|点|燃|连续(?:播?放|用|工作)|播放|放(?:歌|音乐))(?:得了)?(?:多久|多长时间)|(?:用|听|播|放|亮|烧|点|燃)(?:几耐|(?:几多?|多少)个?(?:小时|钟头?))/u,
    says: new RegExp(
      `\\b${number}[- ]hours?\\b|\\b${number} (?:days?|weeks?|months?)\\b.{0,20}\\bcharge|\\b${number}[- ]?(?:milliamp|mah)|${han} ?(?:个)?小时|${han} ?毫安|(?:充|续航).{0,8}${han} ?(?:天|周|个?星期|个月)|${han} ?(?:天|周|个?星期|个月).{0,4}充`,
      'iu',
    ),
    attributes: ['battery', 'battery-life', 'battery life', 'burn-time', 'playing-time', 'lasts', '燃烧时间'],
    loosely: ['capacity', '容量'],
  },
  // Of a cream as well as of a battery.
  lasting: {
    asks: /(?:能|可以|够)?用(?:得了)?(?:多久|多长时间|几(?:天|个月|次))|\b(?:do|does|will|would|can|could) (?:it|they|this|that|these|the battery|one charge) (?:really |even |still )?last (?:me |us )?(?:for |through |out )?(?:an?|the|my|all|\d+)\b/u,
    says: new RegExp(
      `${han} ?(?:个)?(?:小时|天|周|个月|次)|用(?:得)?久|\\b${number}[- ](?:hours?|days?|weeks?|months?)\\b`,
      'u',
    ),
    attributes: ['battery', 'battery-life', 'battery life', 'lasts', 'burn-time', '可用多久'],
  },
  power: {
    asks: /\b(?:battery|batteries|cable|plug|plugged|mains|usb|wire|cord|rechargeable)\b(?! (?:life|last))[^.?!;]{0,16}\b(?:or|and|powered|operated)\b|\b(?:or|and)\b[^.?!;]{0,16}\b(?:cable|plug|plugged|mains|usb|wire|cord|battery|batteries)\b|\bhow (?:is|do|does) (?:it|they|this|that) (?:charge|powered|run)\b|\bneed (?:a |to be )?(?:plug|plugged|charg\w+|batteries|a socket)\b|插电(?!钢琴|吉他|贝斯|鼓)|用电池|充电的?(?:吗|还是)|怎么充电|供电/u,
    says: /\b(?:batter(?:y|ies)|recharg\w+|usb\S*|cables?|cord(?:less|ed)?|plugs?|mains|socket|on a charge)\b|充电|电池|插电|USB|电源/iu,
    attributes: ['power', 'power-source', 'powered-by'],
    loosely: ['charging', '充电'],
  },
  brightness: {
    asks: /\bhow bright\b|\blumens?\b|\bbrightness\b|\bbright enough\b|亮不亮|够不够亮|多亮|亮度|流明|够亮/u,
    says: new RegExp(
      `\\b${number}[- ]?(?:lumens?|lm|watts?|w)\\b|\\b(?:bright|dim|dims|dimm\\w+|glow)\\b|${han} ?(?:流明|瓦)|亮|调光`,
      'iu',
    ),
    attributes: ['brightness', 'lumens'],
  },
  temperature: {
    asks: /(?:\bminus |\bminus(?=\d)|(?<!\d ?|[\w-])[-−–] ?)\d+|\b\d+ ?(?:degrees|°|celsius|below)|\b(?:sub|below)[- ]?zero\b|\b(?:what|which) temperatures?\b(?! (?:should|must|does|do) (?:the |my )?water)|\bwarm enough\b|够不?够?暖|够暖|\bhow (?:cold|warm)\b|\bfreezing\b|\b(?:harbin|siberia|north pole)\b|零下|\d+ ?度|几度|多冷|哈尔滨|东北/u,
    says: new RegExp(`(?:minus |[-−])?${number} ?(?:degrees|°)|\\bbelow zero\\b|(?:零下|${han} ?度)`, 'iu'),
    attributes: ['temperature', 'comfort-temperature', 'warm-to', 'comfortable-to', 'warmth', '适用温度'],
  },
  grind: {
    asks: /(?<!\b(?:wet|dry|soft|hard|muddy|rough|rocky|uneven|slippery|icy|stony|frozen|loose|high|solid|flat|bare|damp|snowy|sandy|grassy|(?:on|off|to|into|above|over|of|for|touch\w*|reach\w*)(?: the)?) )\bground\b(?! ?(?:sheets?|floor|cover|level))|(?<!\b(?:does|do|can|will) (?:it|this|that|they) )\b(?:grind|grinding)\b|\b(?:pre-?ground|whole beans?)\b|研磨|磨(?:成|好|粉)|代磨|咖啡粉|(?<!笔尖?|尖)粗细(?!.{0,6}尖)|豆子?还是|粉还是|是(?:整)?豆(?:子)?(?:吗|么|还)|是粉(?:吗|么|还)|\bbeans? or\b|\bor beans?\b/u,
    says: /\b(?:ground|grind\w*|whole beans?|(?<!until the )beans|drip bags?)\b|研磨|磨|整豆|咖啡豆|咖啡粉|挂耳/iu,
    attributes: ['grind'],
  },
  flying: {
    asks: /\b(?:on|onto|in) (?:a |the )?(?:plane|flight|aeroplane|airplane)s?\b|\b(?:carry-?on|carry on (?:bag|case|luggage|size|suitcase)|(?:as|a|for|its|my) carry on|hand luggage|cabin (?:bag|size|luggage))\b|[上坐]飞机|随身带?登机|能登机|可登机|过安检/u,
    says: /\b(?:flights?|(?:aero|air)?planes?|airlines?|cabin|carry-?on)\b|航班|飞机|登机|航空/iu,
    attributes: ['cabin', 'flight', 'on-a-plane', '登机'],
  },
  caffeine: {
    asks: /\bcaffeine\b|\bdecaf\w*\b|\bkeep (?:me|us|him|her) (?:up|awake)\b|\b(?:affect|disturb|ruin)\w* (?:my |his |her )?sleep\b|咖啡因|(?:影响|妨碍)睡眠|睡不着|失眠/u,
    says: /\b(?:caffeine|decaf\w*)\b|咖啡因|低因/iu,
    attributes: ['caffeine', 'decaffeinated', '脱因方式'],
  },
  players: {
    asks: /\bhow many (?:players|ppl|people|persons|can play|of us)\b|\b(?:number of|for \w+) players\b|\bplayable (?:with|by|for|as)\b|\b(?:can|could) (?:just |only )?(?:two|three|four|five|six|[2-9])(?: people| players| of us| kids| adults)? play\b|\b(?:for|with|by|as) (?:just |only )?(?:an? )?(?:one|two|three|four|five|six|seven|eight|[1-9])[- ](?:people|persons?|players?)\b|[一二两三四五六七八九十\d]个?人(?:的?话)?(?:也|都)?(?:能不能|可不可以|能|可以|够不够|够|好)(?:一起)?玩|[几多少]{1,2}个?人(?:玩|能玩|可以玩|一起|用|坐|睡|份)|能?[几多少]{1,2}个?人(?:的|吗)?(?=[?!.,; ]|$)/u,
    says: new RegExp(
      `\\b${number}(?: ?(?:to|or|-|–) ?${number})?[- ](?:players?|people|persons?)\\b|[二两三四五六七八\\d](?: ?[到至或—–-] ?[二两三四五六七八\\d]+)? ?(?:个|名)?(?:人|位|玩家)`,
      'iu',
    ),
    attributes: ['players', 'people', '人数', 'enough-for', '够用人数'],
  },
  pieces: {
    asks: /\bhow many (?:pieces|pcs|parts|bits|cards|sheets|pages|bags|capsules|pods|items|blocks|bricks|tools|things|tabs|sachets|tins|bars|sticks|masks)\b|\bhow many (?:are |come |do (?:i|you|u) get |does it (?:have|contain|come with) )?(?:there )?(?:in|inside|per) (?:it|this|an?|the|one|each)\b(?: (?:set|pack|box|bag|tin))?|\bhow many (?:do|does|will) (?:i|you|u|it) (?:get|come)\b|[几多少]{1,2}(?:块(?!钱)|片|张|页|粒|颗|支|包|袋|枚)(?:的|装|啊|呀|呢|吗|拼图)?(?=[?!.,; ]|$)|[几多少]{1,2}(?:件|样)(?:东西|工具)?(?:的|啊|呀|呢)?(?=[?!.,; ]|$)|一(?:盒|套|包|袋|罐)(?:里面?)?(?:有)?[几多少]/u,
    says: new RegExp(
      `\\b${number}(?:[- ]?|[- ][a-z]+ )(?:pieces?|pcs|cards|sheets|pages|drip bags|bags|capsules|pods|tools|parts)\\b|\\b(?:set|pack|box) of ${number}\\b|\\bsingle\\b|${han} ?(?:片|块(?!钱)|张|页|包|件套|件工具|支|粒)|单[支块片]`,
      'iu',
    ),
    attributes: ['pieces', 'pack-size', 'count', '片数'],
  },
  age: {
    asks: /\b(?:what|which) ages?\b|\bage (?:range|group|limit|recommend\w*|guid\w*|suitab\w*|advice)\b|\b(?:the|what|which|about) age\b(?! (?:of|gap|difference|you|i)\b)|\b(?:old|young) enough\b|\b(?:can|could|would|will|should|is|ok|okay|suitable|good|fine|right) (?:it |this |that |for )?(?:an? |my )?\d{1,2}[- ]?(?:year|yr)s?[- ]?olds?\b|\bhow old (?:do|does|should|must|for)\b|\b(?:for|safe for|ok for|okay for|suitable for|good for|fine for) (?:an? |my |our |the )?(?:\d+[- ]?(?:yr|year)s?\b|toddlers?|newborns?|infants?|bab(?:y|ies)|kids?|children|(?:small|young|little) (?:kids?|children|ones?)|(?:older|mature|ageing|aging|elderly|teenage?) (?:skin|people|person|women|men|ladies|adults?)|teenagers?|(?:old|elderly) (?:people|person|lady|man|woman))|\b(?:is|are|am|i'm|turning|turned|turns|aged?) (?:over |nearly |almost |only |just )?\d{1,2}\b(?! ?(?:%|cm|kg|ml|g\b|l\b|inch|days|months|minutes|hours|left|stars|of|in stock))(?:(?!\b(?:what|which|any\w*|some\w*|recommend|suggest|need|looking|want)\b).){0,24}\b(?:suitable|suits?|appropriate|ok|okay|fine|good|use|wear)\b|(?:几岁|多大)(?:的?(?:孩子|小孩|宝宝|娃))?(?:才)?(?:能|可以|适合|开始)|适合(?:几岁|多大)|适用年龄|(?:小孩子?|孩子|娃|小朋友)(?:能不能|会不会|可不可以)?自己(?:会不会|能不能|可不可以|能|会|可以)?(?:操作|用|玩|弄)|(?:写|标)(?:着|的)?(?:是)?几岁|(?:[\d一二两三四五六七八九十]+岁|小孩子?|孩子|宝宝|婴儿|新生儿|娃|小朋友|儿童|老人家?|老年人|中老年人?|长辈|大人小孩|熟龄(?:肌|皮肤)?|青少年|年纪大(?:的|了)?(?:人|皮肤)?|(?:年龄|年纪|岁数)(?:大|小)(?:的|了)?)(?:也|都)?(?:了)?[ ,，]?(?:能不能|可不可以|能|可以|适合)(?:玩|用|穿|戴|涂|喝|吃)?|[六七八五四三二一]?十[多几]?岁?了?[ ,，]?(?:能用|适合|可以用|用合适)|(?<![a-z\d.])\d{2}(?:多|几)?岁?(?:了|的)?[ ,，]?(?:能用|适合(?!\d)|可以用|用合适)|\b(?:is|are|isn't|aren't|was|were) (?:it|this|that|they|these|those|(?:this|that|the|your) (?:[a-z0-9'’-]+ ){1,4}?(?:ones? )?)(?: ?\b(?:really|actually|also|only|just|meant|made|suitable|sold|sized|ok|okay|in|the|for|an?|more)\b)* ?(?:adults?|grown[- ]?ups?|(?:(?:men|women|ladie|boy|girl)'?s? (?:or|and) )?(?:kids?|children)'?s?)\b|\b(?:i(?:'m| am)|as) an? (?:adult|grown[- ]?up)\b|\b(?:can|could|would|will|may) (?:an? |my )?(?:adults?|grown[- ]?ups?|kids?|child|children) (?:also |still |even )*(?:wear|use|play|drink|take|ride|have|fit|put)\b|\b(?:adult|kids|children)'?s? (?:or|and) (?:adult|kids|children|men|women)'?s?\b|(?:大人|成年?人|我们?)(?:也|都|还)?(?:能不能|可不可以|能|可以|适合|适不适合)(?:一起)?(?:玩|用|穿|戴|涂|喝|吃|背)|(?:儿童|小孩子?|孩子|宝宝)(?:款|用|版|穿)?的(?:大人|成年?人|我)?(?:也|都)?(?:能不能|可不可以|能|可以)(?:玩|用|穿|戴|涂|喝|吃|背)|(?:是|算)(?:不是)?(?:给)?(?:儿童|小孩子?|孩子|童|成年?人|大人)(?:款|版|的|穿的?|用的?|玩的?|鞋|装)(?=[吗么嘛吧?？ ,，]|还是|$)|(?:成年?人|大人|儿童|小孩子?|童)(?:款|的|鞋|装|码)?还是(?:成年?人|大人|儿童|小孩子?|童)/u,
    says: new RegExp(
      `\\b(?:ages?|aged) ${number}|\\b${number}[- ]years?[- ]olds?\\b|\\b(?:children\\S*|kids\\S*|toddlers?|bab(?:y|ies)|little hands)\\b|${han} ?岁|儿童|孩子|小朋友|宝宝|幼儿`,
      'iu',
    ),
    exactly: {
      asks: /\d|\b(?:months?|newborns?|infants?|bab(?:y|ies)|toddlers?)\b|[一二三四五六七八九十]岁|个月|婴|新生儿|宝宝/u,
      says: new RegExp(
        `\\b(?:ages?|aged) ${number}|\\b${number}[- ](?:years?|months?)\\b|\\b(?:newborns?|infants?|bab(?:y|ies)|toddlers?)\\b|${han} ?(?:岁|个月)|婴|新生儿|宝宝`,
        'iu',
      ),
    },
    attributes: ['age', 'recommended-age', 'age-range', 'ages', '适用年龄', '年龄'],
  },
  safety: {
    asks: /\bsmall parts?\b|\b(?:swallow|chok)\w*|\bnon-?toxic\b|小零件|小部件|(?:误?吞|吞下|吞咽|卡喉|噎)|材质安全|安全(?:吗|么|不|嘛)|会(?:不会)?(?:有毒|掉漆|夹手)|(?:放|往)嘴里|会咬/u,
    says: /\b(?:small parts?|non-?toxic|safe\w*|chok\w*|water-based|lead-free|bpa|swallow\w*)\b|吞下|安全|无毒|水性漆|小零件|食品级/iu,
    attributes: ['safety', '安全'],
  },
  spf: {
    asks: /\bspf\b|\bsun (?:protection )?factor\b|防晒(?:指数|系数|倍数|值)|(?<!(?:放大|变焦|拉近|望远)\p{Script=Han}{0,4})(?:[几多少]{1,2}倍|倍数)/u,
    says: /\bspf ?\d+|\bfactor \d+/iu,
    attributes: ['spf', 'sun-protection', '防晒指数'],
  },
  loudness: {
    asks: /\bhow (?:loud|quiet|noisy)\b|\bis (?:it|this|that) (?:very |really |too )?(?:loud|quiet|noisy)\b|\bloud enough\b|声音(?:够)?(?:大|响|小)(?:不(?:大|响|小))?|音量|响不响|吵不吵|噪音/u,
    says: new RegExp(
      `\\b(?:loud\\w*|quiet(?:er|ly)?|silent\\w*|noisy|fills? (?:a|the)|decibels?)\\b|\\b${number}[- ]?(?:watts?|w|db)\\b|声音(?:大|响|小|足)|音量|响亮|安静|静音|${han} ?(?:瓦|分贝)`,
      'iu',
    ),
    attributes: ['loudness', 'noise-level', 'volume-level'],
  },
  charging: {
    asks: /\bhow (?:long|fast|quick\w*)\b.{0,24}\b(?:to |does it |do they )(?:full\w* )?(?:re)?charge\b|\bcharg(?:ing|e) (?:time|speed)\b|\bfast[- ]charg\w*|充(?:满)?电?(?:要|得|需要)?(?:多久|多长时间|几个?小时)|多久(?:能)?充满|快充/u,
    says: /\b(?:minutes? of charging|quick to charge|fast[- ]charg\w*|charges? (?:fully )?in|charging)\b|快充|充电/iu,
    attributes: ['charging-time', 'charging', 'charges-in', '充电'],
  },
  compatibility: {
    asks: /\b(?:works?|working|compatible|pairs?|connects?|goes?|fits?) (?:ok |fine |well )?(?:with|to|on|for) (?:an? |my |the |any |all )?(?:i ?phones?|i ?pads?|androids?|apple|samsungs?|huaweis?|pixel|ios|macs?|macbooks?|windows|pcs?|laptops?|computers?|tv|tvs|televisions?|switch|playstation|ps\d|xbox|phones?|tablets?|car)\b|\bcompatib\w*|\b(?:iphone|android|ios|windows|mac) (?:compatible|ok|okay)\b|(?:苹果|安卓|华为|小米|三星|手机|电脑|平板|电视|ipad|iphone|mac|switch)\p{Script=Han}{0,3}(?:能不能|能|可以|可不可以|支持)?(?:连|用|配|接|兼容|充(?!满?[几多]))|(?:连|接|配)(?:得上|不上|上)?(?:苹果|安卓|华为|小米|手机|电脑|平板|电视|ipad|iphone)|兼容|\btwo (?:devices|phones|things)\b|\bmulti-?point\b|\bpair (?:two|both|them|2)\b|\bin stereo\b|连(?:接|得了|上)?(?:两|二|2)[个台部]|(?:两|二|2)[个台只](?:音箱|一起)?(?:能不能|能|可以)?(?:配对|串联|组)|立体声|同时连/iu,
    says: /\b(?:bluetooth|wireless|wired|usb\S*|jack|phones?|laptops?|iphone|android|ios|compatible|any device|plugs? into)\b|蓝牙|无线|有线|手机|电脑|兼容|接口|USB|苹果|安卓/iu,
    attributes: ['compatibility', 'connectivity', 'connection', 'works-with', '连接', '适配'],
  },
  plug: {
    asks: /\b(?:type[- ]?c|usb(?:[- ]?c)?|lightning|micro ?usb|3\.5 ?mm|aux|(?:headphone|audio) jack)\b|圆孔|什么(?:接口|插头|口)|typec|(?:接口|插头)(?:是|呢|类型)/u,
    says: /\b(?:usb\S*|type-c|lightning|jack|3\.5|plugs?)\b|接口|插头|插孔|圆孔/iu,
    attributes: ['plug', 'connector', '接口'],
    loosely: ['charging', 'output', '充电'],
  },
  cooker: {
    asks: /\binduction\b|\b(?:gas|electric|ceramic) (?:hob|stove|cooker)s?\b|\b(?:hob|stove)s?\b|电磁炉|燃气灶?|煤气灶?|明火|电陶炉|什么灶/u,
    says: /\b(?:induction|hobs?|stoves?|flame|gas)\b|电磁炉|灶|明火|大火|火焰/iu,
    attributes: ['hob', 'heat-source', 'hobs', 'hobs-it-works-on'],
  },
  microwave: {
    asks: /\bmicrowav\w*|微波/u,
    says: /\bmicrowav\w*|微波/iu,
    attributes: ['microwave'],
  },
  dishwasher: {
    asks: /\bdish ?washer\b|洗碗机/u,
    says: /\bdish-?washer\b|洗碗机/iu,
    attributes: ['dishwasher'],
  },
  oven: {
    asks: /\boven(?:[- ]?(?:safe|proof))?\b|烤箱/u,
    says: /\boven\b|烤箱/iu,
    attributes: ['oven'],
  },
  washing: {
    asks: /\bmachine[- ]?wash\w*|\b(?:go|goes|put|throw|chuck|stick|toss)(?: (?:it|them|this|that))? (?:straight )?in(?:to|side)? (?:a |the |my )?(?:washing machine|washer|wash|laundry|machine)\b|\bwashing machine\b|\b(?:clean|wash) (?:it|them|this|that|these)\b|\b(?:hand[- ]?)?washable\b|\b(?:can|should) (?:i|you|u|it|they) (?:be )?(?:machine )?wash\w*|\bhow (?:do|to|should|can) (?:i |you |u |one )?(?:wash|clean)\b|\b(?:easy|hard|difficult|tricky|a pain) to (?:clean|wash|keep clean)\b|\b(?:do|does|must) (?:i|you|u|we|it) (?:have to |need to )?(?:hand |machine )?(?:wash|clean|rinse)\b|\b(?:look after|take care of|care for|maintain) (?:it|them|this|that)\b|怎么(?:保养|打理|养护|清洁|擦洗|刷洗)|(?:多久|几天)(?:要|得)?(?:清|洗|刷)(?:洁|洗|理)?一?次|机洗|水洗|手洗|干洗|能洗|好洗|怎么洗|怎么清洗|好不?好清洗|好清洗|好不好洗|难(?:清洗|清理|洗)|清理|洗衣机|脏了?(?:怎么办|咋办|咋弄|怎么弄|怎么擦|怎么洗)|难不难洗|很难洗/u,
    says: /\b(?:wash\w*|wipe\w*|clean\w*|rinse\w*|gentle cycle|detergent)\b|[机水手干]洗|清洗|洗涤|擦/iu,
    attributes: ['care', 'washing', '清洗保养', '保养'],
    loosely: ['dishwasher', '洗碗机', 'lining', 'shade'],
  },
  smell: {
    asks: /\b(?:smells?|scents?|scented|fragran\w*|perfum\w*|aroma|odou?rs?)\b|香味|气味|(?:什么|啥)味|(?:味道|香味|气味)(?:会不会|是不是|会|很|太|特别|有点)?(?:大|重|浓|香|淡|好闻|刺鼻)|香不香|好闻|难闻|刺鼻|香精|有味/u,
    says: /\b(?:smells?|scent\w*|fragran\w*|perfum\w*|aroma\w*|unscented)\b|香味|气味|香精|无香|好闻|闻|淡香|留香|香气|花香|木香|香氛|\p{Script=Han}香(?=[,，。、；的调]|$)/iu,
    attributes: ['scent', 'fragrance', '香味'],
  },
  contents: {
    asks: /\b(?:what|whats|what's)(?:'s| is| are)? (?:in|inside)(?: of)? (?:it|this|that|them|these|those|there|the .{2,30})(?=[?!.,;]| and\b|$)|\bingredients?\b|\bwhat does it contain\b|成分|配料|(?:是)?什么(?:料|成分)?做的|含(?:什么|啥|酒精|香精|防腐剂|糖)/u,
    says: /\b(?:made (?:with|of|from)|contains?|free of|[a-z]+-free)\b|主要成分|成分|材质|不含|含有/iu,
    attributes: ['ingredients', 'free-of', '不添加'],
  },
  brewing: {
    asks: /\bhow(?: (?:long|hot|much))?(?: (?:do|to|should|would|must|can))?(?: (?:i|you|u|we|one|it|they))? (?:best |let it |let them )?(?:brew|steep|infuse|make (?:it|them|this|the tea)|prepare|use per cup)\b|\bhow hot (?:should |must |does |do |is )?(?:the |my )water\b|\b(?:which|what) temp\w*(?: of)?(?: the)? water\b|\btemp\w* of (?:the )?water\b|\bwater temp\w*|\b(?:brew\w*|steep\w*|water) (?:temp\w*|time|instructions)\b|怎么(?:泡|冲|煮|喝)|如何(?:泡|冲|煮)|(?:泡|冲)(?:法|多久|几次|几分钟)|能泡几|冲泡|水温|几度的?水|多少度的?(?:热)?水|水(?:要|得|用)?(?:多少|几)度|一次(?:放|用|泡)(?:多少|几)|放(?:多少|几)(?:克|茶|豆|粉|颗|粒|勺|包)/u,
    says: new RegExp(
      `\\b(?:brew\\w*|steep\\w*|infus\\w*|kettle|pour\\w*)\\b|\\b${number} ?(?:degrees|°)|泡|冲|水温|${han} ?度`,
      'iu',
    ),
    attributes: ['brewing', 'preparation', '冲泡'],
  },
  taste: {
    asks: /\b(?:tastes?|tasting|flavou?rs?|bitter|sour|acidic)\b|味道(?:怎么样|如何|咋样|好不好|好吗)|口感|口味|好喝|好不好喝|苦不苦|酸不酸|甜不甜|苦吗|酸吗|甜吗|(?:什么|啥)味/u,
    says: /\b(?:tastes?|sweet\w*|bitter\w*|sour|acid\w*|honey|cocoa|chocolate|caramel|nuts?|hazelnut|chestnut|peach|floral|fruit\w*|smok\w*|smooth|malty?|citrus|earthy|lilac|rum|roasted|toasted?)\b|甜|苦|酸|蜜|可可|巧克力|焦糖|坚果|榛|栗|桃|花香|果|烟|顺滑|醇|回甘|麦香/iu,
    attributes: ['taste', 'flavour', 'strength', '浓淡'],
  },
  feel: {
    asks: /\b(?:itch\w*|scratch(?:y|es)|prickl\w*|comfy|comfortable|soft|greasy|oily|sticky|sting\w*|tight on)\b|扎不扎|扎(?:人|皮肤|肉|吗|不)|刺(?:挠|痒)|舒服|舒适|夹(?:不夹)?(?:耳|头)|会不会夹|夹不夹|夹得|软不软|硬不硬|油不油|油腻|粘不粘(?!锅)|黏不黏|闷不闷|闷热|清爽|会不会(?:很|太)?闷|(?<![沉郁烦])闷[吗么嘛]/u,
    says: /\b(?:itch\w*|scratch\w*|soft\w*|comfort\w*|gentle|greas\w*|oily|sticky|sting|dries to nothing|absorb\w*|sinks? in|weightless|forget|forgiving|cushion\w*)\b|柔软|软|舒适|舒服|亲肤|不扎|不油|清爽|吸收|不黏|不粘手|刺痛|贴|透气|宽松|包容|缓震/iu,
    attributes: ['feel', 'wearing', 'ear-pads', '佩戴', '耳罩', 'cushioning', '使用感', '缓震'],
  },
  leaking: {
    asks: /\b(?:leak\w*|spill\w*|(?<!\b(?:only|just|or|and) )drips?|dripping)\b(?! (?:bag|coffee|only|too))|漏(?:不漏)?(?:水|吗|不)|会(?:不会)?漏|密封/u,
    says: /\b(?:leak\w*|spill\w*|does not drip|seals?|sealed)\b|漏|密封|断水/iu,
    attributes: ['leakproof', 'lid', '盖子'],
  },
  form: {
    asks: /\bloose(?: leaf)?\b.{0,16}\b(?:bags?|tea ?bags?)\b|\b(?:tea ?)?bags?\b.{0,12}\bloose\b|散(?:茶|装).{0,6}(?:袋|包)|(?:茶包|袋泡).{0,6}散|独立(?:小)?包装/u,
    says: /\b(?:loose|leaf|leaves|tea ?bags?|sachets?|pearls?|buds)\b|散茶|茶包|袋泡|独立|龙珠/iu,
    attributes: ['form', '形态'],
  },
  ...kindsOfUse,
  ...kindsOfHaving,
  ...kindsOfSorts,
  ...kindsOfParts,
} as const satisfies Readonly<Record<string, Kind>>;

export type AskedKind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as AskedKind[];
