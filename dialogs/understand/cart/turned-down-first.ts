/** "Not the mug, I'll take the flask after all", 不要马克杯了，还是要保温杯吧: what is turned down first is no part of the order behind it. Takes folded text. */

const english =
  /^(?:(?:ok|okay|no|actually|well|hm+)[,. ]+)*(?:not|no|forget|scrap|skip|never mind|i don'?t want) (?:the |that |a )?[a-z][a-z' -]{1,28}?[,.;]+ (?=(?:(?:i think|then|and|so) )*(?:(?:i'?ll|i will|let me) (?:take|have|get|buy|go (?:for|with)) (?:the|an?|one|two) |(?:an?|one|two) [a-z' -]{3,30} (?:please|instead)))/u;
const chinese =
  /^(?:那|算了|好吧|嗯|[,， ])*(?:(?:不|先不|还是不)(?:要|买|拿|选)[^,，。;； ]{1,8}?了?吧?|[^,，。;； ]{1,8}?(?:不(?:要|买)|算)了吧?)[,，。;； ]+(?=(?:那|就|还是)*(?:(?:给我|帮我)?(?:要|买|来|拿|选)[^,，。;； ]{2,12}|[^,，。;； ]{2,8}(?:来|要|拿|买)[一两二三四五六\d][个件双条只盒包瓶套把台支][^,，。;； ]{0,6})(?:吧|了)?[.! ]*$)/u;

export const withoutTurnedDownFirst = (folded: string): string => folded.replace(english, '').replace(chinese, '');

/** 不要这些，要防水的: what lies there is turned down, and others of it are looked for. */
const pointed =
  /^(?:(?:ok|okay|no|actually|well|hm+)[,. ]+)*(?:not|no|forget|scrap|skip|never mind|i don'?t want) (?:these|those|this|that|them|it|any|all)\b|^(?:那|算了|好吧|嗯|[,， ])*(?:(?:不|先不|还是不)(?:要|买|拿|选))?(?:这|那|它|都|第)/u;
/** The same of goods that are named, with nothing taken yet. */
export const withoutGoodsTurnedDown = (folded: string): string =>
  pointed.test(folded) ? folded : withoutTurnedDownFirst(folded);
