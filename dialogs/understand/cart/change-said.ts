/**
 * How a change of the cart is told, clause by clause: what goes out of it, what it should be instead, what alone is to stay. "L not
 * M", 白的不要 只要蓝的, "take the kettle out, I only want the dripper". Takes folded text; what the things are is read elsewhere.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ChangePart, ChangeSaid } from './change-part.ts';
import { leadZh, onlyLookedZh, partsInChinese, unaskedZh } from './change-said-chinese.ts';

const longest = 160;

const leadEn =
  /^(?:(?:ok|okay|no+|nope|nah|oh|oops|ah|hey|wait|sorry|actually|hm+|um+|well|please|pls|and|but|then|so|just|i (?:think|guess)(?= i)|can you|could you|would you|can we|(?:can|could) i(?= (?:swap|change|switch)\b)|let'?s|i mean(?! it)|i want you to|i(?:'d| would) like to|i want to|i need to|on second thoughts?|hold on|hang on|you know what|never ?mind|my bad|instead)[,.!: ]+)+/;
const takesBackEn =
  /\b(?:no+|nope|nah|oops|wait|sorry|actually|i mean|i meant|i said|on second thoughts?|hold on|hang on|my bad|instead|wrong|rather)\b/;
const wrongEn =
  /\b(?:wrong one|wrong (?:thing|item|size|colou?r)|(?<!\b(?:as|like) )i (?:said|meant|asked for)|not that one|not what i)\b/;
const removing =
  /^(?:remove|delete|drop|get rid of|lose|ditch|scrap|take (?:out|off)) (.{1,70}?)(?: (?:back )?(?:out|off|away|from|out of|off of)(?: (?:of )?(?:my |the )?(?:cart|basket|bag|order))?)?(?: (?:again|please|pls|then|now|too|instead))*$|^(?:take|put) (.{1,60}?) (?:back )?(?:out|off|back)(?: (?:of )?(?:my |the )?(?:cart|basket|bag|order))?(?: (?:again|please|pls|then|now|too|instead))*$/;
const refusing =
  /^(?:not|without|skip|leave out|forget(?: about)?|(?:i )?(?:don'?t|dont|do not|didn'?t|didnt|did not) (?:want|need|mean|ask for)|no) (.{1,50}?)(?: (?:any ?more|please|though|after all))*$/;
/** "And no mug": beside what is told of the cart. */
const noThing = /^(?:and|but|also|so) no (?!more\b|need\b|longer\b|idea\b|thanks?\b|i\b)(.{1,40})$/;
const isUnwanted = /^(?:i |without|skip|leave out|forget)/;
const keeping =
  /^(?:i )?(?:only|just) (?:want(?:ed)?|need(?:ed)?|keep|leave|asked for)? ?(.{1,50}?)$|^(?:keep|leave) (?:only|just) (.{1,50}?)$|^i (?:only|just) (?:want|need|wanted|needed|asked for) (.{1,50}?)$|^(.{1,40}?) (?:only|is enough|will do|is fine for me)$/;
const changing =
  /^(?:make|change|switch|swap|turn|set|update|exchange|replace|correct) (it|that|this|them|'?em|those|these|one|mine|(?:the |my |that |this )?.{2,40}?) (?:to|into|for|with|by) (.{1,50})$|^(?:make|have) (?:it|that|this|them) (?!(?:up|clear|work|fit|quick|stop)\b)(.{1,50})$|^(?:change|switch|swap) (?:it )?to (.{1,50})$|^(?:change|make|switch) (it|that|this|the [a-z' -]{2,30}?) ((?:an? |the )?(?:xxl|xl|xs|s|m|l|small|medium|large|\d{1,2}))$/;
const saying =
  /^(?:i (?:said|meant|wanted|asked for|ordered|needed|prefer|would (?:rather|prefer)(?: have)?)|i'd (?:rather|prefer)(?: have| to have)?|it should (?:be|have been)|(?:that )?should be|(?:i(?:'ll| will| think i'll) )?go (?:for|with)) (.{1,50}?)(?: instead)?$|^i(?:'d| would|'ll)? (?:want|need|like|take|have) (.{1,50}?) instead$|^(.{1,40}?)(?: instead| i (?:said|meant)| rather)$/;
const wishing =
  /^(?:add|put(?: in)?|i(?:'ll| will)? (?:want|need|take|have)|give me|get me|i'd like|let me have) (.{1,50})$/;
const someOf =
  /^(?:make |and |with )?((?:\d{1,2}|one|two|three|four|five|six) )of (?:them|those|these|it) (?:should be |to be |to |in )?(?:the )?(.{2,30})$/;
const unasked =
  /^(?:why did you|who (?:told|asked) you to|who (?:said|asked)(?: (?:to|for|anything about))?|i (?:didn'?t|did not|never|haven'?t) (?:yet )?(?:ask(?:ed)?|told?|tell|said|say|want(?:ed)?|mean(?:t)?|order(?:ed)?|agree(?:d)?|confirm(?:ed)?|bought|buy))\b.{0,12}\b(?:add|put|cart|basket|buy|order)\w*\b.{0,30}$/;

const onlyLooked =
  /^(?:but |and )?(?:i(?:'m| am| was)? )?(?:only|just) (?:ask|look|wonder|brows|compar|want(?:ed)? to (?:know|see|look|ask))\w*\b.{0,50}$/;

const pauses = /\s*(?:[;!,:?]|\.(?!\d))+\s*|\s+-+\s+/;
const joins = /,? (?:and|but|then) |\s*&\s*|\s*\+\s*/;
const tailEn = /(?:[, ]+(?:please|pls|thanks|thank you|thx|then|now|ok|okay|sorry|lol|after all))+$/;

/** `before`: what was told last, which "the grinder" goes on with; `whole`: it may hold several. */
const partsOf = (piece: string, before: ChangePart | undefined, whole: boolean): readonly ChangePart[] => {
  const turnedDown = noThing.exec(piece.replace(tailEn, ''))?.[1];
  if (turnedDown !== undefined) return [{ kind: 'out', thing: turnedDown, remove: false }];
  const text = piece.replace(leadEn, '').replace(tailEn, '').trim();
  if (text === '' || saysNo.test(text) || onlyLooked.test(text) || tellsOnly.test(text) || swapsIt.test(text))
    return [];
  if (unasked.test(text)) return [{ kind: 'out', thing: 'it', remove: true }];
  const worn = wornBy.exec(text)?.[1];
  if (worn !== undefined) return [{ kind: 'into', thing: `size ${worn}`, plain: true, worn: true }];
  const some = someOf.exec(text);
  if (some) return [{ kind: 'some', thing: `${some[1]!} ${some[2]!}` }];
  const each = (pieces: readonly string[]): readonly ChangePart[] => inTurn(pieces, before, false);
  // "Change it to 8 and two of them navy".
  const pieces = whole ? text.split(joins) : [text];
  const behind = pieces.slice(1);
  if (behind.length > 0 && behind.every(one => someOf.test(one) || changing.test(one) || removing.test(one)))
    return each(pieces);
  const lies = liesIn
    .exec(text)
    ?.slice(1)
    .find(one => one !== undefined);
  if (lies !== undefined) return [{ kind: 'out', thing: lies, remove: false, lies: true }];
  const out = removing.exec(text);
  if (out) return (out[1] ?? out[2]!).split(joins).map(thing => ({ kind: 'out', thing, remove: true }));
  const [, fewer, less] = fewerOf.exec(text) ?? [];
  if (fewer !== undefined && less !== undefined) return [{ kind: 'out', thing: `${fewer} ${less}`, remove: true }];
  const insteadOf = numberInstead.exec(text)?.[1];
  if (insteadOf !== undefined) return [{ kind: 'into', thing: insteadOf, said: true }];
  const [, counted, many] = countsIt.exec(text) ?? [];
  if (counted !== undefined && many !== undefined) return [{ kind: 'into', thing: many, of: counted }];
  const change = changing.exec(text);
  if (change) {
    const [, a, to, it, plain, b, size] = change;
    const of = a ?? b;
    const [head = '', ...not] = (to ?? it ?? plain ?? size!)
      .replace(/^(?:just|only) /, '')
      .split(/,? (?:not|instead of|rather than) (?:the )?/);
    return [
      { kind: 'into', thing: head, ...(of === undefined || isIt.test(of) ? {} : { of }) },
      ...not.map((thing): ChangePart => ({ kind: 'out', thing, remove: false })),
    ];
  }
  const versus = against.exec(text.replace(/^i (?:said|meant|wanted|asked for) /, '').replace(getsInstead, ''));
  if (versus && !tells.test(versus[1]!)) return swapped(versus[2]!, versus[1]!);
  const [, no, yes] = notBut.exec(text) ?? [];
  if (no !== undefined && yes !== undefined) return swapped(no, yes);
  const [, rather, than] = ratherThan.exec(text) ?? [];
  if (rather !== undefined && than !== undefined) return swapped(than, rather);
  const told = saying.exec(text);
  if (told) return [{ kind: 'into', thing: told.slice(1).find(one => one !== undefined)!, said: true }];
  const only = keeping.exec(text);
  if (only) return [{ kind: 'only', thing: only.slice(1).find(one => one !== undefined)! }];
  const refused = refusing.exec(text);
  if (refused) return [{ kind: 'out', thing: refused[1]!, remove: false, unwanted: isUnwanted.test(text) }];
  const wish = wishing.exec(text);
  if (wish) return [{ kind: 'into', thing: wish[1]!, plain: true }];
  if (behind.length > 0) return each(pieces);
  // "Remove the kettle, the grinder": what goes on with it.
  if (before?.kind === 'out' && before.remove && /^(?:the|my|both|that|this) /.test(text))
    return [{ kind: 'out', thing: text, remove: true }];
  return [{ kind: 'into', thing: text, plain: true }];
};
/** "One less pink". */
const fewerOf =
  /^(?:make (?:it|that) |take )?(\d{1,2}|one|two|three|four|five|six) (?:less|fewer) (?:of the |of |the )?([a-z][a-z' -]{2,30}?)(?: ones?)?$/;
/** "6 red instead of 5", "can I get 6 instead of 5". */
const numberInstead =
  /^(?:(?:can|could|may) i (?:get|have|make it|do) |i'?ll (?:take|have) |i'd like |make it |give me )?((?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?: [a-z][a-z' -]{2,24})?) (?:instead of|rather than|not) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)$/;
/** "Make the pink two". */
const countsIt =
  /^(?:make|have) (?:the |my )?((?!it\b|that\b|this\b|them\b|those\b)[a-z][a-z' -]{2,30}?)(?: ones?)? ((?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a dozen))(?: (?:of (?:them|those|it)|pairs?))?$/;
const inTurn = (pieces: readonly string[], before: ChangePart | undefined, whole: boolean): readonly ChangePart[] => {
  const parts: ChangePart[] = [];
  for (const piece of pieces) parts.push(...partsOf(piece, parts.at(-1) ?? before, whole));
  return parts;
};
const swapped = (out: string, into: string): readonly ChangePart[] => [
  { kind: 'out', thing: out, remove: false },
  { kind: 'into', thing: into, said: true },
];
/** "Swap it over", "you can change it in the basket": done with what is told beside it. */
const swapsIt =
  /^(?:you (?:can|could) )?(?:change|swap|switch|replace|exchange) (?:it|that|this|them|those|'?em)(?: (?:over|round|around|out))?(?: (?:in|for) (?:(?:my|the) )?(?:cart|basket|bag|me|us))?$/;
/** "There's an oat pan in my basket", "I have the red one in my cart". */
const liesIn =
  /^(?:there(?:'s| is| are)|i(?:'ve| have)?(?: got| have)?) (.{2,40}?) in (?:my|the) (?:cart|basket|bag)(?: (?:already|now|right now|at the moment))?$/;
/** What was done, what can be spent, or that it is thought of again. */
const tellsOnly =
  /^i(?:'ve| have| haven'?t)?(?: only| just)? (?:got|have) (?:only )?(?:like |about |around |up to )?(?:¥|rmb )?\d{2,5}(?: ?(?:yuan|rmb|¥))?(?: max| tops| at most| to spend| left)*$|^i (?:haven'?t|have not|didn'?t) (?:even )?(?:ordered|order|bought|buy|paid|checked out)(?: (?:it|anything|any of it|yet|for it))*$|^you(?:'ve| have)? (?:just )?(?:put|added|gave|got|picked|took)\b.{0,40}$|^(?:i(?:'ve| have)? )?(?:just )?changed my mind$|^on second thoughts?$/;
/** "My sister's a 37", "she wears M". */
const wornBy =
  /^(?:my [a-z]+(?: [a-z]+)?(?:'s| is| wears| takes| needs)|(?:s?he|they|i)(?:'s|'m|'re| am| is| are| wears?| takes?| needs?)) (?:actually |really )?(?:in )?(?:an? )?(?:size )?(\d{2}(?:\.5)?|x{0,3}l|x{0,2}s|m|small|medium|large)$/;
const saysNo =
  /^(?:(?:many )?(?:thanks?|thank you|thx|cheers)(?: (?:so much|a lot|very much))?|(?:as|like) i(?:'ve| have)? (?:just |already )?(?:said|told you|wrote|mentioned)|(?:that'?s |it'?s |you (?:put in|added) )?(?:the )?wrong (?:one|colou?r|size|thing|item)|no+|yes|yeah|yep|sure|wait|sorry|actually|oops|hey|nope|ok|okay|again|please)$/;
const against = /^(?:it'?s |the )?(.{1,40}?),? (?:not|instead of|rather than) (?:the |a )?(.{1,30})$/;
const tells = /^(?:it|this|that|i|you|we|do|does|did|is|are|why)\b/;
/** "Can I get them in the grey instead of orange". */
const getsInstead =
  /^(?:(?:can|could|may) (?:i|we)|i'?ll|i'?d like(?: to)?|i want(?: to)?|let me) (?:(?:get|have|take|swap) )?(?:(?:it|them|that|those|these|this) )?(?:(?:for|in) )?(?=.{2,40} (?:instead of|rather than) )/;
/** "I'd rather have the flask than the mug". */
const ratherThan =
  /^i(?:'d| would)? (?:rather (?:have|take|get)|prefer|actually prefer) (?:the )?(.{2,30}?) (?:than|over|to) (?:the )?(.{2,30})$/;
const notBut = /^not (.{1,30}) but (.{1,40})$/;

const orElseSize = /,? or (?:in )?(?:a |size )?(\d{2}(?:\.5)?)(?: (?:if|when|should)\b[^.;!?]*)?(?=[.;!?]|$)/;

const partsInEnglish = (said: string): ChangeSaid => {
  const orElse = orElseSize.exec(said)?.[1];
  const folded = orElse === undefined ? said : said.replace(orElseSize, '');
  const parts = inTurn(folded.split(pauses), undefined, true);
  const corrects = takesBackEn.test(folded) || parts.some(part => part.kind === 'into' && part.said);
  const swaps = folded.split(pauses).some(piece => swapsIt.test(piece.replace(leadEn, '').replace(tailEn, '').trim()));
  const outright = swaps || parts.some(isOutright) || isInstead(parts);
  return {
    parts,
    outright,
    corrects,
    wrong: wrongEn.test(folded),
    ...(orElse === undefined ? {} : { orElse: Number(orElse) }),
  };
};
/** "There's an oat pan in my basket and I want a grey one instead". */
const isInstead = (parts: readonly ChangePart[]): boolean =>
  parts.some(part => part.kind === 'out' && part.lies) && parts.some(part => part.kind === 'into' && part.said);
const isOutright = (part: ChangePart): boolean =>
  (part.kind === 'out' && part.remove) || (part.kind === 'into' && !part.plain && !part.said);
const isIt =
  /^(?:it|that|this|them|'?em|those|these|one|mine|(?:the |my )?(?:size|colou?r|quantity|number|amount|order))$/;

/** Asked, and not told. */
const asks =
  /[?？]|吗[,，;；。 ]+(?=\S)|(?:吗|么|嘛|呢|没有?)[.!。！ ]*$|怎么(?!就)|多少|几[个件块天]|哪|能不能|可不可以|有没有|是不是|什么|啥(?!呀)|^(?:(?:and|so|but|ok)[, ]+)*(?:how|what|which|when|where|who|is|are|does|do|did|will|any)\b|\b(?:how much|how many|do you|does it|is it|is there|are there|tell me|show me|what(?:'s| is))\b/u;
const asksWell = /^(?:(?:ok|no|and|so|wait|sorry|actually)[, ]+)*(?:can|could|would) (?:you|we|i)\b/;
/** "You can change it in the basket?", behind what it should be. */
const asksToSwap =
  /[.,;!] *(?:(?:can|could|would|will) (?:you|we)|you (?:can|could)) (?:please |just )?(?:change|swap|switch|replace|exchange) (?:it|that|this|them|those)\b[^?.;!]{0,24}\?+\s*$/;
/** Something else is removed or changed in a shop. */
const otherThings =
  /\b(?:codes?|coupons?|vouchers?|offers?|deals?|discounts?|promo\w*|filters?|account|profile|preferences?|budget|address|e-?mail|phone|password|conversation|chat|history|information|subject|topic|refund\w*|return\w*|deliver\w*|shipping|invoice|wrap\w*|card|person|human|agent|stain|smell|parcel|package)\b|码(?=兑|不能|怎)|优惠|券|折扣|活动|资料|记录|偏好|预算|数据|账号|地址|订单|发票|退|物流|快递|人工|客服|运费|包装|贺卡|电话|邮箱|话题|推荐|看看别的|其他/u;

/** One of the list or the cart by its place has a reading of its own. */
const byPlace = /第 ?[一二三四五六\d]|最后(?:一|那)|\bthe (?:first|second|third|fourth|last)\b/u;

/** "The first one, the egg pan in grey": named beside its place. */
const placeNamed =
  /^(?:the (?:first|second|third|last) one|第[一二三四]个)[,，] ?(?=(?:the )?[a-z]{3,}|\p{Script=Han}{2,})/u;

/** Undefined: nothing of the kind is told. */
export const changeSaid = (said: string): ChangeSaid | undefined => {
  const folded = said.replace(placeNamed, '');
  if (folded.length > longest || byPlace.test(folded)) return undefined;
  const isHan = hasHan(folded);
  const heard = folded.replace(startled, '').replace(heldAgainstZh, '，');
  const asked = isHan ? heard.replace(askingWell, '').replace(askedTo, '$1') : heard;
  const text = asked
    .split(isHan ? piecesZh : piecesEn)
    .flatMap(piece => (isRemark(piece) ? [] : [piece]))
    .join(' ');
  const isAskedWell = asksWell.test(text) || asksToSwap.test(text);
  if (otherThings.test(text) || asks.test(isAskedWell ? text.replace(/\?+\s*$/, '') : text)) return undefined;
  const told = isHan ? partsInChinese(asked) : partsInEnglish(asked);
  return told.parts.length > 0 && told.parts.length <= most ? told : undefined;
};
/** "Huh?", 啊？: before it is told what went wrong. */
const startled = /^(?:(?:huh|what|eh|hey|pardon|sorry|um+|啊|嗯|咦|诶|欸|哈|什么)?[?？!！]+\s*)+/u;
/** 你给我加了S？, 怎么放了红的？: what went in is held against the shop, and not asked. */
const heldAgainstZh = /(?:你们?|怎么)(?:给我|帮我|就|又|都)*[加放拿](?:了|的是?)[^?？,，。!！]{1,8}[?？]+/gu;
const most = 6;
/** 换成粉色的可以吗: asked for, and not whether. */
const askingWell =
  /(?<=[换改删去移]\S{0,14})[,，\s]*(?:可以|行|好|成|可不可以|行不行|好不好)(?:吗|么|嘛|不)?[?？。.!！\s]*$/u;
/** 能换成砖红的吗: asked to be done. */
const askedTo =
  /^(?:那|请问|还|我|,| )*(?:能不能|可不可以|可以|能)(?:帮我|给我)?((?:把[^,，。 ]{1,8}?)?(?:换|改)(?:成|为)[^,，。 ]{1,10}?)(?:吗|么|嘛|不)?[?？。 ]*$/u;
const piecesZh = /(?<=[\s，,。.;；!！、?？]+)/u;
const piecesEn = /(?<=[.;!?]\s*)(?=\S)/;
/** Why did you add it, I only asked: what is told of the mishap itself. */
const isRemark = (piece: string): boolean => {
  const text = piece.replace(/[\s\p{P}]+$/u, '');
  const [english, chinese] = [text.replace(leadEn, ''), text.replace(leadZh, '')];
  return (
    [unasked, onlyLooked].some(form => form.test(english)) || [unaskedZh, onlyLookedZh].some(form => form.test(chinese))
  );
};
