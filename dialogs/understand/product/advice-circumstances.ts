/** For what or whom goods are chosen: a beginner, wide feet, rain; as marks that products have and words that their pages use. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';

export type Mark = Pick<StatedPreference, 'slot' | 'value'>;

/** Circumstances a choice is made for, as marks that products have and words that their pages use. */
export interface Circumstance {
  readonly key: string;
  readonly marks: readonly Mark[];
  readonly words: RegExp;
}

const circumstance = (
  key: string,
  said: RegExp,
  words: RegExp,
  marks: Partial<Record<Mark['slot'], readonly string[]>> = {},
): Circumstance & { readonly said: RegExp } => ({
  key,
  said,
  words,
  marks: Object.entries(marks).flatMap(([slot, values]) =>
    values.map(value => ({ slot: slot as Mark['slot'], value })),
  ),
});

const nothing = /(?!)/;

const circumstances = [
  circumstance(
    'beginner',
    /\b(?:beginn?ers?|starters?|newbies?|novice|never (?:\w+ ){0,3}(?:run|hiked|brewed|used|made|tried|done|owned|cooked)|first[- ]time\w*|new to|just start\w*|start(?:ing)? (?:out|with|running)|don'?t know much|not an expert)\b|新手|入门|初学|小白|第一次|没(?:跑|用|玩|喝|做|冲)过|刚(?:开始|接触)|不(?:太)?懂/u,
    /\bbeginn?\w*|\bstarter\b|\bfirst (?:month|time|five)|\bforgiving\b|\bbegin this week\b|入门|新手|初学|开始跑|好上手|不挑/iu,
  ),
  circumstance(
    'gym',
    /\b(?:gym|treadmill|work ?outs?|weights|training|fitness)\b|健身|跑步机|撸铁|训练|运动/u,
    /\bgym\b|健身/iu,
    {
      occasion: ['gym'],
      feature: ['sweatproof', 'breathable'],
    },
  ),
  circumstance('sweat', /\bsweat\w*\b|出汗|爱汗|汗多|闷/u, /\bsweat\w*|\bbreath\w*|防汗|透气|排汗/iu, {
    feature: ['sweatproof', 'breathable'],
  }),
  circumstance(
    'road',
    /\b(?:pavements?|tarmac|asphalt|jog\w*|roads?|city streets?)\b|公路|马路|慢跑|路跑/u,
    /\broad\b|\bpavement\b|\bcity\b|公路|马路/iu,
    {
      occasion: ['running'],
      feature: ['cushioned'],
    },
  ),
  circumstance(
    'race',
    /\b(?:race|races|racing|marathons?|fast|speed|personal best|pb)\b|比赛|马拉松|全马|半马|提速|速度|破\d/u,
    /\brace\w*|\bfast\b|\bspeed\b|比赛|竞速|提速/iu,
    {
      occasion: ['race', 'marathon'],
      feature: ['responsive', 'lightweight'],
    },
  ),
  circumstance(
    'mud',
    /\b(?:mud\w*|slip(?:s|py|pery)?|grip|wet rock|ice|icy|bogs?)\b|泥|湿滑|打滑|防滑/u,
    /\bgrip\w*|\blugs\b|\bmud\w*|\bpeat\b|抓地|防滑|深齿|泥/iu,
    { feature: ['grippy'] },
  ),
  circumstance(
    'wide feet',
    /\b(?:wide|broad|big) (?:feet|foot)\b|\bbunions?\b|宽脚|脚宽|脚胖|脚背高/u,
    /\bwide\w*|\bwider\b|宽楦|加宽/iu,
    { feature: ['wide-fit'] },
  ),
  circumstance(
    'heavy',
    /\bbig guy\b|\boverweight\b|\bheav(?:y|ier) (?:guys?|runners?|persons?|people|men|man|wom[ae]n|lads?)\b|\b\d{2,3} ?(?:kg|kilos?)\b|大体重|体重|(?<!脚)胖/u,
    /\bcushion\w*|缓震|软弹/iu,
    { feature: ['cushioned', 'wide-fit'] },
  ),
  circumstance(
    'knees',
    /\b(?:knees?|joints?|long standing|stand(?:ing)? all day|on my feet)\b|膝盖|久站|站一天/u,
    /\bcushion\w*|\bsoft\b|缓震|软/iu,
    {
      feature: ['cushioned'],
    },
  ),
  circumstance(
    'cold',
    /\b(?:cold|winters?|freez\w+|snow\w*|harbin|minus|warm(?:th)?)\b|冷|冬天|零下|下雪|哈尔滨|东北|保暖|北方/u,
    /\bwarm\w*|\bdown\b|\bfill power\b|\bfleece\b|保暖|羽绒|抓绒|蓬松/iu,
    {
      feature: ['warm', 'insulated'],
      occasion: ['winter'],
    },
  ),
  circumstance(
    'wind',
    /\bwind\w*\b|\b(?:scooter|motorbike|moped|e-?bike)\b|风|电动车|电瓶车|骑车|摩托/u,
    /\bwind\w*|挡风|防风/iu,
    {
      feature: ['windproof'],
      occasion: ['cycling'],
    },
  ),
  circumstance(
    'cycling',
    /\b(?:cycl\w+|bik(?:e|ing)|bicycle)\b|骑(?:车|行|自行车|单车)/u,
    /\bcycl\w*|\bbicycle\b|骑行|自行车/iu,
    {
      occasion: ['cycling'],
    },
  ),
  circumstance(
    'rain',
    /\b(?:rain\w*|wet|downpours?|puddles|drier|(?:stays?|keeps?) (?:me |us |my \w+ )?dry)\b|下[大暴小]?雨|雨[天里中]|[大暴]雨|淋|潮/u,
    /\brain\w*|\bwaterproof\b|\bdry\b|防水|雨/iu,
    {
      feature: ['waterproof'],
      occasion: ['rain'],
    },
  ),
  circumstance(
    'commute',
    /\b(?:commut\w*|trains?|subway|metro|tube|bus|planes?|flights?|noisy|noise)\b|通勤|地铁|公交|飞机|高铁|吵/u,
    /\bnoise\b|\bcommut\w*|\btrain\b|降噪|通勤|地铁/iu,
    {
      feature: ['noise-cancelling'],
      occasion: ['commute'],
    },
  ),
  circumstance(
    'calls',
    /\b(?:calls?|meetings?|zoom|phone calls)\b|打电话|通话|开会/u,
    /\bcalls?\b|\bmicrophone\b|通话|电话|麦克风/iu,
  ),
  circumstance(
    'after a meal',
    /\b(?:(?:after|with) (?:an? |the |my )?(?:heavy |big |rich |greasy |fatty )*(?:meals?|dinner|lunch|hotpot|eating)|(?:heavy|greasy|rich|fatty) (?:meals?|food)|stomach|digest\w*)\b|饭后|餐后|吃完|油腻|解腻|消食|助消化|火锅/u,
    /\bstomach\b|\bhotpot\b|\bafter (?:a )?(?:meals?|dinner)\b|养胃|火锅|解腻|饭后|吃完/iu,
  ),
  circumstance(
    'morning',
    /\b(?:mornings?|breakfast|wake up)\b|早上|早餐|早晨|提神|空腹/u,
    /\bbreakfast\b|\bmorning\b|早餐|早上|提神/iu,
    {
      occasion: ['breakfast'],
    },
  ),
  circumstance(
    'dark',
    /\b(?:in the dark|after dark|(?:gets|getting|is|it's|its) dark|(?:dark|unlit) (?:roads?|streets?|mornings?|evenings?|winters?)|at night|night (?:runs?|running|rides?|walks?)|(?:run|runs|running|cycl\w+|walk\w*) (?:\w+ )?(?:at|in the) (?:night|evenings?)|be seen|(?:cars?|drivers?|traffic) (?:can |will |would |could )?(?:see|sees|notice|spot) (?:me|him|her|us|them|you)|visible to (?:cars|drivers|traffic))\b|(?:车|司机)[^,，。]{0,4}看[得能]?(?:见|到|清)|[夜晚](?:里|上|间)?(?:跑|骑|走)|(?:晚上|夜里|早上)[^,，。]{0,6}黑|天黑|摸黑|夜跑|夜骑|没路灯|路灯(?:暗|少)/u,
    /\breflect\w*|\bafter dark\b|反光|夜间/iu,
    { feature: ['reflective'] },
  ),
  circumstance(
    'evening',
    /\b(?:evenings?|at night|before bed|sleep\w*|insomnia)\b|晚上|睡前|睡不着|失眠|夜里/u,
    /\bcaffeine-free\b|\bdecaf\w*|\bevening\b|\bsleep\b|不含咖啡因|低因|晚上|睡/iu,
    {
      feature: ['caffeine-free', 'decaf'],
      occasion: ['evening'],
    },
  ),
  circumstance(
    'mild',
    /\b(?:mild\w*|gentle\w*|gentler|not (?:too |so )?(?:bitter|strong|sour)|least bitter|less bitter|(?:hates?|dislikes?|don'?t like) bitter|sweet\w*|soft)\b|温和|不(?:太|那么)?(?:苦|酸|浓|涩)|甜|清淡|柔/u,
    /\bmild\w*|\bgentle\w*|\bkind to\b|\bsweet\w*|\bhoney\b|\bsoft\b|\bsmooth\b|\bno edges\b|温和|不苦|甜|蜜|顺|柔|养胃/iu,
    {
      feature: ['light-roast', 'medium-roast'],
    },
  ),
  circumstance(
    'strong',
    /\b(?:strong\w*|bold|dark|intense)\b|浓|提神|苦一点/u,
    /\bdark[- ]roast\w*|\bstrong\b|\bbold\b|深烘|浓/iu,
    { feature: ['dark-roast'] },
  ),
  circumstance(
    'milk',
    /\b(?:milk\w*|lattes?|cappuccinos?|flat white)\b|加奶|牛奶|奶茶|拿铁|卡布/u,
    /\bmilk\b|牛奶|加奶/iu,
    {
      feature: ['dark-roast'],
    },
  ),
  circumstance(
    'not sour',
    /\b(?:not|less|least|no|isn'?t|without|too) (?:\w+ )?(?:sour|acid\w*|sharp)\b|不(?:要)?(?:太)?酸|酸的不要|没那么酸/u,
    /\bcocoa\b|\bchocolate\b|\bno sharp\b|可可|巧克力|坚果|不酸/iu,
    { feature: ['dark-roast', 'medium-roast'] },
  ),
  circumstance('moka pot', /\bmoka\b|摩卡壶/u, /\bmoka\b|摩卡壶/iu),
  circumstance('espresso', /\bespresso\b|意式|浓缩/u, /\bespresso\b|意式|浓缩/iu),
  circumstance(
    'filter',
    /\b(?:pour[- ]?over|filter|drip|french press|v60|cafetiere)\b|手冲|滤泡|法压|挂耳/u,
    /\bfilter\b|\bpour\w*|\bdrip\b|\bpress\b|手冲|滤|挂耳/iu,
  ),
  circumstance(
    'travel',
    /\b(?:travel\w*|trips?|hand luggage|carry[- ]on|suitcase|holidays?|backpacking|pack(?:s|ing)? small|light luggage)\b|旅行|旅游|出差|登机|行李/u,
    /\btravel\w*|\bcabin\b|\bpack(?:s|able)\b|\bfold\w*|旅行|登机|折叠|收纳|出差/iu,
    {
      feature: ['packable', 'foldable', 'lightweight'],
      occasion: ['travel'],
    },
  ),
  circumstance(
    'hiking',
    /\b(?:hik\w+|trails?|mountains?|camp\w*|outdoors?|trek\w*)\b|徒步|登山|爬山|露营|越野|户外/u,
    /\bhik\w*|\btrail\b|\bcamp\w*|\bmountain\b|徒步|登山|露营|越野/iu,
    {
      occasion: ['hiking', 'trail', 'camping'],
      feature: ['grippy'],
    },
  ),
  circumstance(
    'office',
    /\b(?:office|work|desk|colleagues?|business)\b|办公|上班|公司|同事/u,
    /\boffice\b|\bdesk\b|\bmeeting\b|办公|上班/iu,
    {
      occasion: ['office', 'business', 'commute'],
    },
  ),
  circumstance(
    'laptop',
    /\b(?:laptops?|macbook|notebook|1[3-7](?:\.\d)? ?(?:inch|"))\b|电脑|笔记本|1[3-7]寸/u,
    /\blaptop\b|\binch\b|电脑|笔记本|寸/iu,
    {
      feature: ['laptop'],
    },
  ),
  circumstance(
    'skin',
    /\b(?:sensitive|allerg\w*|irritat\w*|redness|fragrance)\b|敏感|泛红|香精/u,
    /\bsensitive\b|\bfragrance\b|\bgentle\b|敏感|无香|温和/iu,
    {
      feature: ['sensitive-skin', 'fragrance-free'],
    },
  ),
  circumstance(
    'dry',
    /\b(?:dry|flaky|tight) (?:skin|hands?|face)\b|\bskin is (?:\w+ )?dry\b|干皮|干燥|起皮|皮肤干/u,
    /\bmoistur\w*|\bdry\b|\brich\b|保湿|滋润|干/iu,
    {
      feature: ['moisturising'],
    },
  ),
  circumstance(
    'lasting',
    /\b(?:durab\w*|lasts?|lasting|sturdy|tough|rough|hard[- ]wearing|long[- ]term)\b|耐用|结实|耐磨|用得久|抗造/u,
    /\bdurab\w*|\bhard-wearing\b|\btough\b|\byears\b|耐用|结实|耐磨|多年/iu,
    {
      feature: ['durable'],
    },
  ),
  circumstance(
    'easy',
    /\b(?:easy to (?:clean|wash|use|carry)|low maintenance|dishwasher|simple|lazy)\b|好(?:洗|打理|清洗|操作)|省事|懒|洗碗机/u,
    /\bdishwasher\b|\bwashable\b|\beasy\b|\bwipe\w*|洗碗机|可水洗|好打理|容易/iu,
    {
      feature: ['dishwasher-safe', 'washable', 'non-stick'],
    },
  ),
  circumstance(
    'battery',
    /\b(?:battery|long charge|hours)\b|续航|电池|电量/u,
    /\bbattery\b|\bhours?\b|\bfortnight\b|续航|电池|小时|星期/iu,
    {
      feature: ['long-battery'],
    },
  ),
  circumstance('mum', /\b(?:mum|mom|mother|granny|grandma)\b|妈妈?|母亲|婆婆|奶奶|外婆|阿姨/u, nothing, {
    recipient: ['mum'],
  }),
  circumstance('dad', /\b(?:dad|father|grandpa|grandad)\b|爸爸?|父亲|公公|爷爷|外公/u, nothing, { recipient: ['dad'] }),
  circumstance(
    'partner',
    /\b(?:wife|husband|girlfriend|boyfriend|partner|fianc\w+)\b|老婆|老公|女朋友|男朋友|女友|男友|妻子|丈夫|对象/u,
    nothing,
    {
      recipient: ['partner'],
    },
  ),
  circumstance('friend', /\b(?:friends?|flatmate|neighbou?r)\b|朋友|闺蜜|哥们|邻居/u, nothing, {
    recipient: ['friend'],
  }),
  circumstance('colleague', /\b(?:colleagues?|boss|coworkers?|client|teacher)\b|领导|老板|客户|老师/u, nothing, {
    recipient: ['colleague'],
  }),
  circumstance('vegan', /\bvegans?\b|\banimal[- ]free\b|纯素|素食/u, nothing, { feature: ['vegan'] }),
] as const;

/** What somebody tells of the circumstances. Takes folded text. */
export const circumstancesIn = (folded: string): readonly Circumstance[] =>
  circumstances.filter(one => one.said.test(folded));
