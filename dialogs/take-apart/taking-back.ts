/** What opens a message and takes back what was under way, or turns away what was shown. */

/** At the beginning of a message that goes on with something else. */
export const takingBack =
  /^(?:(?:oh|ah|hm+|um+|ok|okay|no|wait|actually|sorry|well|hang on|hold on)[,. ]+)*(?:(?:never ?mind|nvm)(?: (?:that|it|this|about that))?|(?:forget|drop) (?:it|that(?: one)?(?! (?:i|i'm|we|my)\b)|about (?:it|that(?: one)?))|scratch that(?: one)?|leave (?:it|that)|skip that(?: one)?|changed my mind|i(?:'ve| have)? changed my mind|different (?:thing|question|topic)|something else(?: first)?|(?:no )?wait,? (?:something else first|before that)|before that|other question|let's do something else|no need(?: for (?:a|the) (?:person|human|agent|colleague))?(?=[,.;:!])|cancel(?: that| it| the (?:person|human|agent|queue|colleague))?(?=[,.;:!]))(?:[,.;:!—-]+|\s+(?:instead|then)[,.:]?)?\s*(?:different thing[,.:]?\s*|(?:i'?ll|let me|i can|i'd rather) (?:just )?ask you(?: instead| then| directly| this)*[.,:;!]\s*)?|^(?:哦|啊|嗯|呃|那个|那就|那|行吧?|好吧|等一?下|等等|不对|不是)*[,，。!！ ]*(?:算了(?:算了)?(?:[,，。 ]*(?:不[要退买查办取等]?[消]?了|(?:先)?不(?:看|要|买|聊|说|问|查|提|选|挑|找|等)\p{Script=Han}{0,5}?了(?:吧|啊)?(?=[,，。 ]+\S)))?|不[要退买查办弄]了|我?改(?:变)?主意了|先不[说管谈](?:这个|那个|了)?|(?:刚才|刚刚)?(?:那个|这个)?(?:不管了|不说了|先放着|当我没说)|刚才(?:那个|说的)(?:不[要算管]了?|作废)|换个(?:话题|问题)|等一?下[,，]?先问(?:个|下)?别的|先问(?:个|下)?别的|问(?:个|下)别的|取消(?:排队|转接|人工)?(?:吧|了)?|不排(?:队)?了|(?:不用|不要|别)(?:转|找)?人工了?|不转了|哦?不对)[,，。.:：!！；; ]+(?:(?:那)?我?(?:还是|直接|就)*问你(?:吧|好了)?[,，。.:： ]+)?/iu;

/** 不退了: whichever step of a return waits. */
export const sendsNothing = /不退了/u;
/** "Never mind kids. …", "forget the parka! …": goods and people that are no longer wanted, before another wish. */
export const droppingThem =
  /^(?:(?:oh|ah|hm+|um+|ok|okay|no|wait|actually|sorry|well)[,. ]+)*(?:(?:never ?mind|nvm|skip|scratch|leave|drop)(?: about)?|forget(?: about)?(?= (?:the|those|these)\b| (?!(?:my|preferences|details|sizes|notes|facts)\b)[a-z-]{3,}s[.!;,]))(?: (?:the|those|these))? (?!(?:it|that|this|me|all|everything|what|how|order)\b)[a-z'-]+(?: [a-z'-]+)?(?:[.!;]+|,(?= \S+ \S))\s*/iu;

/** "Shoes? no, something for watching birds": what was shown is named to turn it away. */
export const refusing =
  /^(?:(?:oh|ah|hm+|um+|ok|okay|but|why)[,. ]+)*(?:the |these |those |an? )?([a-z'-]{3,}(?: [a-z'-]{3,})?)[?!]+ (?:no|nope|no thanks|not that|not those)[,.;! ]+(?=\S)|^(?:啊|哦|嗯|怎么(?:是|都是)?)*(\p{Script=Han}{1,6})[?？]+ ?(?:不要?|不是)[,，。.!！ ]+/iu;
/** "Not the first, the second": the second. */
export const notThisPlace =
  /^(?:(?:no|oh|sorry|ok|actually|wait)[,. ]+)*not the (?:first|second|third|fourth|fifth|last)(?: one)?[,;.]? (?:but )?(?=the (?:first|second|third|fourth|fifth|last)\b)|^(?:不对?[,， ]?)?不(?:是|要)第[一二三四五\d][个款件双条只][,，。 ]*(?:是|要)?(?=第)/iu;
export const saidPlainly = ([all, english, chinese]: RegExpExecArray, text: string): string =>
  `${english ? `no ${english}. ` : `不要${chinese}，`}${text.slice(all.length)}`;

/** Not what a shopper goes on with: an answer to something, or nothing in particular. */
export const nothingMore = /^(?:我)?(?:也|都)?不(?:想)?(?:要|退|弄|办|买)了(?:吧|啊)?[。.!！ ]*$/u;
