/** Which of several things is not meant, told beside what is: "the jacket, not the teahouse one", 退外套 不是茶馆那件. Any case. */

const turnedDown =
  /(?:^|[,，。.;；!！]\s*|\s)(?:(?:but|and|no,?) )?not (?:the|my|that) ([a-z' -]{2,32}?)(?: (?:please|though))?[.!?]*$|(?:^|[,，。.;；!！\s]\s*)(?:但|可|哦|,|，)*(?:并?不是)([^,，。.!！?？;；、\s]{2,12}?)(?:[个件双条只把套款]?的?那?[个件双条只把套款]?)?[。.!！]*$/iu;

/** How something is, or where: "not the right size", 不是我买的. */
const ofNoThing =
  /\b(?:right|same|wrong|best|case|point|one i|thing i|what|size|colou?r|order(?:ed)?)\b|我|正品|很|太|质量|问题|这个意思|说/iu;

/** The words of it, and the message without them; undefined: nothing such is said. */
export const notThatOne = (text: string): { readonly words: string; readonly rest: string } | undefined => {
  if (text.length > 120) return undefined;
  const found = turnedDown.exec(text);
  const words = found?.[1] ?? found?.[2];
  if (!found || words === undefined || ofNoThing.test(words)) return undefined;
  return { words: words.toLowerCase(), rest: text.slice(0, found.index).trim() };
};
