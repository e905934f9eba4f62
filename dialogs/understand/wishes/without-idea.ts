/** "I have no idea what I want", 没想好买啥, 心情不好想买点东西: somebody who would buy, and has named nothing. Takes folded text. */
const english =
  /\b(?:no|not the (?:slightest|faintest)) (?:idea|clue) what (?:i(?:'m| am| want|'d like| need)|to (?:get|buy|pick|choose))|\b(?:don'?t|do not|dunno|can'?t|cannot|couldn'?t|not)(?: (?:really|even|quite|yet|sure|know|decide|say|think of))* what (?:i(?:'m| am)? (?:want|after|looking for|need|fancy)|to (?:get|buy|pick|choose|treat))(?! for\b)|\btreat(?:ing)? myself\b|\b(?:just |so |im |i'm )bored\b(?!.{0,20}\b(?:of|with)\b)|\bcheer(?:ing)? myself up\b/u;
const chinese =
  /(?:不知道|没想好|没想法|想不(?:好|出|到)|不晓得|没(?:啥|什么)(?:想法|主意))(?:自己|该|要|到底|能|可以|想)*(?:买|选|挑|要)(?:点|些|个)?(?:什么|啥)(?!尺|码|颜色|号|型|样的?尺)(?:好|呢|啊|东西)*(?=$|[,，。.!！?？ ])|(?:犒劳|哄|奖励|安慰|宠)(?:一下)?(?:我)?自己|(?:心情(?:不好|很差|低落|郁闷)|无聊|没事干|发(?:工资|奖金)了?)[^。！？]{0,8}(?:买点|买些|花点|逛逛|东西)/u;
export const isWithoutIdea = (folded: string): boolean =>
  folded.length <= longest && (english.test(folded) || chinese.test(folded));
const longest = 160;
