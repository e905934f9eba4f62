/**
 * Traits that are never stored and never used: health, religion, ethnicity, sexuality, politics, and anything about a child.
 * A sentence that touches one yields no fact at all; better a wish forgotten than a trait kept.
 */
import { fold } from '../retrieval/text/fold.ts';

const english = [
  // health and body
  'diabet\\w*|asthma\\w*|cancer(?! (?:zodiac|necklace|horoscope|star sign))|hiv|(?<!first |study |teaching |visual |learning )aids|depress(?:ed|ion)|anxiety|adhd|autis\\w*|arthriti\\w*|allerg\\w*|eczema|psoriasis|rosacea|pregnan\\w*|ivf|miscarriage|menopause|epilep\\w*|migraines?|disab(?:led|ility)|wheelchair|chemo\\w*|surgery|diagnos\\w*|disease|illness|medical condition|my (?:doctor|therapist|gp|psychiatrist)|medication|insulin|blood pressure|heart condition|bad (?:back|knees?|hip)|injur(?:y|ed|ies)|obes\\w*|overweight|coeliac|celiac|lactose intolerant|bipolar|dementia|alzheimer\\w*|plantar fasciitis|flat feet|bunions?|rehab|(?<!non[- ])alcoholic(?! drinks?| beverages?)|addict\\w*(?! to (?:coffee|chocolate|tea|shopping|shoes|books|sneakers|reading|gaming|sushi))|vertigo|insomnia|sciatica|scoliosis|thyroid|stroke|hearing loss|hard of hearing|colou?r[- ]?blind|blind person|lupus|fibromyalgia|hernia|gout|crohn\\w*|tumou?r|leuk(?:a)?emia|parkinson\\w*|multiple sclerosis|breastfeeding|menstrua\\w*|infertil\\w*|anorexi\\w*|bulimi\\w*|ptsd|schizophren\\w*',
  // religion
  'muslims?|islam\\w*|christian(?:s|ity)?(?! (?:dior|louboutin|lacroix|bale))|catholic|protestant|jewish|judaism|jews?|hindu\\w*|buddhis\\w*|sikh\\w*|mormon|atheis\\w*|hijabs?|burqa|kosher|halal|ramadan|eid|hanukkah|diwali|church|mosque|synagogue|bible|quran|koran|torah|rosary|my (?:religion|faith)|communion|baptism|bar mitzvah',
  // ethnicity
  "ethnic\\w*|african american|my race|hispanic|latin[oax]s?|asian american|caucasian|uyghurs?|tibetan people|roma people|immigrants?|refugees?|skin colou?r|i am (?:black|white|asian|arab)\\b(?! (?:shoe|bag|jacket|coat))|i'm (?:black|white|asian|arab)\\b|(?:black|white|asian|arab|latin|mixed race) (?:m[ae]n|wom[ae]n|person|people|guy|girl|lady)\\b(?!'s|s| (?:shoe|boot|bag|jacket|coat|shirt|sneaker|watch|belt))",
  // sexuality and gender identity
  'gay|lesbian|bisexual|homosexual\\w*|transgender|trans (?:man|woman|person)|non[- ]?binary|queer|lgbt\\w*|sexual orientation|pride (?:parade|march|flag)',
  // politics and unions
  'democrats?|republicans?|conservative part\\w*|labour party|tory|communist|socialist|maga|trump(?! cards?| card game)|biden|political\\w*(?! thriller| satire)|politics|vot(?:e|ed|er|ing) for|election|trade union|union member|protest(?:er|ers|ing)?|activist',
];
const chinese =
  '糖尿病|哮喘|癌|艾滋|抑郁|焦虑症|自闭|关节炎|过敏|湿疹|牛皮癣|银屑病|怀孕|孕妇|孕期|备孕|流产|更年期|癫痫|偏头痛|残疾|残障|轮椅|化疗|手术|确诊|疾病|病人|患者|生病|得了病|吃药|服药|胰岛素|高血压|心脏病|肥胖症|痴呆|老年痴呆|受伤|骨折|扁平足|医生说|医生让|慢性病|腰椎|颈椎病|(?:腰|膝盖|腿脚|胃|心脏|肝|肾|颈椎|肺|血压|血糖|听力|视力|身体)(?:一直|有点|不太|很|也)?(?:不好|有问题|有毛病|疼|差|不便|不方便|不利索)|失眠|中风|痛风|甲状腺|肿瘤|白血病|近视手术|月经不调|哺乳期|不孕|心理医生|精神病|色盲|耳聋|' +
  '穆斯林|回民|伊斯兰|基督(?!山)|天主教|佛教|信佛|犹太|道教|信教|宗教|教徒|清真|斋月|(?:做|去)礼拜|礼拜堂|教堂|清真寺|受洗|拜佛|' +
  '回族|藏族|维吾尔|维族|满族|蒙古族|少数民族|民族身份|黑人(?!牙膏)|白种人|种族|' +
  '同性恋|同志身份|拉拉(?!队|裤|链|杆)|双性恋|跨性别|性取向|出柜|' +
  '共产党|党员|国民党|民进党|政治立场|政治观点|投票给|选举|游行|抗议|(?<!员)工会(?!议)';
const lowNumbers =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen';
/** An age of two and more of whoever "she" is, and sizes that are a child's height in cm, tell of a child too. */
const childish =
  '\\b(?:kids?|child|children|toddlers?|(?:boys?|girls?) (?:of|who is|aged?) (?:about |only |just )?(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven) (?:months?|years?)|(?:boys?|girls?|kiddo)(?:,? (?:(?:who|that)(?:.s| is)|is|just|soon|about|nearly|almost))* (?:turn(?:s|ing|ed)|of|aged?) (?:about |only |just )?(?:\\d|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?! (?:them|those|these|each|pieces?|other))|(?:[1-9]|1[0-7])(?:st|nd|rd|th) birthday|(?:brother|sister|cousin)(?:,? (?:is|who is|aged)|.s|,) (?:(?:just|only|nearly|almost|turning|turned) )*(?:[2-9]|1[0-7])(?= *(?:$|[.,!?;]|now\\b|years?\\b|and\\b))|an? (?:little |small |young )?boy(?! ?-?(?:friend|band))|an? (?:little|small|young) girl(?! ?friend)|\\d{1,2}[- ]months?[- ]olds?|bab(?:y|ies)(?! (?:blue|pink|powder blue|carrots?|spinach|oil|face))|newborns?|infants?|(?:my|our|his|her) (?:\\w+[- ])*(?:sons?|daughters?|grandsons?|granddaughters?|grandchild|grandchildren|grandkids?|nieces?|nephews?|godson|goddaughter|little (?:boy|girl|one))|(?<!\\d)(?:\\d|1[0-7])[- ]?(?:(?:years?|months?)[- ]?olds?|y\\/?o|yrs?[- ]?old)|(?:' +
  lowNumbers +
  ")[- ]year[- ]olds?|(?:she|he)(?:'s| is| has| just)+(?: (?:only|just|almost|nearly|turned|turning))* (?:[2-9]|1[0-7]|" +
  lowNumbers.replace('one|', '') +
  ')(?= *(?:$|[.,!?;]|now\\b|years?\\b|and\\b|so\\b|in\\b))|size (?:80|86|92|104|110|116|122|128|134|140|146|152)|teen(?:s|agers?)?)\\b|孩子|小孩|宝宝|婴儿|儿子|女儿|孙子|孙女|外孙|侄子|侄女|外甥|小朋友|[男女]?童[装鞋款]|(?:小学|幼儿园)(?!老师|教师|校长|同学|园长)|初中生|中学生|小[男女](?:生|孩)|[男女]宝|我家娃|周岁(?!以上)|满月|(?<!\\d)\\d{1,2}个月大|(?<!\\d)(?:\\d|1[0-7]) ?岁|(?<![二三四五六七八九十])(?:十[一二三四五六七]?|[一二两三四五六七八九])岁';

const traits = new RegExp(`\\b(?:${english.join('|')})(?:\\b|$)|${chinese}`, 'u');
const child = new RegExp(childish, 'u');
/** Goods and features named like a trait. */
const harmless = /sensitive[- ]skin|allergy free|hypoallergenic|anti[- ]?allerg\w*|pain au chocolat|敏感肌/gu;

/** True when the text tells, or could tell, such a trait of anybody. */
export const isSensitive = (text: string): boolean => {
  if (text !== asked.text) asked = { text, is: traits.test(fold(text).replace(harmless, ' ')) };
  return asked.is;
};
/** One message is asked about in several places, and there are hundreds of words to look for. */
let asked = { text: '', is: false };

const goods =
  /\b(?:hearing aids?|glucose (?:meters?|monitors?)|maternity|nursing (?:bras?|pillows?|tops?|dress(?:es)?)|breast pumps?|incontinence|adult (?:diapers?|nappies)|condoms?|erotica|sex toys?|(?:knee|wrist|ankle) braces?|crutch(?:es)?)\b|助听|血糖|血压|孕妇|孕妈|产妇|产后|坐月子|哺乳|待产|避孕|情趣用品|两性|颈椎|拐杖|助行/u;

/** True when the text names goods that tell such a trait of whoever they are for: they are looked for, and never kept. */
export const isTellingGoods = (text: string): boolean => goods.test(fold(text));

const childsAge = new RegExp(
  `^(?:\\d|1[0-7])(?![\\d+])(?! ?(?:\\+|-|to|and up|or older|个?以上|到|至))|^(?:${lowNumbers})(?: ?(?:years?|months?|yrs?))?(?: old)?$|^(?:[一二两三四五六七八九]|十[一二三四五六七]?)(?:岁|个月)`,
  'u',
);

const skin =
  /sensitive[- ]skin|skin(?:'s| is| gets)? (?:\w+ ){0,2}sensitive|敏感(?:肌|皮肤|皮(?!革))|(?:皮肤|脸|肌肤).{0,4}敏感/u;

/** True when it is told of somebody's body what goods are made for: a filter of the search at hand, and never kept. */
export const isBodyTrait = (text: string): boolean => skin.test(fold(text));

/** True when an age is that of a child ("14", "6 years old", 三岁) and not the range a product is made for ("3+", "8-12"). */
export const isChildsAge = (age: string): boolean => childsAge.test(fold(age));

/** True when the text speaks of a child; such wishes serve the search at hand and are not kept. */
export const isAboutChild = (text: string): boolean => child.test(fold(text));
