/** What is asked of goods by kind, as they are used: what is in a set, for whom it is cut, what it is set to, how long it takes. */

const number =
  '(?:\\d[\\d.,]*|(?:a|an|(?:twenty|thirty|forty|fifty|sixty|ninety)(?:-\\w+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|half an?))';
const han = '[\\d一二三四五六七八九十百两半]+';

/** Goods that are several things, or several in one. */
const sets = /\b(?:sets?|kits?|boxe?s?|hampers?|rolls?|bundles?|collection)\b|套装|件套|礼盒|组合|套件|工具|礼篮/iu;

export const kindsOfUse = {
  included: {
    asks: /\b(?:what|whats|what's)(?:'s| is| are| all| else| do (?:i|you|we) get| comes?)*(?: all)? (?:in|inside|included|with)(?: of)?(?: (?:it|this|that|them|these|there|the .{2,30}))?(?=[?!.,;]| and\b|$)|\bwhat does (?:it|this|that|the .{2,30}) (?:contain|include|come with|have in it)\b|\b(?:which|what) (?:things|items|tools|products|seeds|plants|teas|sizes) (?:are|come|do)\b|里[面头边]?(?:都|总共|具体)?(?:有|是|装)(?:的|了)?(?:什么|啥|些什么|哪些|几样)|(?:都|具体)(?:有|含|包)(?:了|括|含)?(?:什么|啥|哪些)(?!颜色|色|码|尺|款|口味|优惠|活动)|包[含括](?:了|些)?(?:什么|啥|哪些)|内含/u,
    says: /\b(?:includ\w+|contains?|comes? with|made (?:with|of|from))\b|包含|内含|附|成分|材质/iu,
    opens: sets,
    attributes: ['includes', 'contents', 'ingredients', 'in-the-box', 'comes-with', '包装内含', '内容搭配'],
  },
  cut: {
    asks: /\b(?:unisex|(?:for|by|on|fit|fits|suit|suits) (?:a )?(?:men|women|man|woman|guys?|girls?|ladies|lads|males?|females?|boys?)|(?:can|could|do|would) (?:a )?(?:men|women|man|woman|guys?|girls?|ladies) (?:wear|use)|(?:men|women|guy|girl|lady|ladie)(?:'?s)? (?:or|and) (?:men|women|guy|girl|lad|child|kid)|is (?:it|this|that) (?:a )?(?:men|women|man|woman|ladies)'?s?)\b|(?:男|女)(?:的|生|士|款|人|孩子?|性)?(?:也|都)?(?:能不能|可不可以|能|可以|适合)(?:穿|用|背|戴|涂)|男女(?:都|通用|同款|款|均)|男款|女款|中性|是[男女](?:的|款|式|士)?(?:吗|么|还是)|[男女](?:的|款|式|士)?还是[男女]/u,
    says: /\b(?:women|men|woman|man|unisex|ladies|girls?|boys?)(?:[’']s)?\b|男|女|中性/iu,
    attributes: ['gender', 'cut', '男女款'],
  },
  making: {
    asks: /\bhand-?made\b|\b(?:made|done|painted|thrown|woven|sewn) by hand\b|手工|手作|手绘/u,
    says: /\bhand-?made\b|\bby hand\b|\bhand-\w+|\bthrown in\b|\bpotter|手工|手拉|手绘|手织/iu,
    attributes: ['making'],
  },
  heat: {
    asks: /\btemp(?:erature)?s?[ -](?:control\w*|setting\w*|adjust\w*|select\w*|option\w*|regulat\w*)|\b(?:set|sets|setting|control|adjust|choose|pick|select|change|regulate|program)\b.{0,24}\btemp(?:erature)?s?\b|\b(?:variable|adjustable|different|exact|precise) temp\w*|\bset (?:it (?:to|at) )?\d+ ?(?:degrees|°|c\b)|(?:调|控|定|恒|设|选)(?:节|制|置|定|整)?(?:水)?温(?!和|柔)|温度(?:能|可以|可不可以|能不能)?(?:自己|单独)?(?:调|控|设|选|定)/u,
    says: /\btemperature\b|\bdegrees?\b|控温|调温|恒温|温度|\d+ ?度/iu,
    attributes: ['temperature-control', 'temperature', '控温'],
  },
  dimming: {
    asks: /\b(?:dim|dims|dimm\w+|brightness (?:levels?|settings?)|adjust\w* (?:the )?(?:brightness|light)|(?:light|brightness) (?:modes?|settings?|levels?))\b|调(?:节)?(?:亮度|光|明暗)|亮度(?:能|可以|可不可以)?调|几[档挡](?:亮度|光)|[暖冷白黄]光/u,
    says: /\b(?:dim\w*|warm (?:light|settings?)|cold light|settings?|levels?)\b|调光|[暖冷]光|[三二两四五六\d][档挡]/iu,
    attributes: ['dimming'],
  },
  settings: {
    asks: /\bhow many (?:settings|levels|speeds|modes|clicks|gears|functions|programmes|programs|steps)\b|[几多少]{1,2}(?:个)?(?:[档挡](?!期)|种模式|个模式|段)|可调(?:节)?(?:几|吗)/u,
    says: new RegExp(`\\b(?:settings?|levels?|speeds?|modes?|clicks?)\\b|${han} ?[档挡]|模式`, 'iu'),
    attributes: ['settings', 'controls', '操作'],
  },
  filling: {
    asks: /\b(?:filled|stuffed|padded) (?:with|by)\b|\bfill(?:ing| power)\b|\bwhat(?:'?s| is) (?:the |its )?(?:padding|wadding|stuffing|lining filled)\b|充绒|填充|里[面头边]?(?:填|充|塞|絮)的?(?:是)?(?:什么|啥)|(?:填|充)(?:的|了)(?:是)?(?:什么|啥)|里面(?:是|填)的?(?:什么)?(?:绒|棉)|什么绒|[鸭鹅]绒|蓬松度|含绒/u,
    says: /\b(?:down|fill(?:ed|ing)?|stuffed|padd\w+|quilted)\b|充绒|蓬松|羽绒|填充|绒|棉/iu,
    attributes: ['filling', 'material'],
  },
  length: {
    asks: /\b(?:is|are) (?:it|this|that|they|the [a-z]+) (?:a )?(?:very |really |too |quite )?(?:long|short|cropped)\b|\b(?:past|over|above|below|to|reach\w*|cover\w*) (?:the |my |your )?(?:knees?|thighs?|hips?|bum|bottom|ankles?|waist|legs?)\b|\b(?:knee|thigh|hip|ankle)[- ]length\b|过膝|到(?:膝盖|大腿|脚踝|屁股)|(?:盖|遮)(?:得)?(?:住|到)(?:腿|膝盖|屁股|大腿|臀)|衣长|长款(?:吗|么|还是)|长不长/u,
    says: /\b(?:thigh|knee|hip|waist|ankle|mid-calf)s?(?:[- ](?:length|high|long))?\b|\b(?:long|short)er (?:at|in)\b|膝|大腿|臀|及腰|脚踝|衣长/iu,
    attributes: ['length', 'fit'],
  },
  wattage: {
    asks: /\b(?:watts?|wattage|kilowatts?|kw|voltage|volts?)\b|\b(?:1[0-2]\d|2[2-4]\d) ?v\b|\b(?:us|american|european|uk|british|japanese|german) (?:plugs?|sockets?|outlets?|power)\b|\b(?:use|works?|plug) (?:it |this |that |them )?(?:also )?in (?:the us|the usa|america|the states|canada|japan|europe|the uk|england|germany|france|australia|korea|singapore|malaysia)\b|(?:在|去)?(?:国外|美国|日本|欧洲|加拿大|英国|韩国|澳洲|德国|法国)(?:也)?(?:能不能|可不可以|能|可以)(?:直接)?(?:用|插)|(?:美国|日本|欧洲|国外|英国)(?:的)?(?:插座|插头|电压)|\bhow much (?:power|electricity) (?:does|do|will) (?:it|they|this|that)\b|功率|[几多少]{1,2}瓦|瓦数|电压|[几多少]{1,2}伏|费不费电|耗电/u,
    says: new RegExp(`\\b${number}[- ]?(?:watts?|w|kw|kilowatts?|volts?|v)\\b|${han} ?(?:瓦|千瓦|伏)|功率|电压`, 'iu'),
    attributes: ['power', 'wattage', 'voltage', 'power-draw'],
  },
  use: {
    asks: /\bhow (?:often|many times (?:a|per) (?:day|week|month))\b.{0,24}\b(?:use|apply|put|take|drink|wear|do|reapply)\b|\b(?:mornings?|day) (?:or|and) (?:at |in the )?(?:nights?|evenings?)\b|\bwhen (?:do|should|can|must|to) (?:(?:i|we|you|one) )?(?:use|apply|put|wear|drink)\b|(?:多久|几天|几个?小时)(?:用|涂|敷|喝|抹|补)一?次|一?(?:天|周|星期|个?月)(?:要|得|能|可以)?(?:用|喝|涂|敷|抹)(?:几|多少)次|(?:早上|白天|早)(?:用)?(?:还是|和|跟)(?:晚上|晚)|早晚(?:都|要|各)?(?:能|可以|得)?(?:用|涂|抹)|什么时候(?:用|涂|抹|敷)/u,
    says: /\b(?:mornings?|nights?|evenings?|daily|twice|every (?:day|night|morning|week)|once (?:a|per)|times a|bedtime|before bed|overnight)\b|早上|早晨|晚上|每天|每晚|每周|一次|睡前|夜里|早晚/iu,
    attributes: ['usage', 'how-to-use', '用法', 'how-often', '使用频率'],
  },
  using: {
    asks: /\bhow (?:do|should|would|must|can|to)(?: (?:i|you|u|we|one))? (?:best )?(?:use|apply) (?:it|this|that|them|these|those|the (?!site|app|shop|chat|cart|code|coupon|voucher|card|offer|deal|discount|gift))\b|\bhow(?:'?s| is| are| does) (?:it|this|that|they) (?:get )?(?:used|applied)\b|\bhow's it used\b|\b(?:directions|instructions) for use\b|(?<!(?:码|券|卡|惠|分|活动|折扣)(?:要|该|是)?)怎么(?:使用?|涂|敷|抹|用)(?!(?:支付|微信|花呗|积分|礼品卡|优惠|卡|券|码))|用法|使用方法/u,
    says: /\b(?:minutes?|soak(?:ed|s)?|appl(?:y|ied|ies)|spread|massage\w*|rinse|drops?|pour|steep|brew|leave (?:it )?on|before bed|after (?:shaving|washing|a shower))\b|分钟|泡|敷|抹|涂|按摩|冲洗|取适量|滴|倒入|剃完|洗后|搓/iu,
    attributes: ['usage', 'directions', 'how-to-use', '用法'],
    loosely: ['use'],
  },
  drive: {
    asks: /\b(?:electric(?! (?:scooter|bike|bicycle|car|moped|piano|guitar))|manual|hand[- ]?(?:operated|crank\w*|powered)|motori[sz]ed)\b|手动|电动(?!车|汽车|自行车|单车|摩托|滑板|轮椅)|手摇|要(?:不要)?手/u,
    says: /\b(?:electric|manual\w*|by hand|hand (?:grinder|crank\w*)|motor\w*|battery|rechargeable)\b|手动|手摇|电动|电机|充电/iu,
    attributes: ['drive'],
  },
  difficulty: {
    asks: /\b(?:the |its |level of |what )difficulty\b|\bhow challenging\b|\bwhich (?:one )?(?:is|are|would be|'s) (?:the )?(?:easier|easiest|simpler|simplest|harder|hardest)\b|难度|\b(?:is|are) (?:it|this|that|they|these|the .{2,30}) (?:very |really |too |quite |that )?(?:hard|difficult|easy|complicated|tricky|simple)\b(?! to (?:clean|wash|get))|\bhow (?:hard|difficult|easy|complicated) (?:is|are|to)\b|\b(?:easy|easier|hard|difficult|tricky|simple|complicated) to (?:use|learn|fly|play|build|put together|assemble|set up|make|handle|operate|put up|install)\b|\bcomplicated\b(?=[?!. ]|$)|难不难|难(?:拼|玩|学|用|养|飞|放|组装)?[吗么嘛]|容易(?:上手|学|玩|拼|放|养)|好(?:拼|上手|养|放|学|飞|用|操作)[吗么嘛不]|复杂(?:吗|么|不)|复不复杂/u,
    says: /\b(?:easy|hard(?!-)|difficult|simple|forgiv\w*|beginn?er\w*|starter|first (?:run|time|month)|rules|instructions|hint)\b|难|容易|简单|新手|入门|初学|第一次|宽容|不怕你|规则|说明书|提示/iu,
    attributes: ['difficulty', 'level'],
  },
  origin: {
    asks: /\bwhere(?:'s| is| are| was| were| does| do)? (?:it|this|that|they|these|the .{2,30}?) (?:from|made|grown|come from|comes from|produced|picked)\b|\b(?:country of origin|made in (?:china|japan|europe|the)|imported|locally made)\b|(?:哪里|哪儿|哪个?(?:地方|国家?|省))(?:产|出|做|生产|种)|产地|原产|国产|进口|哪里的(?:吗|呢)?(?=[?!.,; ]|$)/u,
    says: /\b(?:from|in|of) (?:[A-Z][a-z]+)|\b[A-Z][a-z]+ (?:buds|wool|oil)\b|产自|来自|产地|云南|福建|安溪|湖南|昆明|景德镇|海宁|潍坊|扬州|杭州|上海|内蒙古|浙江|江苏|四川|贵州|广东|山东|新疆/u,
    attributes: ['origin', 'country', 'made-in', 'grown-in', '豆子产区'],
  },
  speed: {
    asks: /\bis (?:it|this|that) (?:very |really )?(?:fast|quick|slow)\b|\bhow (?:fast|quick\w*) (?:is|does it (?:boil|heat|work|dry))\b|\b(?:quick|fast) to (?:boil|heat|dry)\b|(?:烧水|烧开|加热|干得?|出水)(?:快|慢)(?:不快|吗|么)?|快不快/u,
    says: /\b(?:quick\w*|fast\w*|minutes?|in no time)\b|速沸|快|分钟/iu,
    attributes: ['speed'],
  },
  duration: {
    asks: /(?:要|得)?(?:拼|玩|做|看)(?:多久|几天|几个?小时|多长时间)|\bhow long (?:do|does|should|is|are|to|would|will) .{0,30}\b(?:game|round|take|leave|on|soak|wear|keep (?:it|them) on|spin|dry|finish)\b(?!.{0,20}\b(?:deliver\w*|arriv\w*|ship\w*|refund\w*|return\w*|charg\w*)\b)|\bhow many minutes\b|\b(?:does|do|will) (?:it|they|this|that|one) take (?:very |that |too |so )?long\b(?! to (?:arrive|get|come|ship|deliver))|[敷泡玩转晾拼](?:要|得)?(?:多久|多长时间|几分钟)|一[局盘](?:要|得|大概)?(?:多久|多长时间|几分钟)/u,
    says: new RegExp(`\\b${number}[- ](?:minutes?|hours?|seconds?)\\b|${han} ?(?:分钟|小时|秒)`, 'iu'),
    attributes: ['duration', 'takes-about', '时长'],
  },
  'keeping warm': {
    asks: /\b(?:keep|keeps|stay|stays|hold|holds)\b.{0,24}\b(?:hot|warm|cold|cool|heat)\b|\bhow long .{0,24}\b(?:hot|cold)\b|\binsulat\w*|保[温冷](?!杯)(?:效果|时间|多久|多长|几|吗|么|不|好)|(?<!坏了?.{0,6})能?保(?:温|冷)?(?:得了)?(?:多久|几个?小时)(?!.{0,4}修)/u,
    says: /\b(?:hot|insulat\w*|stays? (?:warm|cold))\b|烫|保温|保冷/iu,
    attributes: ['insulation', 'keeps-hot', '保温'],
  },
  keeping: {
    asks: /\bhow (?:do|should|can|to|best to)(?: (?:i|you|we|one))? (?:best )?(?:store|keep) (?:it|them|this|that|these)(?= ?[?.!]*$| (?:once|after|fresh|at home))|怎么(?:保存|存放|储存)|\b(?:go(?:es)?|going|gone) (?:off|bad|stale|rancid)\b|\b(?:expir\w*|best before|use[- ]by|sell[- ]by|shelf[- ]life|oxidi[sz]\w*)\b|\b(?:once|after) (?:it'?s |it is |i'?ve |i )?(?:been )?open(?:ed|ing)?\b|\bwhen opened\b|\bhow long (?:does|do|will|can) (?:it|they|this|that|these|the .{2,24}?) (?:keep|stay fresh|be good|last (?:once|after|when|open\w*))\b|\b(?:stay|stays|keep|keeps) fresh\b|保质期|保存期|存放期|赏味|保鲜|过期|变质|氧化|(?:开封|打开|拆封|开盖|开了)(?:之?后)?.{0,8}(?:多久|几天|几个?月|坏|放|用完|保存|存)|(?:能|可以)(?:放|存|保存)(?:得了)?(?:多久|几天|几个?月|几年|多长时间)|(?:放|存)(?:久|长)了?会|容易坏吗/u,
    says: /\b(?:refrigerator|fridge|fresh\w*|expir\w*|best before|shelf|opened|keeps? for|airtight|roasted (?:on|to order|this)|turn (?:orange|brown))\b|保质|保鲜|新鲜|开封|过期|密封|放久|连播|存放|变色|发黄|氧化|现烘|冰箱/iu,
    attributes: ['shelf-life', 'expiry', 'storage', '存放'],
  },
  amount: {
    asks: /\bhow many (?:ml|millilit\w+|grams?|g|ounces|oz)\b|\b(?:how big|how large|what size) (?:is|are|'s) (?:the |each |a |one |an )?(?:bottle|jar|tube|tub|pack|packet|bag|box|tin|pot|bar|can)s?\b|\bhow much (?:is|comes?|do (?:i|you|u) get|tea|coffee|cream|product) (?:in|is in|for)\b|[几多少]{1,2}(?:毫升|克|ml|g)|多大(?:一)?[瓶罐管支袋包盒]|一[瓶罐管支袋包盒](?:是|有)?(?:多少|多大)/u,
    says: new RegExp(`\\b${number} ?(?:ml|millilit\\w+|g|grams?|kg|oz)\\b|${han} ?(?:毫升|克|ml|g\\b|片|包)`, 'iu'),
    attributes: ['net-weight', 'volume', 'contents', '净含量'],
    loosely: ['capacity', '容量'],
  },
  durability: {
    asks: /\b(?:durable|sturdy|well[- ]made|(?:good|decent|build) quality|fall(?:s|ing)? apart|wear(?:s|ing)? out|hold(?:s|ing)? up|break(?:s|ing)? (?:easily|fast|quickly))\b|耐(?:用|穿|磨|造|摔|脏)(?:吗|么|不)|耐不耐|结实(?:吗|么|不)|结不结实|(?:穿|用|戴|背)(?:多久|几年|多长时间)(?:会|就)?(?:坏|烂|破)|(?:容易|会不会)(?:坏|破|断|开胶|掉色)|质量(?:怎么样|好不好|行不行|咋样|如何|好吗|怎样|过关|呢)/u,
    says: /\b(?:durable|hard-wearing|tough|sturdy|lasts?|years|lifetime|survives?|mended|re-?soled)\b|耐用|结实|耐磨|耐穿|多年|一辈子|十年|经得起|传给/iu,
    attributes: ['durability'],
  },
  water: {
    asks: /\b(?:in|into|under|(?:really|safe|ok|okay|good|suitable|made|meant) for) (?:the |a )?(?:shower|bath|pool|sea|rain|water)\b|\b(?:repels?|sheds?|resists?|keeps? out|stand|handle|survive) (?:the |some |light |heavy )?(?:water|rain)\b|\b(?:waterproof|water|ip) rating\b|\bipx?\d|防水(?:等级|级别|指数)|(?:下雨|雨天|下水|游泳)(?:天)?(?:的时候|时)?(?:也)?(?:能不能|能|可以)|\bneed (?:an? )?rain ?cover\b|\b(?:ok|okay|fine|good|safe|all ?right|cope|usable|use (?:it|them)|wear (?:it|them)) (?:in|with|under) (?:the |a |some |any |light |heavy |bit of )*(?:rain|drizzle|wet|damp|snow|storms?|downpours?|sweat)\b|\bsurvive (?:the |my |a )?(?:sweat|drizzle|storm|downpour|snow)\b|\bsweat[- ]?(?:proof|resist\w*)\b|(?:防汗|防水)(?:是|能到)?几级|怕(?:不怕)?(?:水|雨|淋|湿)(?:吗|么|不)?|(?:下雨|雨天|淋雨|沾水)(?:的话)?怕不怕|\bhow deep can (?:i|you|we)\b|潜水|\b(?:swim\w*|underwater|submer\w*|splash\w*|snorkel\w*)\b|\bget(?:s|ting)? wet\b|浴室|洗澡|淋浴|游泳|下水|泡水|进水|淋雨|水里/u,
    says: /\b(?:shower|swim\w*|float\w*|tap|rain|waterproof|water-resistant|sweat)\b|防水|防泼水|浮|花洒|下水|淋|雨|冲/iu,
    attributes: ['water-rating', 'water', 'waterproofing', '防水'],
  },
  wear: {
    asks: /\b(?:coating|paint|print\w*|pattern|dye|colou?rs?|finish|layer|glaze|surface)s?\b.{0,24}\b(?:come|comes|coming|wear|wears|wearing|rub|rubs|wash|washes) (?:off|out)\b|\b(?:peels?|peeling|flak(?:es?|ing)|chips? off|fades?|fading|sheds?|shedding|pills?|pilling|bobbl\w+)\b(?! (?:water|rain|weight|light))|掉不掉[毛色皮渣]|掉[毛色皮渣]|褪色|起球|(?:涂层|图案|印花|颜色|漆面?).{0,6}(?:脱落|磨掉|会掉|掉不掉|掉吗|掉了)/u,
    says: /\b(?:wears? (?:off|out)|peel\w*|flak(?:es?|ing)|chip(?:s|ped)?|fad(?:es?|ing)|colou?r-?fast|shed(?:s|ding)?|pill(?:s|ing)?|keeps? its (?:paint|colou?r))\b|[掉褪]色|磨掉|掉漆|掉毛|掉皮|起球|脱落/iu,
    attributes: ['wear'],
    loosely: ['sheds', '掉毛', 'coating', '涂层', 'shrinks', '缩水'],
  },
  magnification: {
    asks: /\bmagnif\w*|\bzooms?\b|\bhow (?:many times|much) does (?:it|this|that) (?:enlarge|magnify|zoom)|放大|变焦|倍率|(?:拉近|望远)\p{Script=Han}{0,4}倍/u,
    says: /\bmagnif\w*|\b\d+ ?(?:x|times)\b|放大|倍/iu,
    attributes: ['magnification', 'magnifies'],
  },
} as const;
