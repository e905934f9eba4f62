/** A classifier's label is a likeness; what the message holds decides whether it may stand. */
import type { ConversationMemory } from '../../memory.ts';
import type { Entities, Intent } from '../../turn.ts';
import { onlyFindsDear, speaksOfDeal } from '../deals/deal-spoken.ts';
import { speaksOfOffer } from '../deals/offer-talk.ts';
import { forgotToDo } from '../talk/erasing-refused.ts';
import type { Reading } from '../text/reading.ts';
import type { Taste } from '../wishes/preferences.ts';
import { tellsOwnTaste } from '../wishes/taste-told.ts';
import { kinds } from '../wishes/wished.ts';

interface LabelInput {
  readonly reading: Reading;
  readonly entities: Entities;
  readonly taste: Taste;
  readonly memory: ConversationMemory;
}

/** Other words for a deal. */
const savesMoney =
  /\b(?:off|free|sav\w+|cheap\w*|bargains?|reduced|codes?|prices?)\b|便宜|划算|福利|红包|减|送|特价|码|价/u;

/** Money off is another matter than low prices. */
export const spokenDeal =
  /\b(?:deals?|discounts?|offers?|coupons?|vouchers?|sale|promo\w*|delivery|shipping|why)\b|优惠|折扣|打折|券|活动|促销|运费|包邮|为什么/u;

/** What can't be undone, or gives something up, is never done on a likeness alone: the message has to say it. */
const mustSay: Partial<Record<Intent, RegExp>> = {
  greeting:
    /\b(?:hi+|hello+|hey+|hiya|howdy|yo|sup|greetings|morning|afternoon|evening|(?:good )?day|what'?s up|aloha|ni ?hao|hola|bonjour|anyone|anybody|there)\b|[你您]们?好|好[啊呀]?$|嗨|哈[喽啰罗]|早|[午晚上]好|在吗|在不|在么|有人|打扰|老板|亲|客服|喂/u,
  yes: /\b(?:y|yes|yeah|yep|yup|ya|sure\w*|ok\w*|right|fine|please|absolutely|definitely|certainly|course|go|do|sounds|agree\w*|correct|exactly|al ?right|good|great|perfect|confirm\w*|why not|let'?s|indeed|works|true|want|love|like|take)\b|好|行|可以|是|对|嗯|要|成|没问题|没错|当然|同意|确|来|中|办/u,
  no: /\b(?:no|nope|nah|not|never|later|nothing|neither|pass|skip|keep|leave|rather|none|enough|don|dont|without|think)\b|n't\b|不|没|别|算|先|下次|以后|免|考虑|想/u,
  // "Electric, with temperature control" waits for nobody.
  person:
    /\b(?:persons?|people|hum\w+|souls?|agents?|some(?:one|body|1)|any(?:one|body)|staff|operators?|reps?|representatives?|managers?|supervisors?|colleagues?|employees?|team|real|live|call\w*|phone|ring|speak\w*|talk\w*|chat\w*|support|service|advis[eo]rs?|assistants?|members?|desk|boss|owner|transfer|connect|put me|hand me|escalat\w*|bots?|robots?|ai|machines?|guy|lady|man|woman|who|ren ?gong)\b|人|客服|经理|主管|老板|店[长家主员]|同事|小二|掌柜|师傅|[姐哥]|领导|上级|管事|喘气|接线|电话|转|投诉|机器|程序|自动|听懂|负责|谁|[叫喊]|帮我问|解决/u,
  'view-cart':
    /\b(?:carts?|baskets?|bags?|trolley|check ?out|totals?|pay|paying|due|owe|cost|costs|orders?|have|added|got|so far|together|in there|items?|sum|much|buying|contents?)\b|购物车|篮子|结账|结算|一共|总共|多少钱|合计|买了|加了|付|单/u,
  'about-me':
    /\b(?:me|my|mine|profile|know|remember\w*|data|stored?|saved|noted?|learn\w*|kept|told)\b|我|知道|资料|信息|记|数据|档案/u,
  cancel:
    /\b(?:cancel\w*|stop|never ?mind|nvm|forget|quit|abort|leave|changed? my mind|no longer|back|exit|end|restart|start over|scratch|drop|don'?t|dont|not|no|enough|undo)\b|取消|算了|停|不|别|改主意|退出|返回|重新|撤/u,
  // A question or a complaint that ends in thanks is no thanks.
  thanks:
    /^(?=.*(?:\b(?:thank\w*|thn?x|ty|cheers|appreciat\w*|grateful|great|perfect\w*|good|nice|love\w*|awesome|brilliant|wonderful|kind|help\w*|amazing|excellent|best|cool|super|sweet|happy|worked|solved|received|arrived|got)\b|谢|感|赞|棒|好|辛苦|厉害|贴心|牛|爱|满意|收到|费心|麻烦))(?!.*(?:[?？]|\b(?:how(?! (?:nice|kind|lovely|helpful))|when|what(?! (?:i|a)\b)|where|which|why|wrong|empty|broken|missing|lost)\b|怎么|多久|(?<!没)什么|哪|吗|[空坏错破少]|没(?!事|问题|关系|什么)))/su,
  'forget-all':
    /forget|(?:delete|erase|remove|wipe|clear)\b.*\b(?:me|my|you know|data|profile|information|details|history|memory|everything|all)\b|忘|(?:删|清|抹).{0,8}(?:我(?![没不又要买])|资料|数据|信息|档案|记录|记忆|历史|画像|知道)|(?:我|资料|数据|信息|档案|记录|记忆|历史|画像|知道).{0,8}(?:删|清|抹)/u,
  forget: /forget|delete|erase|remove|stop remembering|忘|删|别记|不要记/u,
  'opt-out':
    /^(?=.*(?:stop|\bno\b|\bnot\b|n't|\boff\b|\bout\b|quit|disabl|without|\bend\b|cease|unsubscribe|cancel|less|never|rather|leave|want|same|不|别|停|关|退|取消|拒绝|少|屏蔽|烦|免)).*(?:offer|deal|discount|promotion|personal|price|track|优惠|折扣|促销|推荐|个性|专属)/u,
  // Asking what there is switches nothing on: 有什么专属优惠.
  'opt-in':
    /^(?!.*(?:有(?:什么|啥|没有|哪些)|[有没给]没$|多少)).*(?:\b(?:on|again|back|in|enable|resume|restart|reactivate|allow|want|show|send|accept|start)\b.*(?:offer|deal|discount|promotion|personal)|(?:offer|deal|discount|promotion|personal).*\b(?:on|again|back|in)\b|(?:开|启|恢复|要|接受|同意|继续|给我|可以|重新|设置).*(?:优惠|折扣|促销|推荐|个性|专属)|(?:优惠|折扣|促销|推荐|个性|专属).*(?:开|启|恢复|要回|打开|回来))/su,
  // What a membership is good for is no deal by itself.
  deals: /^(?!(?:那|都|会员|请问|,| )*有(?:什么|啥|哪些)好处[?!. ]*$)/su,
  // 啥意思 asks what was meant, and is no complaint.
  complaint: /^(?!(?:这|那|你)?(?:是)?(?:啥|什么|几个)意思)/su,
  goodbye: /^(?!.*[?？])/su,
  'decline-offer':
    /^(?!.*[?？])(?!so no\b).*(?:\bno\b|\bnot\b|n't|\bnah\b|\bnope\b|declin|reject|refus|skip|pass|without|later|leave it|forget it|never ?mind|keep it|need|interested|不|别|算了|拒|没兴趣|用不着|免了|下次|以后|留着)/su,
  // Begins something; a size or an age alone is nothing that goes back.
  'start-return':
    /return|send|give (?:it|them|this)|\bback\b|refund|exchange|swap|replac|wrong|too \w+|\bfit|suit|small|big|large|tight|loose|faulty|broken|damaged|defect|chang|n't|\bnot?\b|money|regret|mistake|get rid|退|换|合适|太|坏|寄回|不|错|瑕疵|质量|破|后悔|大[一两]?[码号]|小[一两]?[码号]/u,
  'apply-offer': /apply|use|take|claim|redeem|activate|accept|deal|offer|discount|coupon|优惠|折扣|券|用|领/u,
  'why-offer':
    /why|how|reason|explain|because|based|behind|come from|chosen|为|怎么|凭|啥|依据|原因|理由|因|根据|什么|如何|咋/u,
  'better-deal':
    /cheap|less|lower|deal|discount|better|off\b|pric|sav|more|offer|expensive|too much|best|final|match|reduc|haggl|negotiat|sweet|bargain|wiggle|room|down|afford|budget|%|\$|¥|优惠|便宜|少|低|贵|折|减|价|划算|送|抹|砍|让|券|最|再|钱|块|元|预算/u,
  identity:
    /\bwho\b|\bwhat\b|\byou\b.{0,20}\b(?:real|human|person|bot|robot|machine|ai|name|call)|\b(?:human|robot|bot|machine|ai|chatgpt|name)\b|谁|人|机器|叫|名字|ai|客服|智能/u,
  'apply-code': /code|coupon|voucher|promo|码|券|口令/u,
  'promotion-question':
    /offer|deal|promo|discount|coupon|voucher|code|sale|% off|gift|save|优惠|活动|满|券|码|折|促销|赠|减|送|半价|用不了|不能用/u,
  'add-to-cart':
    /^(?!.*(?:\b(?:don't|dont|do not|not) (?:\w+ )?(?:want|like|need)\b|不要|不想要|不喜欢|不买)).*(?:add|cart|basket|buy|take|order|get|want|加|买|购|要|下单)/su,
};

/** "Which is better for long runs?", "what's better, this or that": goods are weighed. */
const weighsGoods =
  /\b(?:which|what|whats|what's)\b.{0,40}\bbetter\b|\bbetter (?:for|on|at|in|of|with|than|choice|option|one)\b|\bis (?:it|this|that|the \w+(?: \w+)?) (?:any )?better\b/;

/** "Jackets please, I don't wear leather": the goods are asked for in a clause that tells no taste. */
const asksBesideTaste = ({ preferences }: Taste): boolean =>
  preferences.some(p => p.polarity === 'dislike' && tellsOwnTaste(p.quote)) &&
  preferences.some(p => p.polarity === 'like' && kinds.has(p.slot) && !tellsOwnTaste(p.quote));
/** 帆布包 能装下A4书的: what they are to be like, and nothing is asked. */
const describesGoods =
  /^(?!.*(?:[?？吗么嘛呢怎哪啥退换寄邮]|什么|多少|是不是|能不能|会不会|可不可以))\p{Script=Han}{2,6}[ ,，](?:要|想要|最好)?(?:能|可以|带|有|不)[\p{Script=Han}a-z\d]{1,14}的[。.! ]*$/u;

/** The classifier's label, checked against what the message holds. */
export const settle = (label: Intent, { taste, entities, memory, reading }: LabelInput, isTaught = false): Intent => {
  const likes = taste.preferences.filter(p => p.polarity === 'like');
  const category = likes.some(p => p.slot === 'category' || p.slot === 'product');
  const pointed = entities.products.length > 0 || entities.ordinal !== undefined;
  // Who wants to be forgotten says what of them; a cart is emptied in the same words.
  if (label === 'forget-all' && emptiesCart.test(reading.folded)) return 'remove-from-cart';
  const wanted = mustSay[label];
  if (wanted && !wanted.test(reading.folded))
    return label === 'opt-in' && spokenDeal.test(reading.folded) ? 'deals' : pointed ? 'product-details' : 'unclear';
  if (ofDeals.has(label) && !isTaught && !mayMeanDeal(reading.folded, memory)) {
    if (weighsGoods.test(reading.folded))
      return memory.shown.length > 1 || pointed ? 'product-details' : category ? 'product-search' : 'question';
    return category || taste.preferences.length > 0 || entities.budget || memory.search?.length
      ? 'product-search'
      : pointed
        ? 'product-details'
        : 'unclear';
  }
  if ((label === 'forget-all' || label === 'forget') && forgotToDo(reading.folded)) return 'question';
  // 删掉挂耳包, right after something went into the cart.
  if (label === 'forget' && ofCart.has(memory.lastIntent ?? 'unclear') && takesAway.test(reading.folded))
    return 'remove-from-cart';
  if (label === 'greeting' && asksBesides.test(reading.folded)) return 'question';
  if (label === 'deals' && category && !spokenDeal.test(reading.folded) && !savesMoney.test(reading.folded))
    return 'product-search';
  // "No non-stick! I told you about the parrot": what was said before is no matter of what is kept.
  if (label === 'about-me' && toldBefore.test(reading.folded))
    return taste.preferences.length > 0 ? 'product-search' : 'complaint';
  // 越野的就不要了, 尺码44: nothing was offered, and the search is told more.
  const isSearching = memory.search !== undefined && memory.search.length > 0;
  if (label === 'decline-offer' && !memory.offer && isSearching && taste.preferences.length > 0)
    return 'product-search';
  if (label === 'state-preference' && taste.preferences.length === 0) return 'unclear';
  // A price is told of what is looked for.
  if (label === 'state-preference' && entities.budget) return 'product-search';
  if (label === 'state-preference' && category && shopsFor.test(reading.folded)) return 'product-search';
  if (label === 'state-preference' && asksBesideTaste(taste)) return 'product-search';
  if (label === 'question' && category && describesGoods.test(reading.folded)) return 'product-search';
  if (label === 'recommend' && category) return 'product-search';
  if ((label === 'stock' || label === 'product-details') && !pointed && category && !memory.focus)
    return 'product-search';
  if (
    label === 'stock' &&
    !pointed &&
    category &&
    !/\bstock\b|\bleft\b|available|有货|库存|现货|剩/u.test(reading.folded)
  )
    return 'product-search';
  return label;
};

const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'change-quantity', 'view-cart']);
const takesAway =
  /^(?:(?:ok|no|please|actually)[,. ]+)*(?:delete|remove) (?!what|everything|all|that i|my)|^(?:那|请|帮我|算了|,| )*(?:把.{1,12}?)?(?:删|去|移|拿)掉?(?!.*(?:说|记|告诉|资料|信息|记录))/u;

const ofDeals: ReadonlySet<Intent> = new Set(['deals', 'better-deal']);

/** A deal is looked for where money off is spoken of, was just now, or the one thing spoken of is found too dear. */
const mayMeanDeal = (folded: string, { lastIntent, focus, shown }: ConversationMemory): boolean =>
  speaksOfDeal(folded) ||
  speaksOfOffer.has(lastIntent ?? 'unclear') ||
  (onlyFindsDear(folded) && (focus !== undefined || shown.length < 2));

const toldBefore =
  /\b(?:i|we)(?:'ve| have)? (?:just |already |clearly )?(?:told|said to|explained to) (?:you|u|ya)\b(?!.*\?)|\b(?:you|u)(?: just| only| always| still)* (?:keep|kept|keeps) (?:on )?(?:showing|giving|suggesting|recommending)\b|我(?:都|已经|刚才?|早就|不是)?(?:跟|和|告诉)你?(?:们)?(?:说|讲|告诉)(?:过|了)/u;

const emptiesCart =
  /^(?:(?:ok|okay|no|actually|please|can you|could you|now)[,. ]+)*(?:remove|clear|empty) (?:it )?(?:all|everything)(?: please| now)?[.! ]*$/;

/** "Hey, do you have an app": more than a greeting. */
const asksBesides =
  /\b(?:do|does|did|can|could|have|which|how (?:do|does|can|much|many|long)) (?:you|u|i|we|the|it|they|this)\b|有.{1,8}[吗么没]|怎么|多少|能不能|可不可以/u;

const shopsFor =
  /\b(?:i'd like|i would like|i need|i want|we need|looking for|need|want) (?:to (?:buy|get|find) )?(?:an?|some|new|the|my|another)\b|想要?[买一]|想要(?!.*不)|要[一买找]|找一?[个件双]/u;
