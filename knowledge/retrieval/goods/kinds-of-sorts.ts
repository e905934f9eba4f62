/** What is asked by kind of goods of one sort alone: of creams for which skin, of notebooks what the paper bears, of candles whether cats mind. */
export const kindsOfSorts = {
  pets: {
    asks: /\b(?:safe|ok|okay|fine|bad|toxic|poisonous|harmful|dangerous|good) (?:for|around|with|near|to) (?:my |our |the |small )?(?:cats?|dogs?|pets?|kittens?|pupp(?:y|ies))\b|\b(?:with|around|near) (?:an? |my |our |the )?(?:cats?|dogs?|pets?)(?= ?[?.!]*$| (?:around|at home|in the))|\b(?:i|we) have (?:an? |two |three )?(?:cats?|dogs?|pets?)\b.*\?|(?:猫|狗|宠物)\p{Script=Han}{0,4}(?:能|可以|安全|有毒|有害|会不会|要紧)|对(?:猫|狗|宠物)/u,
    says: /\b(?:cats?|dogs?|pets?)\b|猫|狗|宠物/iu,
    attributes: ['pets', '宠物'],
  },
  room: {
    asks: /\bhow (?:big|large) a room\b|\b(?:rooms?|space) (?:of|up to) \d+|\b\d+ ?(?:m2|m²|sqm|square met(?:re|er)s?)\b|\b(?:fills?|scents?|lights?|enough for) (?:a |the |my |an? )?(?:whole |big |small |large )*(?:room|bedroom|living room|office|flat|house)\b|多大(?:面积)?的?(?:房间|屋子?|客厅|卧室|空间)|(?:[\d几多少十]+) ?平(?:米|方)?|房间(?:里)?够/u,
    says: /\broom\b|m²|square met(?:re|er)s|平米|平方|房间/iu,
    attributes: ['room', 'room-size', '适用空间', '适用面积'],
  },
  skin: {
    asks: /\b(?:oily|greasy|dry|combination|mixed|normal|problem|mature|acne[- ]?prone|spot[- ]?prone|sensitive) (?:skin|face|scalp)\b|\bskin types?\b|[油干]皮|(?:油|干|中|混合)性(?:皮肤|肌肤|肌|皮)?|混合皮|肤质|痘肌|敏感肌|敏感皮|(?:裂口子?|皲裂|干裂|开裂|粗糙)(?:的(?:手|地方))?(?:也|都)?(?:能不能|能|可以|可不可以)?(?:抹|擦|涂|用)|\b(?:cracked|chapped|rough) (?:hands?|skin|lips|heels)\b.*\?/u,
    says: /\b(?:oily|dry|combination|mixed|normal|sensitive|all kinds of) (?:and [a-z]+ )?skin\b|[油干]皮|[油干]性|肤质|敏感肌/iu,
    attributes: ['skin', 'skin-type', '适合肤质', '肤质'],
  },
  acidity: {
    asks: /\b(?:sour|acid(?:ic|ity)?)\b|酸不酸|酸吗|酸度|果酸味|偏酸/u,
    says: /\b(?:sour|acid\w*)\b|酸/iu,
    attributes: ['acidity', '酸度'],
  },
  strength: {
    asks: /\bhow strong\b|\b(?:is|are) (?:it|this|that|they|these) (?:very |really |too |quite )?(?:strong|mild|weak)\b(?! (?:in|on|with|enough) )|\bstrong enough\b(?= ?[?.!]*$)|浓不浓|浓吗|够不够浓|淡不淡/u,
    says: /\b(?:strong|mild|full-bodied|robust|light-bodied)\b|浓|清淡/iu,
    attributes: ['strength', '浓淡'],
  },
  sunfilter: {
    asks: /\b(?:mineral|physical|chemical) (?:sunscreen|sunblock|sun ?cream|filters?|or|one)\b|\bor (?:mineral|physical|chemical)\b|(?:物理|化学)(?:性)?(?:防晒|的|还是)|还是(?:物理|化学)/u,
    says: /\b(?:mineral|zinc|titanium|chemical) |氧化锌|二氧化钛|物理|化学防晒/iu,
    attributes: ['sun-filter', '防晒类型'],
  },
  load: {
    asks: /\bhow much weight (?:can|does|will|would)\b|\b(?:carry|carries|hold|holds|bear|bears|take|takes|support|supports) (?:up to )?(?:how many|\d+) ?(?:kg|kilos?|pounds|lbs)\b|\bmax(?:imum)? (?:load|weight)\b|\bload (?:limit|capacity)\b|承重|承受.{0,4}重|能[提背装]多重|载重/u,
    says: /\b(?:up to|load|carries) ?\d* ?(?:kg|kilos?)\b|承重/iu,
    attributes: ['carries-up-to', 'maximum-load', 'load', '承重'],
  },
  watercolumn: {
    asks: /\bwater ?column\b|\bhydrostatic\b|\bhow waterproof\b|静水压|水柱|防水(?:性能)?(?:有)?多(?:强|好|高)/u,
    says: /\d ?mm\b|\bipx?\d|\d ?毫米|waterproof|防水/iu,
    attributes: ['water', 'water-column', '防水', '静水压'],
  },
  mileage: {
    asks: /\bhow many (?:km|kms|kilomet\w+|miles|k)\b(?!.{0,12}\b(?:away|from|is it)\b)|\bhow far (?:do|will|can) (?:they|these|it) (?:last|go)\b|\bworn out\b|[几多少]{1,2}公里(?:要?换|报废|磨)|能?跑(?:得了)?(?:多少|几)(?:百|千)?公里/u,
    says: /\b(?:km|kilomet\w+|miles)\b|公里/iu,
    attributes: ['mileage', '使用寿命'],
  },
  carrying: {
    asks: /\b(?:wear|carry|sling|have) (?:it|this|that) (?:on|over|across) (?:my|the|your|his|her|one) (?:back|shoulder)s?\b|\bhow (?:do|does|is|are) (?:you|it|this|one|they) (?:be )?(?:carr(?:y|ied)|worn)\b|\b(?:on (?:the|my|your) back|over (?:the|my) shoulder|by hand|cross-?body)\b.{0,12}\?|怎么背|能(?:不能)?(?:斜挎|手提|单肩|双肩|背)(?!面|后|景|单词)|(?:单|双)肩背|背带|斜挎|手提还是/u,
    says: /\b(?:straps?|handles?|shoulder|carr(?:y|ied)|cross-?body)\b|肩带|提手|背带|斜挎|手提/iu,
    attributes: ['strap', 'back-and-straps', 'handle', '肩带', '背负'],
  },
  cutting: {
    asks: /\b(?:cut|chop|slice)s? (?:through )?(?:meat|bones?|chicken|ribs?|pork|fish|frozen|vegetables|veg)\b|\bfor (?:meat|bones|ribs|fish)\b|[砍剁斩切].{0,3}(?:骨|排骨|肉|鱼|鸡|冻)|剁不剁/u,
    says: /\b(?:bones?|meat|vegetables)\b|骨|肉|蔬菜/iu,
    attributes: ['cuts', '适合切'],
  },
  steel: {
    asks: /\b(?:what|which) (?:kind of |type of )?steel\b|\bhrc\b|\bvg-?10\b|什么钢|哪种钢|钢材|钢号/u,
    says: /\bsteel\b|钢/iu,
    attributes: ['steel', '钢材'],
    loosely: ['rust', '防锈', 'blade', '刀刃'],
  },
  nib: {
    asks: /\bnibs?\b|\b(?:fine|medium|broad) or (?:fine|medium|broad)\b|笔尖|(?<![a-z])(?:ef|f|m|b)尖|几号尖/u,
    says: /\bnib\b|笔尖|尖/iu,
    attributes: ['nib', '笔尖'],
  },
  paper: {
    asks: /\bgsm\b|\b(?:ink|pen|it|paper) (?:bleeds?|feathers?|ghosts?|shows? through)\b|\b(?:bleeds?|bleeding|feathering|ghosting)\b|\bpaper\b.{0,12}\b(?:thick|quality|weight|good|ok|okay|fine|like)\b|\b(?:how(?:'s| is| about)?|what(?:'s| is| about)?)(?: thick)?(?: is)? (?:the|its) paper\b|洇|透墨|透不透|纸(?:张)?(?:厚|质|多少克|克重|怎么样|好不好)/u,
    says: /\b(?:gsm|paper|bleeds?|shows? through)\b|洇|透|纸|克重/iu,
    attributes: ['paper', '纸张'],
    loosely: ['ink', '墨水'],
  },
  calls: {
    asks: /\b(?:micro(?:phone)?s?|mics?)\b|\b(?:take|make|answer|do|for|on|handle) (?:phone |video |zoom |work )?calls\b|\bcall quality\b|麦克风|(?<!给\p{Script=Han}{0,3})[打接]电话|通话|开会用/u,
    says: /\b(?:micro(?:phone)?s?|mics?|calls?)\b|麦克风|通话|电话/iu,
    attributes: ['microphone', 'microphones', '麦克风'],
  },
  language: {
    asks: /\b(?:rules?|instructions?|manual|booklet|cards?|text|app|menu)\b.{0,24}\b(?:in )?(?:english|chinese|german|french)\b|\b(?:in|any) english\b|\b(?:which|what) languages?\b|(?:说明书?|规则|卡牌|文字|菜单).{0,6}(?:英文|中文|英语)|有(?:没有)?英文|什么语言/u,
    says: /\b(?:english|chinese|language)\b|英文|中文|语言/iu,
    attributes: ['language', 'languages', '语言'],
  },
  wind: {
    asks: /\b(?:how much|how strong|what|light|little|strong|too much|enough|without|no) winds?\b|\bhow windy\b|风(?:大|力|小|太)|(?<![防抗耐][^,，。?？ ]{1,3})[一二三四五六七八几\d]级(?:以上|以下)?(?:的)?风?|没风/u,
    says: /\b(?:wind|breeze|gusts?)\b|风力|微风|级/iu,
    attributes: ['wind', '适合风力'],
  },
  closure: {
    asks: /\b(?:laces?|lace-?ups?|velcro|fasten(?:s|ed|ing|ers?)?|buckles?|clasps?)\b|\b(?:do|does) (?:it|they|this) (?:do up|close|tie)\b|\bhow (?:do|does) (?:it|they|you) (?:close|fasten|open)\b|\b(?:screw|flip|push|snap)[- ]?(?:top|lid|cap)\b|\bhow (?:do|does) (?:you|i|it) open\b|\bone[- ]hand(?:ed)?\b|系带|鞋带|魔术贴|单手(?:能)?(?:开|打开)|怎么(?:打?开|开盖)|怎么(?:穿脱|开合|扣)|拉链还是|磁扣|搭扣/u,
    says: /\b(?:laces?|velcro|zips?|zipped|buckles?|clasps?|drawstring|slip-on|roll-top)\b|系带|鞋带|魔术贴|拉链|扣|一脚蹬|卷口/iu,
    attributes: ['closure', 'closes-with', 'lid', '穿脱方式', '开合方式', '盖子'],
  },
} as const;
