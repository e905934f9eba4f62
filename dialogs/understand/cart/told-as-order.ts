/**
 * "Right, the green one then", "sure go on, put the 30 ml in", 各来一个吧: what is settled on without the closed words of an order,
 * told as one. It is one only if every word of it then says what goes in.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { Intent, Understanding } from '../../turn.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import { buysNothing } from './buys-nothing.ts';

type Alone = (text: string) => Understanding;

/** What such words are taken for by themselves. */
export const mayOrder = ({ intent }: Understanding): boolean => takenFor.has(intent);
const takenFor: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'stock',
  'recommend',
  'state-preference',
  'unclear',
  'yes',
]);

const longest = 90;

const nod =
  "(?:ok(?:ay)?|k|yes|yeah|yep|right|alright|all right|sure|go on|fine|great|good|super|cool|perfect|lovely|brilliant|splendid|excellent|nice|thanks|thank you|sounds good|that'?s (?:fine|good|great|ok)|deal|sold)(?: (?:then|so))?";
const aside = '(?:so|well|oh|ah|hm+|then|and|also|plus|just|actually|maybe|now)';
/** Agreed to before it. */
const nodded = new RegExp(`^(?:${aside}[,.!: ]+)*${nod}[,.!: ]+(?:(?:${nod}|${aside})[,.!: ]+)*`);
/** "Ok the shower one. Can it get wet?" only points at it. */
const strong =
  /\b(?:go on|fine|great|good|super|cool|perfect|lovely|brilliant|splendid|excellent|nice|sold|deal|alright|all right)\b/;
const leading = new RegExp(`^(?:${aside}[,.!: ]+)+`);
/** "… please", "… then", "… goes in": a shop is told. */
const closed =
  /(?:'ll do|[,. ]+(?:please|pls|plz|then|thanks|thank you|thx|cheers|it is|(?:will|ll) do|(?:goes|go) in(?: (?:my|the) (?:cart|basket|bag))?|for me|in))+$/;
const onlyThen = /^[,. ]*then[,. ]*$/;
/** "I'd like the …", "put the … in", "I'll start with the …": of what was shown. */
const verbs =
  /^(?:(?:i|we)(?:'?d| would)? (?:like|want|need|pick|choose)|(?:i|we)(?:'?ll| will|'?d)? (?:rather |just )?(?:take|have|get|grab|try|start with|go (?:for|with)|stick with|settle (?:for|on))|(?:let'?s|let me) (?:do|take|have|get|try|start with|go (?:for|with))|(?:add|put|pop|throw|stick|chuck|bung|grab|get)(?: me| us)?(?: in)?) (?=\S)/;
/** "Just the kettle please", of what was asked for. */
const narrows = /^(?:(?:no|ok|oh|well)[,. ]+)*(?:just|only) the [a-z]+(?: please)?[.! ]*$/;
const wishes = /^(?:i|we)(?:'?d| would)? (?:like|want|need) /;
/** Behind what is taken, and nothing of it. */
const besides =
  /,? (?:to go with (?:it|them|that)|(?:if|where) (?:possible|you have (?:it|them|one)|there is one))(?=[,.]|$)/g;
/** One that lies before both, or so many of them. */
const definite = /^(?:the|that|this|those|these|both|one|two|three|four|five|six|\d{1,2}|a couple|a pair)\b/;
/** "Red one, and …". */
const oneOfShown = /^[a-z]+ (?:one|ones|pair)\b/;
const someOfKind = /^[a-z]{3,}s$/;
/** "Waterproof ones please": how they should be; a colour picks one out. */
const severalSuch =
  /^(?!(?:the|black|white|red|blue|navy|green|yellow|orange|pink|purple|gr[ae]y|brown|beige|oat|sage)\b)[a-z][a-z -]* ones$/;
const indefinite = /^(?:an?|some|any|anything|something|nothing|not?|another|more|other|cheaper|it|me)\b/;
/** Looked for, compared, supposed or asked: nothing is settled on. */
const unsettled =
  /[?？]|\b(?:or|if|but|not|don'?t|no|without|instead|than|too (?:big|small|large|dear|expensive|heavy|much)|other|another|else|similar|like (?:that|this|the)|(?:for|from) (?:my|a|an|her|his|work|the)|show|see|find|look(?:ing)?|search|recommend|compare|between|under|below|about|around|budget|max|tell|know|explain|details?|about|question|order|return|exchange|refund|deliver\w*|ship\w*|code|coupon|discount|wrap\w*|is|are|was|were|does|do|has|have)\b/;

const nodZh = /^(?:(?:好的?吧?|行吧?|可以|嗯|ok|成|对|没问题|不错|挺好的?|算了|谢谢|那么?|[,，。.!！~ ])+)/u;
const closedZh = /(?:吧|呗|啦|咯|就行|就好|谢谢|哈|[,，。.!！~ ])+$/u;
const settlesZh =
  /吧$|呗$|^(?:那?就|我?要(?=[一两俩二三四五六\d]?[个件双条只包盒瓶套罐袋台份支副盏本]|[这那])|[来拿买]|选)|都(?:给我|帮我)?(?:要|拿|买|来|加)|各(?:来|要|拿|买)?[一两二三\d]|[来加拿][一两俩二三四五六\d]?[个件双条只包盒瓶套罐袋台份支副盏本]|(?<!第)[一两俩二三四五六\d][个件双条只包盒瓶套罐袋台份支副盏本]$|下单|就行$|就好$/u;
const unsettledZh =
  /[?？]|(?:能|可以|会|是|够|算|对).{0,12}吧$|吗|嘛|么$|呢$|多[少久长高重宽远]|怎么|咋|哪|什么|啥|有没有|能不能|可不可以|是不是|几|不要|不用|不买|不是|不喜欢|换|[买拍订]?(?:大|小|多|少|贵|错|长|短|重)了|别的|其他|推荐|看看|看下|找|比较|对比|退|取消|删|去掉|移除|订单|优惠|券|折|人工|客服|发票|地址|运费|包邮|太|便宜|贵|上次|之前|送|给(?!我)/u;

/** 就一款啊: that there is no other, and no order. */
const onlyOne = /^(?:怎么|原来|哦|噢|所以)?(?:就|才|只)(?:有)?(?:这|那)?一[款种样](?:啊|呀|哦|噢|么|嘛|了)*$/u;
const eachInTurn =
  /([一两俩二三四五六\d][个件双条只包盒瓶套罐袋台份支副盏本])(?=\p{Script=Han}{1,6}[一两俩二三四五六\d][个件双条只包盒瓶套罐袋台份支副盏本])/gu;
const cartVerbsZh = /^(?:就|我)?(?:要|来|拿|买|选|加)(?![一两俩二三四五六\d])/u;

const englishOrders = (folded: string): readonly string[] => {
  const agreed = nodded.exec(folded)?.[0] ?? '';
  const said = folded
    .slice(agreed.length)
    .replace(/[.! ]+$/, '')
    .replace(leading, '');
  const end = closed.exec(said)?.[0] ?? '';
  const body = said
    .slice(0, said.length - end.length)
    .replace(besides, '')
    .trim();
  const verb = verbs.exec(body)?.[0] ?? '';
  const thing = body.slice(verb.length).trim();
  if (thing === '' || unsettled.test(thing) || narrows.test(folded)) return [];
  // "Those are earbuds, I want over-ear": of no kind is one taken that is only wished for.
  if (wishes.test(verb) && !definite.test(thing) && !oneOfShown.test(thing)) return [];
  const isSettled =
    strong.test(agreed) ||
    /^[^,]+ then(?:,| and) /.test(body) ||
    (end + verb).trim() !== '' ||
    /^(?:one|two|three|\d{1,2}) of\b/.test(thing);
  if (!isSettled || indefinite.test(thing)) return [];
  if (verb === '' && severalSuch.test(thing)) return [];
  // "Kite in red and the humming top pls": named in a shop's own words, with "please".
  // "Ok earbuds then" tells of what kind, and of no one yet.
  // "Toys please", of a pen that is looked at: some are looked for, and none is taken.
  const isNamed = end !== '' && (!onlyThen.test(end) || thing.includes(' ')) && !someOfKind.test(thing);
  if (!definite.test(thing) && !oneOfShown.test(thing) && verb === '' && !isNamed) return [];
  return [`i'll take ${thing}`];
};

const chineseOrders = (folded: string): readonly string[] => {
  const agreed = nodZh.exec(folded)?.[0] ?? '';
  const said = folded.slice(agreed.length).replace(/[,，。.!！~ ]+$/u, '');
  if (unsettledZh.test(said) || !settlesZh.test(said) || onlyOne.test(said)) return [];
  const thing = said
    .replace(closedZh, '')
    .replace(/(?<=[^,，。 ])吧(?=[,，。 ])/u, '')
    .replace(/^那?就/u, '')
    .replace(cartVerbsZh, '')
    .trim();
  if (thing === '') return [];
  // 黑的一个红的一个: each with its number.
  const apart = thing.replace(eachInTurn, '$1 ');
  return apart === thing ? [`${thing} 加入购物车`] : [apart];
};

/** 浴室那个 加一个 黄色: pointed out in words of no name. */
const described =
  /^[^,，。 ]{1,8}[这那][个款件双条只台支](?:就|[加来要拿买]|[一两俩二三\d][个件双条只台支副]|[,，、 ])*(?:[^,，、 ]{1,3}的?)? 加入购物车$/u;
/** All of it is read, and at least one thing is clear. */
const isOrder = (
  { intent, confidence, ordered, isOneOrder, among, entities }: Understanding,
  isDescribed: boolean,
): boolean =>
  intent === 'add-to-cart' &&
  confidence >= sureOfOrder &&
  (isOneOrder !== undefined ||
    isPlace(entities) ||
    (ordered !== undefined && ordered.lines.length > 0 && !ordered.absent) ||
    (isDescribed && ordered === undefined && among === undefined && entities.products.length === 1));
/** "The blue pair", of a list. */
const isPlace = ({ ordinal = 0 }: Understanding['entities']): boolean => ordinal !== 0;
const sureOfOrder = 0.9;

/** The words that put it in; undefined: it is none, or one in closed words already. Takes the shopper's own text. */
export const toldAsOrder = (text: string, alone: Alone): string | undefined => {
  if (text.length > longest) return undefined;
  const folded = fold(text).trim();
  const isHan = hasHan(folded);
  if (buysNothing(folded) !== undefined || (!isHan && hasFormOfQuestion(folded))) return undefined;
  const orders = isHan ? chineseOrders(folded) : englishOrders(folded);
  return orders.find(order => isOrder(alone(order), described.test(order)));
};
