/** Whose taste is told, and of whom. All take folded text. */

/** A taste told for its own sake rather than a request. */
const tellsTaste =
  /\b(?:i|we)(?:'m| am)? (?:really |also |only |usually |always |don'?t |do not |never |can't )*(?:like|love|prefer|hate|dislike|want|wear|stand|allergic)\b|\b(?:i|we)(?: really| just)? (?:don'?t|do not|never|can'?t|cannot)(?: ever| really)? (?:drink|eat)\b|我(?:很|最|比较|一直|一般|平时|从来?|也)?(?:不)?(?:喜欢|爱|讨厌|偏爱|穿|要|想要)/u;
/** "Can you remember that I take 38?": told to be noted. */
const tellsToKeep = /\b(?:remember|note|save|store|keep in mind)\b|记住|记下|记一下|存一?下|记得住/u;
export const asksToKeep = (folded: string): boolean => tellsToKeep.test(folded);
export const tellsOwnTaste = (folded: string): boolean => tellsTaste.test(folded) || asksToKeep(folded);

/** "She likes tea". */
const tellsOfOther =
  /^(?:and |oh,? |well,? |also,? |but |so )*(?:she|he|they|(?:my|the) \w+(?: \w+)?|it's for \w+)(?:'s| is| are| also| really| just| mostly| only| always)* (?:likes?|loves?|into|enjoys?|prefers?|wears?|drinks?|collects?|reads?|hates?|dislikes?|doesn't like|does not like|don't like|needs?|wants?|a fan of|fond of|keen on)\b|^(?:而且|对了,?|另外,?|但是?)?(?:她|他|它|ta|我(?:妈妈?|爸爸?|女朋友|男朋友|老婆|老公|朋友|同事|姐姐?|妹妹?|哥哥?|弟弟?|爷爷|奶奶))(?:很|比较|平时|最|挺|也|特别|一直|一般|就|不太|不)*(?:喜欢|爱|讨厌|想要|需要|穿|喝|用|收集)/u;
export const tellsTasteOfOther = (folded: string): boolean => tellsOfOther.test(folded);

/** The shopper is who it is for: "something for me", "给自己买双鞋". */
const forOneself =
  /^(?:(?:and|so|ok|no|now|then|actually|this time|but|well|it's|this is|that's|i(?:'d like| want| need|'m looking for)|show me|what about|how about)[, ]*)*(?:(?:(?:something|anything|one|some|an?|another|nice|little|small|gift|present|treat|just) )*)for (?:me|myself)(?: (?:please|now|this time|instead|then|too|as well))*[?!. ]*$|^(?:那|这次|现在|其实|不是?,?|再|也)*(?:是|想|要|我想|我要)?(?:给|帮|为|送)?我?自己(?:买|穿|用|看|挑|选|想|要|吃|喝|戴|背)(?!.{0,12}(?:退|换|取|寄|运费))/u;
export const isForOneself = (folded: string): boolean => forOneself.test(folded);

const ownSize =
  /\bmy (?:feet|foot|shoe size|dress size) (?:are|is) (?:an? |size )*\d{2}\b|^size (?:eu |uk |us )?\d{2}(?:\.5)?(?: (?:feet|foot|shoes?))?(?: (?:here|for me|always))?[.! ]*$|\b(?:i'?m|i am|i'?ve (?:always )?been|i (?:usually |always |normally )?(?:take|wear)) (?:(?:usually|always|really|normally|actually|mostly) )*(?:a |an |size |a size )(?:eu |uk |us )?(?:\d{2}(?:\.5)?|x*[sml])(?= (?:in|for) |[,.! ]*$)|^(?:my|mine|i'm|i am) (?:\w+ )?sizes?(?: is|:)|^我的?(?:鞋码|尺码|鞋子尺码|码数)(?:是|为)/u;
export const tellsOwnSize = (folded: string): boolean => ownSize.test(folded);
