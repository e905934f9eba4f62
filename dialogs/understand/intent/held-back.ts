/** What a message is taken for, held against its words: nothing is done on a likelihood where they ask, wish or speak of something else. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { swapsInCart } from '../orders/exchange-asked.ts';
import { ofOne } from '../other-words.ts';
import { hasForgotten } from '../talk/erasing-refused.ts';
import type { TurnRead } from '../turn-read.ts';
import type { IntentInput } from './intent-input.ts';
import type { Guess } from './settled-intent.ts';

/** As sure as words that order an exchange of what was bought. */
const sureOfReturn = 0.95;

/** 十来个人围着听够不: people are counted, and none is called. */
const countsPeople =
  /(?:\d{1,3}|[二两三四五六七八九十百几][十来多几]?)(?:来|多|几)?个人(?!工)|\b(?:for|with|of) (?:\d{1,3}|two|three|four|five|six|eight|ten|twelve|a dozen|twenty) people\b/u;

/** "No person now": one is refused, or sent away again. */
const noPerson =
  /^(?:(?:please|ok|okay|sorry|wait)[,. ]+)*no (?:real |live )?(?:person|human|agent|people|colleague)(?: (?:now|needed|please|thanks|yet|today))*[.! ]*$/u;

/** As sure as closed words are. */
const sureOfAct = 0.9;
const forgetting: ReadonlySet<Intent> = new Set(['forget', 'forget-all']);
const asksIfNeeded =
  /(?:也|还|都)?(?:要|需要|得买|必须买)(?:吗|么|不)(?=$|[?？,，。 ])|要不要|需不需要|\b(?:do|would|will) (?:i|we) (?:also |really |even )?need\b/u;
/** Nothing goes out on a likelihood without a word that takes, refuses or lessens. */
const mayRemove =
  /\b(?:no|not|never|un\w+|remov\w*|delet\w*|drop\w*|rid|out|off|away|back|less|fewer|only|just|cancel\w*|empty|clear|bin|scrap|ditch|lose|skip|forget|leave|without|mind|instead)\b|n't\b|[不别没删移去拿撤减退空清消扔少只甭]/u;
const takesOut = /\b(?:take|leave|put|get) [a-z' ]{1,30} (?:back )?out\b|\b(?:take|leave) out\b/u;
const wantsOneFor = /\b(?:want|need) (?:one|something) for\b/u;
/** 我就要背电脑的: such a one is wished for, and none is taken. */
const wantsSuchOne = /^(?:我|那)?(?:就|只|还是)?要(?![它这那一两俩二三四五六\d])\p{Script=Han}{1,12}的[啊呀嘛吧.! ]*$/u;

const atNight = /^(?!.*\b(?:bye|goodbye|good ?night|see you)\b).*\b(?:at|by|every|each|all|through the) nights?\b/u;

/** To be shown, and nothing is bought by it. */
const onlyLooks =
  /^(?!.*\b(?:add|cart|basket|take|buy|order)\b)(?:(?:ok|okay|please|and|so|now|can you|could you|can i|could i|let me)[, ]+)*(?:show me|see|look at|have a look at) |^(?!.*(?:加|买|拿|来一|下单|购物车|要了))(?:那|再|帮我|给我|我想|我要|想)*(?:看看|看一?下|看)(?!着|来)/u;

/** What a thing is, and not how it should be. */
const ofWhatItIs: ReadonlySet<StatedPreference['slot']> = new Set(['product', 'category', 'material', 'brand']);

/** Without such words nothing is asked of a price. */
const ofPrice =
  /\b(?:cheap\w*|pric\w*|deals?|discounts?|off|less|lower|better|best|expensive|budget|bargains?|costs?|pay|offers?|codes?|coupons?|vouchers?|more|extra|anything|something|else|only|steep|much|afford|knock|reduc\w*|money|negotiat\w*|haggle)\b|\d|便宜|优惠|[折价减贵少多钱省降券活让]|给力|划算/u;

/** 出汗没事吧, 淋点雨没问题吗: whether something does harm, and nothing is called off. */
const asksOfHarm =
  /^(?!.*(?:海关|过关|安检|退|换|寄|送|快递|付|发票|开票))(?=.{2}).*\p{Script=Han}(?:也|都|会|是|应该|肯定|的话|了)*(?:没事儿?|没问题|没关系|不要紧|不碍事)(?:吧|吗|么|嘛|的吧)[?？。.! ]*$/u;

/** "What's the drop", of shoes. */
const asksWhat = /^(?:so |and |ok |but )*(?:whats|what's|what is|what are) the [a-z-]+(?: [a-z-]+)?[?!. ]*$/u;

const isLooking = ({ shown, focus }: ConversationMemory): boolean => shown.length > 0 || focus !== undefined;

/** `first`: before an order that is named is weighed, `last`: after it. `keeps`: what is in the cart is to stay there. */
export const heldBack = (
  text: string,
  { goods, now, memory, reader }: TurnRead,
  input: IntentInput,
  keeps: boolean,
): { readonly first: (guess: Guess) => Guess; readonly last: (guess: Guess) => Guess } => {
  const { reading } = goods;
  // "Which banks?" goes on with the rule that was told where no goods lie before anybody.
  const isOfRule =
    memory.lastIntent === 'question' &&
    !isLooking(memory) &&
    goods.named.length + now.likes.length === 0 &&
    goods.need === undefined;
  const ofRule = (guess: Guess): Guess =>
    isOfRule && ofOne.has(guess.intent) ? { ...guess, intent: 'question' } : guess;
  // "Swap them for the black ones", and it isn't clear which: of what is in the cart, and of nothing that was bought.
  const ofCart = (guess: Guess): Guess =>
    guess.intent === 'start-return' && guess.confidence < sureOfReturn && swapsInCart(text, memory)
      ? {
          ...guess,
          intent: now.likes.some(p => p.slot === 'product' || p.slot === 'category') ? 'product-search' : 'view-cart',
        }
      : guess;
  const ofNoPerson = (guess: Guess): Guess => {
    if (guess.intent !== 'person') return guess;
    if (noPerson.test(reading.folded)) return { intent: 'cancel', confidence: sureOfAct };
    return guess.confidence < sureOfReturn && countsPeople.test(reading.folded)
      ? { ...guess, intent: 'unclear' }
      : guess;
  };
  const onTable = memory.focus ?? (memory.shown.length === 1 ? memory.shown[0] : undefined);
  const looked = onTable === undefined ? undefined : reader.view.byId.get(onTable);
  const isOfOther =
    looked !== undefined &&
    input.entities.products.length === 0 &&
    now.likes.some(p => p.polarity === 'like' && ofWhatItIs.has(p.slot) && !matches(looked, p));
  // What does something is not done on a likelihood where the words ask or wish.
  const ofNoAct = (guess: Guess): Guess => {
    if (forgetting.has(guess.intent) && hasForgotten(reading.folded))
      return { intent: 'unclear', confidence: sureOfAct };
    if (guess.intent === 'cancel' && isLooking(memory) && asksWhat.test(reading.folded))
      return { ...guess, intent: 'product-details' };
    if (
      (guess.intent === 'cancel' || guess.intent === 'yes' || guess.intent === 'no') &&
      asksOfHarm.test(reading.folded)
    )
      return { ...guess, intent: isLooking(memory) ? 'product-details' : 'unclear' };
    if (keeps && guess.intent === 'remove-from-cart') return { intent: 'no', confidence: sureOfAct };
    // "Good for running at night" takes leave of nobody.
    if (guess.intent === 'goodbye' && atNight.test(reading.folded))
      return { intent: isLooking(memory) ? 'product-search' : 'unclear', confidence: sureOfAct };
    // "Show me the jasmine pearls in the 250 g tin".
    if (guess.intent === 'add-to-cart' && now.ordered === undefined && onlyLooks.test(reading.folded))
      return {
        intent: input.entities.products.length > 0 ? 'product-details' : 'product-search',
        confidence: sureOfAct,
      };
    // 就要护眼的, of a flask: likeness alone takes none for being such a one.
    const picksNothing = now.ordered === undefined && now.likes.length + input.entities.products.length === 0;
    if (guess.intent === 'add-to-cart' && picksNothing && wantsSuchOne.test(reading.folded))
      return { intent: 'product-search', confidence: sureOfAct };
    if (guess.confidence >= sureOfAct) return guess;
    // "Actually take the filters out", with no deal told: of the cart, in which nothing is called so.
    if (guess.intent === 'apply-offer' && memory.offer === undefined && takesOut.test(reading.folded))
      return { ...guess, intent: 'view-cart' };
    // "Forget pink, forget the price": conditions of the search are given up, and nothing that is kept.
    if (forgetting.has(guess.intent) && now.givenUp.length > 0 && isLooking(memory))
      return { ...guess, intent: 'product-search' };
    if (guess.intent === 'remove-from-cart' && !mayRemove.test(reading.folded))
      return { ...guess, intent: isLooking(memory) ? 'product-details' : 'unclear' };
    // "I overpronate a bit": likeness alone asks for no better price.
    if (guess.intent === 'better-deal' && !ofPrice.test(reading.folded)) return { ...guess, intent: 'unclear' };
    if (guess.intent !== 'add-to-cart') return guess;
    // "Buckwheat tin", with a mug looked at: another thing is named, and the mug is not taken.
    if (isOfOther) return { ...guess, intent: 'product-search' };
    // "Want one for the shower"; 磨豆机也要吗, "do I need the grinder too?"
    if (wantsOneFor.test(reading.folded) || wantsSuchOne.test(reading.folded))
      return { ...guess, intent: 'state-preference' };
    return asksIfNeeded.test(reading.folded)
      ? { ...guess, intent: input.entities.products.length > 0 ? 'product-details' : 'unclear' }
      : guess;
  };
  return { first: ofRule, last: guess => ofNoAct(ofNoPerson(ofCart(guess))) };
};
