/** "A size bigger instead of the money", 换大一码: another one of it is wished for, and no refund. Takes the shopper's own text. */
const exchange =
  /\b(?:exchang\w*|swap\w*|replacements?|replace (?:it|them|this|these))\b|\b(?:have|get|want|need|like|send|give|for|prefer|take|possible)\b.{0,24}\b(?:(?:bigger|smaller|larger|another|different|other|next) (?:size|colou?r|one)|sizes? (?:bigger|smaller|larger|up|down))\b|\binstead of (?:the |my |a )?(?:money|refund|cash)\b|换(?:货|大|小|一[个件双条]|成|码|尺码|颜色|个)|(?:要|来|想要|给我)\p{Script=Han}{0,4}[大小](?:一|两|半)[码号]|不要(?:退款|退钱)/iu;
/** "Not an exchange, the money", 不换了. */
const denied =
  /\b(?:no|not|don'?t|rather than|instead of) (?:\w+ ){0,3}(?:exchang\w*|swap\w*|replace\w*)|不换|别换|不用换/iu;
/** What an exchange costs, or how long it takes: pages say that. */
const asksRule =
  /\b(?:how (?:long|much|do|does)|what (?:is|are|does|happens)|when|cost|free|policy|do you)\b|多久|多少钱|怎么换|收费|免费|政策|几天/iu;
const longest = 160;

export const wantsExchange = (text: string): boolean =>
  text.length <= longest && exchange.test(text) && !denied.test(text) && !asksRule.test(text);
