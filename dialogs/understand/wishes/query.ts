/** What was searched for, without the words around it. Takes folded text. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { withoutCut } from '../../../knowledge/retrieval/goods/cut-asked.ts';
import type { SaidFact } from '../said/fact.ts';
import type { Reading } from '../text/reading.ts';
import { openWords } from './told-in-search.ts';

const english =
  /\b(?:(?:hi|hello|hey)(?: there)?|please|pls|thanks|thank you|can you|could you|would you|can i|could i|may i|i'd like(?: to)?|i would like(?: to)?|i want(?: to)?|i need(?: to)?|i am|i'm|i was|we are|looking(?: for)?|searching(?: for)?|search(?: for)?|look(?: for)?|find(?: me)?|show(?: me)?|(?:some|any)thing else|else|(?:some|any) others?|give me|get me|tell me|let me (?:see|know)|see|browse|buy|purchase|shopping for|in the market for|do you (?:have|sell|carry|stock)|have you got|got any|are there|is there|any(?:thing)?|some(?:thing)?|trying to|after|a|an|the|for me|just|maybe|actually|what about|how about|only|ones?|i mean(?:t)?|no|not|but|want|need|like|love|hate|prefer|recommend|suggest|which|what|you|your|my|me|of|to|in|on|for|and|or|with|at|from|that|this|it|is|are|be|will|would|should|under|below|around|about|over|above|between|budget|max|size|gift|present|yuan|rmb|cny|kuai|bucks|dollars?|secret santa|white elephant|at (?:work|school|the office)|who|guy|girl|someone|somebody|always|drew|categor(?:y|ies)|in general|up to|no idea(?: who)?|idk|dunno|lol|haha|nothing|there'?s|(?:yes|ok|so)(?= )|cheap|cheaper|cheapest|least expensive|most affordable|most expensive|priciest|good|nice|best|more|other|options?|really|please|i|we|do|does|take|bring|pack|wear|use|get|how much|prices?|costs?)\b/g;
const chinese =
  /(?:都|还|先|我|是不是)*(?:要|需要|得|该|应该)?(?:准备|置办|备|带)(?:点|些)?(?:什么|啥|哪些)(?:东西|装备)?(?:好|呢)?|请问|你好|您好|麻烦|帮我|给我|我想要|我想买|我想|我要|想要|想买|想找|有没有|有什么|有吗|找一?[个件双条]?|看看|看一下|一下|随便|随意|不[喝吃穿]|[给来送换]点(?!心)|推荐(?:一?[点些下](?!心)|几[个款件样])?|^那么?(?= *$|[给就我再推])|几[个件款样]|来一?[个件双]|买一?[个件双条]?|吗|呢|吧|啊|呀|的话|一个|一件|一双|左右|以内|以下|以上|之间|不超过|预算|大概|适合|哪些|你们|卖|送给|礼物|便宜点?|别的|其他|换成|不要|不是|就是|需要|喜欢|还有|这个|那个|[要该]?[带用穿戴](?:点|些)?什么好?|应该|多少钱|什么价格?|怎么卖|卖多少|贵不贵|价格/gu;

const queryOf = (folded: string): string => {
  const query = folded.replace(chinese, ' ').replace(/\s+/g, ' ').trim();
  return query === '' ? folded : query;
};

/** What it may cost is in no text of a product. */
const amounts =
  /(?:somewhere |anywhere )?(?:in the region of|in the ballpark of|round about|round|around|about|roughly) *(?=[¥$€£]?\d)|[一二两三四五六七八九十百千万\d]+(?:[来多把几]+(?:一?点)?)?(?:块钱?|元)|[一二两三四五六七八九][百千万][来多把](?:一?点)?|(?:[一二两三四五六七八九十百千万]+|\d+) *(?:左右|上下|以内|以下|出头)|(?:人均|每个?人|每位|每份)[一二两三四五六七八九十百千万\d]*|(?:都|全|也|这些|这几款)*(?:超出?|高)(?:了|过)?(?:预算|价格?|了)+|(?:别|不要|不)?太贵/gu;

/** "Camping for two people", 两个人露营用的: how many go is in no text of what they take. */
const goers =
  /(?<=\b(?:camping|hiking|trekking|backpacking|picnics?|trips?|travel(?:ling)?|road trip|weekend away)\b.{0,16})\b(?:for|with|of) (?:the )?(?:two|three|four|five|six|[2-6])(?: (?:people|persons?|adults|friends|of us))?\b|[两二俩三四五六2-6]个?人(?=(?:一起|去|周末)*(?:露营|徒步|野餐|旅行|旅游|爬山|野营))/gu;

/** The same for a product search: also without small words, so that only what names something is left. */
const productQueryOf = (folded: string): string =>
  folded
    .replace(amounts, ' ')
    .replace(goers, ' ')
    .replace(english, ' ')
    .replace(/换一?[批个些款组]/gu, ' ')
    .replace(chinese, ' ')
    .replace(/[^\p{L}\p{N}.'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const fillers =
  /\b(?:actually|no|not|i|i'm|im|i'd|i've|meant|mean|sorry|wait|oops|but|and|or|with|in|of|on|a|an|the|my|our|me|ones?|only|just|maybe|please|pls|any|some|something|anything|what|how|about|rather|instead|make|it|that|then|ok|okay|also|too|for|at|is|should|be|except|other|than|nothing|colour|color|size|budget|if|possible|preferably|ideally|so|well|hmm|um|uh|another|different|under|max|to|change|switch|same|this|time|want|looking|look|need|like|would|though|tho|find|show|are|you|do|have|there|got|yes|yeah|yep|sure|from|by|as|gift|gifts|present|presents|pair|kind|sort|new|don't|dont|thing|things|without|see|more|stuff|made|fancy|special)\b/g;
const chineseFillers =
  /其实|我说错了|说错了|我是说|我说的?|我问的?是?|我的意思是|不对|应该是|改成|换成|换个|换|抱歉|不好意思|不是|而是|是|只要|只看|只|就|要|不|别|的|吧|吗|呢|啊|款|双|件|个|一|有没有|有|还|也|最好|那|这|种|色|或者|或|和|但|可以|行|想|找|买|看看|看|我|你们|你|给|送|帮|选|挑|点|些|都|除了|码|号|尺码|颜色|礼物|礼品|来|下|在|想要|请|好|嗯|什么|哪些|卖|需要/gu;

/** "5-year-old" in a masked text. */
const ages =
  /\b(?:xnumber|\w+)[- ]*years?[- ]olds?\b|(?:xnumber|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+) ?岁半?/gu;

/** True when nothing is left of a masked text but placeholders and filler: the whole message is a filter. */
export const isOnlyFilters = (masked: string): boolean =>
  /x(?:category|brand|colour|size|material|feature|occasion|recipient|product|money)\b/.test(masked) &&
  masked
    .replace(ages, ' ')
    .replace(/\bx(?:category|brand|colour|size|material|feature|occasion|recipient|product|money)\b/g, ' ')
    .replace(fillers, ' ')
    .replace(chineseFillers, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '') === '';

/** "Is it for men?" asks. */
const asksIt =
  /^(?:is|are|was|does|do|can|will) (?:it|this|that|they|these|those|the)\b|[吗么嘛]|[^\p{Script=Han}]是不是/u;
const shortCut = 80;
/** Left of it beside the cut: an age, from which size on, 换, "that's for …, no?". */
const besideCut =
  /(?:she|he)(?:'s| is)(?: only| just)? (?:xnumber|[a-z]+)(?=[,.!?]| *$)|'s\b|\bsizes? {1,2}(?:xnumber|\d+)|\bat all\b|\b(?:cloth(?:es|ing)|wear|products?|goods|items?)\b|(?:xnumber|\b\d+|\b[a-z]+)[- ]?y\/?o\b|[换要看穿起了嘛]|\b(?:swap|these|those|she|he|her|him|please|got)\b/gu;

/** A message that tells nothing but for whom goods are cut, and perhaps which goods: "men's please", 换男款的, "kids jacket". */
export const isOnlyCut = ({ folded, masked }: Pick<Reading, 'folded' | 'masked'>): boolean => {
  if (folded.length > shortCut || asksIt.test(folded)) return false;
  const cut = withoutCut(masked, ' xrecipient ');
  return cut !== masked && isOnlyFilters(cut.replace(besideCut, ' '));
};

export interface Searched {
  /** Nothing is named anew. */
  readonly isGoingOn: boolean;
  /** Told for the list that is looked at. */
  readonly wishes: readonly StatedPreference[];
  readonly facts: readonly SaidFact[];
  /** Only the person is told of whom it is for. */
  readonly isOfPerson: boolean;
  /** Goods are looked for or asked about. */
  readonly ofGoods: boolean;
  readonly folded: string;
  /** The same without what no page can be searched for. */
  readonly named: string;
}

/** The words that products or pages are searched with. */
export const searchedWith = ({ isGoingOn, wishes, facts, isOfPerson, ofGoods, folded, named }: Searched): string => {
  if (isGoingOn) return '';
  if (wishes.length > 0)
    return [
      ...facts.filter(f => f.polarity === 1 && f.slot === 'product_type'),
      ...wishes.filter(p => p.polarity === 'like'),
    ]
      .map(one => one.value)
      .join(' ');
  if (isOfPerson) return openWords(facts);
  return ofGoods ? productQueryOf(named) : queryOf(folded);
};
