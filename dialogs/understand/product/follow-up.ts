/** A short question right after goods were shown: it is about them, whatever it sounds like by itself. Takes folded text. */
import { type Asked, askedIn } from '../../../knowledge/retrieval/goods/page-asked.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { wantsElseThan } from '../pointing/others-wanted.ts';
import { asksInShort, asksOfThing } from './thing-asked.ts';

/** After these goods are what is on the table, unless a page was told from since. */
const ofGoods: ReadonlySet<Intent> = new Set([
  'product-search',
  'recommend',
  'product-details',
  'stock',
  'why-product',
  'add-to-cart',
  'change-quantity',
  'state-preference',
  'question',
  'unclear',
]);

export const goodsOnTable = ({
  shown,
  focus,
  lastIntent,
  topic,
  policy,
}: Pick<ConversationMemory, 'shown' | 'focus' | 'lastIntent' | 'topic' | 'policy'>): boolean =>
  (shown.length > 0 || focus !== undefined) &&
  lastIntent !== undefined &&
  ofGoods.has(lastIntent) &&
  topic === undefined &&
  policy === undefined;

/** The shop, its people and what is done here are no property of goods; which size to take is told by the pages of sizes. */
const ofShopToo =
  /\b(?:you|u|your|i|i'm|my|me|we|our|us|he|she|shop|store|website|chat|app|open|close|closing|hours|address|call|phone number|email|help|mean|sorry|joking|serious|legit|real person|hong kong|china|abroad|customs|tax|sizes?|sizing|true to|run|fit|fits)\b|尺码|码数|大码|偏大|偏小|合脚|你|您|我|咱|店|网站|客服|电话|地址|几点|营业|注册|登录|会员|积分|运|邮|正品|发票|送|寄|卖|款式|其他|别的|推荐|什么意思|开玩笑|收到|能到|会到|几天|哪天|几号|等|修|坏|票|分期|花呗|信用卡|微信|支付宝|银联|自提|满\d|起订|起批|批发|定制|到账|审核|修改/u;

/** What is asked of them by kind: "how many mah", 几个人玩. */
export const asksByKind = (folded: string): readonly Asked[] =>
  !isWish.test(folded) && (asksOfThing(folded) || (asksInShort(folded) && asksHowMany.test(folded)))
    ? askedIn(folded).filter(one => one.kind)
    : [];
const asksHowMany = /\?|\bhow\b|\bwhat'?s\b|\bany\b|多少|几|吧[?!. ]*$/u;
/** "No fragrance", 能放下电脑的, "something that doesn't leak": wished for, and not asked of what was shown. */
const isWish =
  /^(?:(?:and|but|ok|please)[,. ]+)*(?:no|not|nothing|without|something|anything|one|i|we|a|an|some|do you|u got|got any|any(?:thing)? (?:that|with|for))\b|^(?:不|别|我|要|想|有没有)|^那(?:还)?有没有[^,，。]{1,6}的(?=$|[ ,，。?？吗])|(?<![几多少哪][^的]{0,8})的[。.! ]*$/u;

/** "And how much?", 多少钱呢: of the goods on the table, whose cards tell it. */
const bareHowMuch =
  /^(?:(?:and|so|ok|but|cool|nice)[,. ]+)*(?:how much(?:'s| is| are| do| does| for| would)*(?: (?:it|they|these|those|them|each(?: one| of (?:them|these|those))?|all of them|(?:these|those) [a-z-]+))*(?: (?:cost|costs|be|each|then))*|what(?:'s| is| are| do| does)* (?:the |their |its )?(?:prices?|(?:it|they|these|those|each)(?: of them| one)? (?:cost|costs)(?: each| apiece)?)(?: of (?:each|these|those|them|it))?|(?:the )?prices?)[?!. ]*$|^(?:那|它们?|这些|这[几两三四五]?[个款件双]|那些|每[个款件双]|请问|分别|各自?|都|,| )*(?:是|要|卖)?(?:多少钱|多少米|啥价(?:格|位)?|什么价(?:格|位)?|怎么卖|价格(?:呢|多少|是多少|分别是?多少)?|几多钱)(?:呢|啊|呀|一?[个件双条])?[?!. ]*$/u;
export const asksPriceBarely = (folded: string, memory: Parameters<typeof goodsOnTable>[0]): boolean =>
  goodsOnTable(memory) && bareHowMuch.test(folded);

const barely = 30;
/** "Itchy?", 亮不亮啊, 会不会跑毛: a question in a few words that no kind has a name for. */
const bare =
  /^(?:(?:and|so|but|ok|oh|hm+|also)[,. ]+)*[a-z][a-z' -]{1,28}\?+ *$|^(?:那|它|这[个款件双条只]?|,| )*(?:\p{Script=Han}{0,4}?(\p{Script=Han}{1,2})不\1\p{Script=Han}{0,5}|(?:会不会|能不能|可不可以|有没有|是不是|容不容易|够不够)\p{Script=Han}{1,8}|(?:有|带|能|会|可以|容易|够)\p{Script=Han}{1,7}(?:吗|么|嘛|不|没有?)|\p{Script=Han}{1,7}(?:能不能|能|可以|适合|会不会|会|够)\p{Script=Han}{1,6}(?:吗|么|嘛|不)|\p{Script=Han}{1,5}(?:是|有|会|都)?(?:配|附|自带|附带)的?(?:吗|么|嘛|不|没有?)|\p{Script=Han}{0,6}(?:几|多少|多久|多长|多大|多高|多重)\p{Script=Han}{0,5})(?:啊|呀|呢|的)*[?!. ]*$/u;
/** What a watch or a headset can do. */
const calls = /[接打通听]电话|\b(?:take|make|answer|for) (?:phone )?calls?\b/gu;
/** "How many drops do I use", "is it hard": in the form of a question that only a thing is asked. */
const howMany =
  /^(?:(?:and|so|but|ok)[,. ]+)*how many (?!of |days|weeks|orders|points|items|people)[a-z-]+(?: [a-z]+){0,5}[?!. ]*$/;
export const asksBarely = (folded: string): boolean =>
  (howMany.test(folded) ||
    (folded.length <= barely && bare.test(folded) && !ofShopToo.test(folded.replace(calls, ' ')))) &&
  !wantsElseThan(folded) &&
  asksInShort(folded);
