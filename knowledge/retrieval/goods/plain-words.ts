/**
 * What shoppers say of goods in plain words that no attribute is called by, and by what of a product it shows: "soft on the
 * knees" by cushioning, 画画 by notebooks and pens. A line is "what shows it ! what shows the contrary = said in English | said
 * in Chinese"; what shows it is `slot:value` or `name:word` of a product's name.
 */
import type { Language } from '../../domain/language.ts';
import { fold, hasHan } from '../text/fold.ts';
import { readShownBy } from './shown-by.ts';
import { type Suit, suitsIn } from './suits.ts';

/** How goods are to be; all of them at once. */
const qualities = String.raw`
feature:packable feature:foldable = packs? (?:up |down |away |really |very )*(?:small|tiny|flat)|packs? (?:down|away|into)|folds? (?:up |down |away )*(?:small|flat|into)|stuffs? (?:down )?into|takes up (?:little|no|hardly any) (?:space|room) | 收起来(?:很)?小|好收纳|能收纳|方便收纳|收纳方便|能卷起来|能折起来|能叠起来|不占(?:地方|空间|地儿)
feature:cushioned material:wool material:fleece material:cashmere = soft(?:er|est)?(?![- ]?(?:shell|ware|toys?\b|drinks?\b))|easy on (?:the|my|his|her) (?:knees?|joints|feet|ankles|heels)|(?:bad|sore|dodgy|weak|painful|achy) (?:knees?|ankles|heels|joints)|(?:knees?|ankles?|heels?|joints) (?:hurts?|aches?|pain|problems?|trouble|(?:is|are|gets?) (?:sore|bad|painful|weak))|(?:knee|ankle|heel|joint) (?:pain|surgery|problems?|injury)|well padded|bouncy soles? | (?<!电脑|内)软(?!壳|件|木|胶|垫|水壶)|(?:膝盖|脚踝|脚跟|关节|脚底)(?:不(?:太)?好|疼|痛|酸|受过伤)|(?:膝盖|脚踝|脚跟|关节)(?:受力|压力|负担)(?:大|重)|护膝盖|不(?:伤|磨)膝盖
colour:black colour:navy colour:brown colour:grey ! colour:white colour:yellow colour:pink colour:beige = dark(?:er)? colou?r(?:s|ed)?|(?:something|anything|one|ones) dark(?:er)?(?! roast) | 深色系?|暗色系?|颜色(?:要)?(?:深|暗)一?[点些]?|(?:深|暗)一?[点些]的?(?:颜色|色)
colour:white colour:beige colour:pink ! colour:black colour:navy colour:brown = light(?:er)? colou?r(?:s|ed)?|pale(?:r)? colou?r(?:s|ed)?|pastels?(?: colou?rs?)? | 浅色系?|淡色系?|颜色(?:要)?(?:浅|淡)一?[点些]?|(?:浅|淡)一?[点些]的?(?:颜色|色)
colour:yellow colour:orange colour:red colour:pink = (?:bright(?:er|ly)?|vivid|cheerful|loud|flashy|gaudy|garish|showy|colou?rful)(?: colou?r(?:s|ed)?)?(?! light| lamp| enough)|(?:some|more|a (?:bit|pop|splash) (?:more )?of) colou?r(?! choice| option) | 亮色|颜色(?:要|得)?(?:再)?(?:亮|鲜)(?:一?点|一些|的)?|(?<!敞)亮一?[点些](?!灯)|鲜艳|(?<=别|不要|不能|不)太花(?![钱费生香])|花哨|花里胡哨|张扬|高调|亮眼|显眼|醒目|鲜亮
feature:slip-on = (?:no|without|free of|don'?t (?:have|need|want) (?:to tie )?)(?: any)? (?:shoe ?)?laces|lace[- ]?free|(?:easy to put on|without bending(?: down)?|don'?t have to bend(?: down)?) | 不(?:要|用|想|需要|想要|带)?系(?:鞋)?带|没有?鞋带|不(?:要|带|用)鞋带|不用弯腰|不用蹲
feature:reflective = (?:cars?|drivers?|traffic|people|others?|they|motorists?|lorries) (?:can |could |will |would |to |do |actually )*(?:see|notice|spot) (?:me|us|him|her|them)|be(?:ing)? seen|(?:more )?visib(?:le|ility)|(?:safe|safety|safer|stand out|seen|running|run|cycling|cycle|jogging) (?:[a-z]+ )?(?:at night|in the dark|after dark) | (?:晚上|夜里|夜间|天黑)(?:更|也)?(?:安全|显眼|看得见|看得到|能看见|走路|跑步|骑)|(?:司机|车|别人)(?:能|容易)?看(?:得)?(?:见|到)(?:我|他|她)
feature:breathable feature:lightweight occasion:summer ! feature:warm = (?:boiling|scorching|sweltering|roasting|really hot|so hot|(?:get|gets|run|feel) (?:so |too |very |really )?hot|sweat(?:s|ing)? (?:a lot|so much|like crazy|loads|easily)|sweaty (?:feet|back)|let(?:s|ting)? (?:the )?air (?:in|through)|breathes? well|hot weather|heat ?wave|in the heat|summer heat)|\d\d degrees? heat|tropical | 凉快|清凉|(?:天|太|好|这边|那边|里)热(?!销|卖|水|饮|的茶)|热死|热得|酷暑|大热天|不闷热|(?:脚)?(?:爱|容易|老)出汗|汗脚|不捂脚|不捂|薄(?:一?点|款|的)
feature:warm = (?:it's|its|it is|gets?|so|really|bitterly|absolutely) (?:freezing|cold)(?! brew| drink| water)|(?:freezing|sub-?zero|arctic|below zero|minus \d+|snowy?)(?! point)|harbin|iceland|siberia|alaska|lapland|norway|(?:feels?|feeling|hates?|minds?) the cold|(?:is|are|am|i'm|he's|she's|gets?|always)(?: always| so| really| very| easily)* cold(?: easily)?(?! brew| drink| water| press| call| caller) | 怕冷|畏寒|体寒|零下|冻(?:死|得|手|脚)|抗冻|扛冻|御寒|(?:很|好|太|有点|特别|会|超)冷|(?:东北|哈尔滨|漠河|内蒙|西伯利亚|雪乡)(?:穿|冬天|过冬|那边)?|下雪天|过冬
feature:caffeine-free feature:decaf occasion:evening = (?:before|at|for) bed(?:time)?|before (?:i |going to )?sleep|(?:drink|have|cup|tea|coffee) (?:[a-z]+ ){0,2}(?:at night|in the evening|late)|(?:won't|doesn't|wont|doesnt|not|without) (?:keep(?:ing)? (?:me|us|her|him) (?:up|awake)|stop me sleeping)|(?:help(?:s|ing)? (?:me |us )?(?:to )?|better )sleep(?:ing)?|sleep(?:ing)? better|lets? (?:me|you) sleep|wind(?:ing)? down | (?:晚上|睡前|夜里)(?:也)?(?:能)?喝|不(?:会)?影响(?:我|晚上)?(?:睡|休息)|喝了(?:不会|能)睡|助眠|不(?:会)?失眠|睡得着|睡得好
feature:dark-roast feature:roasted feature:aged material:black-tea = strong(?:er|est)?|full[- ]bodied|robust|punchy | 浓(?:一?点|郁|的|香)|味道重一?点|劲(?:大|足)
feature:dark-roast = bitter(?:ness)? | 苦(?!荞)
feature:light-roast = sour|acid(?:ic|ity)?|sharp tasting | (?<![寒心辛腰肌硫尿果乳烟氨])酸(?!奶|痛|疼|类|性)
feature:scented name:osmanthus name:桂花 ! feature:fragrance-free = fragran(?:ce|ces|t)|perfum(?:e|ed|y)|scent(?:s|ed)?|strong(?:ly)? smell(?:ing|s)?|smells? (?:too |so |very |really )?strong(?:ly)?|(?<!\b(?:sweet|sugary|sickly|floral|flowery|fruity|artificial|chemical|musky|woody|smoky|spicy|herbal|fresh|citrus|vanilla) )smell(?:s|y|ing)?(?! of\b) | 味道?(?:别|不要)?太?(?:香|重|浓)|香味|香精|太香|很香
feature:noise-cancelling = (?:blocks?|blocking|cancels?|cancelling|cuts? out|drowns? out|shuts? out|keeps? out) (?:out )?(?:all )?(?:the |of the )?(?:noise|sound|chatter|people|others)|(?:good |great |best )?(?:on|for) (?:planes?|flights?|(?:the )?(?:plane|train|tube|metro|bus|underground)|long[- ]haul|flying)|(?:noisy|loud|open[- ]plan) (?:office|train|flat|neighbours) | (?:坐|在)?(?:地铁|飞机|高铁|火车)上?(?:用|戴|听|吵)|(?:环境|办公室|宿舍)(?:很|太|比较)?吵
feature:waterproof = (?:in|for) the (?:shower|bath|pool|rain)|(?:(?:won'?t|wont|don'?t|doesn'?t|doesnt|not|never|without) )?get(?:s|ting)? (?:wet|rained on|soaked|drenched)|keeps? (?:the )?(?:rain|water|wet) out|puddles?|(?:often |always |usually )?rain(?:ing|s|ed)(?! ?check) | (?:洗澡|淋浴|浴室|泳池|游泳)(?:的?时候|时)?(?:能|可以|也能)?(?:用|听|放|戴)|不怕(?:水|雨|湿)|淋(?:雨|湿)|能沾水|(?:挡|遮|避)雨
name:set name:kit name:套装 name:礼盒 name:件套 name:三支装 name:三块 name:四只 = (?:travel |starter |whole |complete )?(?<!gift )(?:sets?|kit|bundle)(?! up| off| of (?:two|three|four))|as a set|in a set | 成套|套装|(?<!凑|凑成|配成?|搭成?)一整?套|套盒|组合装
name:tin name:set name:box name:礼罐 name:礼盒 name:套装 = (?:gift|nice|pretty|presentation) ?(?:tins?|box(?:es)?|sets?)|gift[- ]boxed|in a (?:tin|box) | 礼盒|礼罐|盒装
name:starter name:beginner name:入门 name:新手 name:forgives = (?:not a serious|casual|occasional|slow|lazy) runner|(?:run|jog)(?:ning)? (?:only |just |maybe )?(?:a little|once in a while|occasionally|(?:once|twice|one or two times|two or three times) a week)|beginners?|starter|(?:new|newbie) to (?:running|it|this)|(?:just|only) (?:getting|got|starting|started)(?: into| out| with)?|starting out|couch to 5k|first[- ]time (?:runner|buyer)s?|my first (?:5|10) ?km?|complete novice | 新手|入门|初学|刚开始|小白|刚接触|跑量(?:不大|小|少|不多)|跑得(?:不多|少)|偶尔(?:跑|慢跑)|一周跑?(?:[一二两三1-3]{1,2})次|(?:穿着?|用)(?:板鞋|帆布鞋|拖鞋|皮鞋)跑|才跑(?:了)?(?:几|一|两|半)|刚跑|没怎么跑过
feature:fragrance-free feature:sensitive-skin name:gentle name:温和 = (?:gentle|mild)(?:er)?|non[- ]irritating|(?:gets?|so|very|easily) irritated | 温和|不刺激|舒缓|(?:有点|比较|容易|很|特别|超|挺|偏)敏感(?!度)
feature:dark-roast = strong(?:er)?(?= (?:coffee|beans|espresso|brew|cup))|(?<=(?:coffee|beans|espresso),? )(?:that is |that's |very |really )?strong | (?:浓|苦)一?[点些](?:的)?|够浓|重口味
feature:cushioned feature:wide-fit occasion:walking = (?:for |mostly |just |only )?walk(?:s|ing)?(?: shoes?)?(?: a lot| all day| to work| every day)?(?! stick| distance| boots?)|on (?:my|his|her|their) feet all day|standing all day | 走(?:走)?路|散步|遛弯|健走|快走|暴走|久站|站一天|走一天|逛街|买菜穿
feature:lightweight = (?:not (?:too |so )?|less )heavy|weighs? (?:less|little|nothing) | 轻(?:一?点|一些|便|巧|的)(?!松)|不(?:太)?[重沉]的|(?:别|不要|不能)(?:太|那么)[重沉]|[嫌怕][重沉]|不沉(?=$|[,， 。])
feature:non-stick = (?:nothing|food|eggs?|it|rice|that|which) (?:ever )?(?:won'?t|doesn'?t|does not|never|will not|not) sticks?|(?:doesn'?t|won'?t|does not|not) stick(?! out| together)|sticks? to (?:it|the pan)|nothing sticks | 不粘锅?|不(?:会)?糊锅|不粘底
feature:moisturising = (?:very |super |really |so |extremely )?(?:dry|flaky|dehydrated|tight|chapped) (?:skin|face|cheeks)|(?:skin|face) (?:(?:is|are|gets|get|feels|feel|so|super|very|really|too|always|quite|a bit|pretty|extremely|bit) )*(?:dry|flaky|tight|dehydrated) | (?:皮肤|脸|肌肤)(?:有点|比较|偏|很|特别|太|超|非常|总是|老是?|一直|爱|容易)*(?:干(?!净)|缺水|紧绷|起皮)|(?:大|偏|超级?|混合偏?)?干皮|干性(?:皮肤|肌肤|肤质)?|干燥(?:皮肤|肌肤|肌)|深层补水
feature:grippy = (?:proper |good |decent |enough )?grip(?:s|py)?(?: (?:for|on|in) [a-z]+)?|slips? (?:all the time|a lot|everywhere)|(?:mud|muddy|slippy|slippery|icy)(?: [a-z]+)? | 不打滑|不滑|防打滑|泥地|泥泞
feature:wide-fit = wide(?:r|ish)? (?:feet|foot|toes?)|feet (?:are|r) (?:quite |very |really |pretty |a bit )?(?:wide|broad)|bunions? | 脚(?:有点|比较|很|偏|太|型)?(?:宽|胖|肥)|脚背高|大脚骨
feature:non-stick = (?:nonstick|non[- ]stick) coat(?:ing|ed)|(?:doesn'?t|doesnt|won'?t|wont|don'?t|not|nothing|never|without) (?:to )?stick(?:ing|s)?(?! out| to (?:my|me)) | 不(?:会)?粘锅|不粘涂层|不沾
name:electric name:电水壶 name:电动 ! name:hand_grinder name:手摇 = electric(?:al)?(?! (?:scooter|bike|bicycle|car|moped|piano|guitar|toothbrush))|motori[sz]ed | 电动(?!车|汽车|自行车|单车|摩托|滑板|轮椅|牙刷)的?
name:hand_grinder name:手摇 ! name:electric name:电动 = hand ones?|hand[- ]?(?:operated|cranked|powered)|manual ones? | (?<![得想]|[不别])手[摇动](?:的|款)
feature:insulated = (?:keeps?|stays?|keeping|staying) (?:[a-z]+ ){0,3}(?:hot|warm|cold|cool) (?:for|all)|stays? (?:hot|cold) | 保温(?!杯|壶|瓶|桶)|保冷|(?:水|茶|咖啡)(?:不(?:会)?凉|一直热)
`;

/** What somebody likes; one of them is enough. */
const tastes = `
product:bear product:rabbit product:whale = animals?|pets?|bunn(?:y|ies)|rabbits?|cuddly|soft toys?|plush(?:ies)?|stuffed | (?:小)?动物|毛绒|公仔|玩偶|兔子|小熊
product:notebook product:pen = draw(?:s|ing)?|sketch(?:es|ing)?|art(?:s|sy)?|painting|paints|writ(?:es|ing)|journal(?:s|ling|ing)?|crafts?|stationery | 画画|绘画|画图|写字|手账|写作|文具|练字|写日记
name:reading name:书页 name:阅读 product:notebook = read(?:s|ing|er)|books?|bookworm|novels? | 看书|读书|阅读|爱书
product:telescope = space|stars?|astronomy|planets?|the moon|stargazing | 星空|天文|太空|宇宙|看星星|星星|看月亮|观月
product:plant = garden(?:s|ing|er)?|plants?|green fingers|growing (?:things|herbs|veg) | 园艺|种(?:菜|花|植物)|养花|花花草草|绿植
product:pan product:knife product:apron product:kettle = cook(?:s|ing|er)?|chef|bak(?:es|ing)|chinese food|stir[- ]?fr(?:y|ies) | 做饭|做菜|下厨|烹饪|炒菜|烘焙
product:boardgame product:puzzle = (?:board |card |party )?games?(?! console)|puzzles?|brain teasers? | 桌游|益智|拼图|下棋|聚会玩
product:headphones product:earbuds product:speaker product:radio = music(?:al)?|podcasts?|singing|vinyl | 听歌|听音乐|音乐|唱歌
product:bear product:whale product:top product:kite product:telescope product:boardgame product:plant = weird|odd|quirky|funny|silly|fun|unusual|strange|crazy|random|different | 奇怪|搞怪|搞笑|有趣|好玩|另类|新奇|有意思|沙雕|古怪|与众不同
product:candle product:foot-soak product:blanket product:tea product:sheet-mask = relax(?:ing|ation|es|ed)?|unwind(?:ing)?|pamper(?:ing)?|spa|self[- ]care|de-?stress(?:ing)? | 放松|解压|舒缓身心|疗愈|减压
product:dripper product:grinder product:kettle name:coffee name:咖啡 = coffee (?:gear|kit|stuff|equipment|things)|(?:gear|kit|equipment|things|stuff) (?:to|for) (?:make|making|brew|brewing) (?:it|coffee|the coffee|with)(?: with)? | 咖啡(?:器具|设备|用具|装备|工具)
product:bear product:rabbit product:whale product:blocks occasion:newborn = (?:new )?bab(?:y|ies)|newborns?|infants?|toddlers?|(?:1|one|2|two)[- ]years?[- ]olds?|teething|chews?|(?:put|puts|putting) (?:it|things|everything) in (?:his|her|their) mouth | 宝宝|婴儿|新生儿|(?:刚|才)?(?:[12一两]岁|满月|周岁|半岁)(?!半?以上)|会咬|爱咬|啃
`;

/** What is left out where it is turned away, and not looked for. */
const turnedAway = `
product:puzzle product:blocks product:boardgame product:top = (?:small|tiny|little|loose|swallowable) (?:parts?|pieces?|bits?|bobs)|chok(?:e|es|ing)(?: hazards?)? | 小(?:零|部|配)件|小颗粒|小珠子|零碎
`;

export interface PlainWord extends Omit<Suit, 'kind'> {
  readonly kind: Suit['kind'] | 'turned-away';
}
interface PatternWord extends PlainWord {
  readonly said: Readonly<Record<Language, RegExp>>;
}

/** Where in a folded text something is said in plain words. */
export interface PlainMention {
  readonly word: PlainWord;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly isDenied: boolean;
}

const read = (lines: string, kind: PlainWord['kind']): PatternWord[] =>
  lines
    .trim()
    .split('\n')
    .map((line, n) => {
      const [shown, words] = line.split(' = ') as [string, string];
      const [shows, contrary = ''] = shown.split(' ! ') as [string, string?];
      const [en, zh] = words.split(' | ') as [string, string];
      return {
        key: `${kind}-${n}`,
        kind,
        said: { en: new RegExp(`\\b(?:${en.trim()})\\b`, 'gu'), zh: new RegExp(zh.trim(), 'gu') },
        ...readShownBy(shows),
        contradicts: readShownBy(contrary).shows,
        hasContrary: contrary !== '',
        isPhrase: false,
        isUntold: false,
        about: undefined,
      };
    });

const words: readonly PatternWord[] = [
  ...read(qualities, 'quality'),
  ...read(tastes, 'taste'),
  ...read(turnedAway, 'turned-away'),
];

const longest = 320;
const denied = {
  en: /(?:\b(?:not(?! sure\b)|no(?! idea\b)|nothing(?! else\b)|without|never|less|isn'?t|aren'?t|doesn'?t|don'?t(?! know\b)|dont(?! know\b)|won'?t|hates?|free (?:of|from)|too|avoid|(?:can'?t|cannot) (?:do|have|handle|use|tolerate|stand|take)|allergic to|reacts? to)(?: (?!(?:for|but|and|because)\b)[a-z]+){0,2}|n't(?! know\b)(?: (?!(?:for|but|and|because)\b)[a-z]+){0,2}) $/,
  zh: /(?:不|(?<!特)别|没|无|太|少|讨厌|免)(?:要|想要|能|会|是|喜欢|太|那么|得|有|带|含|喝|发|味道|要太|能太)?$/u,
};

/** 小零件的不要. */
const deniedBehind = /^[- ]free\b|^(?:的|类的?|款)?(?:就|都)?(?:不要|不行|不考虑|除外|别推)/u;
/** 有没有成套的 denies nothing. */
const asking = /有没有|有木有|是不是|能不能|会不会|要不要/gu;

/** Plain words of a folded message, in reading order; of two that are one within the other the longer. */
export const plainWordsIn = (folded: string): readonly PlainMention[] => mentionsIn(folded).unique;

/** All that says so, the same as often as it is said. */
export const allPlainWordsIn = (folded: string): readonly PlainMention[] => mentionsIn(folded).all;

/** Each word once, where it is said first. */
export const eachOnce = (mentions: readonly PlainMention[]): readonly PlainMention[] => {
  const seen = new Set<string>();
  return mentions.filter(one => !seen.has(one.word.key) && seen.add(one.word.key));
};

interface Mentions {
  readonly unique: readonly PlainMention[];
  readonly all: readonly PlainMention[];
}
const mentionsIn = (folded: string): Mentions => {
  if (folded.length > longest) return { unique: [], all: [] };
  let found = known.get(folded);
  if (found === undefined) {
    found = readPlainWords(folded);
    if (known.size >= mostKnown) known.clear();
    known.set(folded, found);
  }
  return found;
};
/** A turn asks for those of its message, and of each wish, several times. */
const known = new Map<string, Mentions>();
const mostKnown = 200;

const readPlainWords = (folded: string): Mentions => {
  const language = hasHan(folded) ? 'zh' : 'en';
  const mention = (word: PlainWord, start: number, end: number): PlainMention => {
    const quote = folded.slice(start, end);
    const before = folded.slice(Math.max(0, start - 24), start).replace(asking, ' ');
    // 太空 and 太阳 are no too much.
    const own = language === 'zh' && /^(?:味道?(?:别|不要)?太?|太(?![空阳极]))/u.test(quote) && /别|不|太/u.test(quote);
    const isDenied = own || denied[language].test(before) || deniedBehind.test(folded.slice(end));
    return { word, quote, start, end, isDenied };
  };
  const all = [
    ...words.flatMap(word =>
      [...folded.matchAll(word.said[language])].map(({ index, 0: said }) => mention(word, index, index + said.length)),
    ),
    ...suitsIn(folded, language).map(({ of, start, end }) => mention(of, start, end)),
  ];
  const kept = all.filter(
    one =>
      !all.some(
        other =>
          other !== one &&
          (other.word.kind === one.word.kind || !one.word.isPhrase) &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.quote.length > one.quote.length &&
          // What is said in so many words is finer than a pattern, and does not stand for it.
          // "Perfume makes it worse" has its opposite in it, and is no wish for perfume.
          (!other.word.isPhrase || one.word.isPhrase || (other.word.hasContrary && one.word.hasContrary)),
      ),
  );
  const meant = kept.sort((a, b) => a.start - b.start).filter(one => one.word.kind !== 'turned-away' || one.isDenied);
  return { unique: eachOnce(meant), all: meant };
};

/** What a told wish means that was told in plain words; undefined: it has none. */
export const plainWordOf = (value: string): PlainWord | undefined => {
  const found = plainWordsIn(fold(value));
  const whole = found.find(one => one.quote.length === value.length);
  return (whole ?? turnedAwayAs(value))?.word;
};

/** The same, of a search: what somebody likes is no quality of goods where they are for nobody else. */
export const plainWordFor = (
  value: string,
  preferences: readonly { readonly slot: string; readonly polarity: string }[],
): PlainWord | undefined => {
  const word = plainWordOf(value);
  const isForSomebody = preferences.some(p => p.slot === 'recipient' && p.polarity === 'like');
  return word === undefined || word.kind === 'quality' || !word.isPhrase || isForSomebody ? word : undefined;
};

/** Kept without its "no": 小零件. */
const turnedAwayAs = (value: string): { readonly word: PlainWord } | undefined => {
  const folded = fold(value);
  const language = hasHan(folded) ? 'zh' : 'en';
  const word = words.find(
    one =>
      one.kind === 'turned-away' && [...folded.matchAll(one.said[language])].some(m => m[0].length === folded.length),
  );
  return word && { word };
};
