/** Anger, as words of it; takes folded text and the original for shouting. */
const english =
  /\b(?:ridiculous|unacceptable|outrageous|disgusting|disgraceful|appalling|pathetic|furious|fuming|livid|angry|pissed|fed up|sick of|sick and tired|had enough|annoyed|annoying|useless|worthless|garbage|rubbish|trash|scam(?:mers?)?|rip ?off|liars?|lied|worst|horrible|terrible|awful|a joke|complain|complaint|never (?:buy|order|shop)(?:ing)? (?:here|from you|again)|waste of (?:time|money)|what the (?:hell|heck|fuck)|wtf|fuck\w*|shit\w*|bullshit|damn it|are you kidding|you kidding me|kidding me|nobody (?:cares|answers|helps|replies)|no one (?:cares|answers|helps|replies)|(?:second|third|fourth|fifth|tenth|2nd|3rd|4th|hundredth) time (?:i|i've|i'm|that i|now|asking)|how many times|(?:asked|told you|said it) (?:twice|three times|already|so many times|several times|repeatedly)|still (?:no answer|no reply|nothing)|so disappointed|very disappointed|really disappointed|extremely disappointed|let down|report you|sue you|lawyer|fell apart|come on already)\b/;
const chinese =
  /垃圾|投诉|举报|骗子|骗人|欺骗|气死|生气|愤怒|恼火|火大|太过分|过分了|离谱|无语|差劲|太差|真差|很差|差评|失望|坑人|坑爹|忍无可忍|受够|破店|烂|滚|什么玩意|搞什么|恶心|无耻|忽悠|没人理|没人管|没人回|不理人|第[二三四五六七八九十\d]+[次遍](?:问|说|找|联系|催)|[问说催讲找][了过]?你?们?[几好多两二三四五六七八九十无数]+[遍次回]|再也不[来买]|浪费(?:我)?(?:的)?(?:时间|钱)|烦死|答非所问|他妈|妈的|操|傻[逼子]|什么态度|态度(?:真|太|很)?差|什么服务|什么质量|曝光|12315|消协|给个说法|耍我|有病|太慢了吧|敷衍/u;
/** "Not bad", "best worst" and goods that are meant to be ugly are no anger. */
const harmless =
  /not (?:angry|annoyed|a complaint|disappointed)|don't want to complain|no complaints?\b|不生气|没生气|不是投诉|垃圾桶|垃圾袋|trash (?:can|bag|bin)|garbage (?:bag|bin)|操作|烂漫|滚轮|滚筒|滚珠|有病毒|操场/gu;

export const isUpset = (folded: string, original: string): boolean => {
  const text = folded.replace(harmless, ' ');
  if (english.test(text) || chinese.test(text)) return true;
  const letters = original.replace(/[^\p{L}]/gu, '');
  // Shouting: a long message in capitals with an exclamation mark.
  return letters.length >= 16 && /^[^a-z]*$/.test(original) && /[A-Z]/.test(original) && original.includes('!');
};

/** Said about the shop or its service rather than in passing: a complaint whatever else is in the message. */
const outright =
  /\b(?:(?:i |we )?(?:want|would like|wish|need|like) to (?:complain|make a complaint|file a complaint)|(?:file|make|lodge|raise) a complaint|this is (?:so |just |absolutely |completely |totally )?(?:ridiculous|unacceptable|outrageous|a joke|a scam|bullshit|disgusting|disgraceful|pathetic)|what a joke|(?:second|third|fourth|fifth|3rd|4th) time (?:i|i've|i'm|that i)|worst (?:shop|store|service|company|experience|customer)|(?:your|the) (?:service|support) is (?:terrible|awful|horrible|rubbish|useless|a joke))\b|我要投诉|投诉你们|垃圾|骗子|气死|什么破店|忍无可忍|什么态度|什么服务|[问说催][了过]?你?们?[几好多两三四五六]+[遍次]/u;
export const isComplaint = (folded: string): boolean => outright.test(folded.replace(harmless, ' '));
