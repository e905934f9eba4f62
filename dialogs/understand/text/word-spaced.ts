/** Chinese with a space between words, as learners of it write: "税 谁 付 ？ 有 L 号 吗". Elsewhere a space ends a clause. */

/** So many words make a habit; longer ones on average are clauses: "在吗 手冲新手 想入坑 要买啥". */
const fewestWords = 5;
const longestMean = 2;
const between =
  /(?<=[\p{Script=Han}\d]) +(?=[\p{Script=Han}？！?!。，])|(?<=\p{Script=Han}) +(?=[\da-z])|(?<=[a-z]) +(?=\p{Script=Han})/giu;

/** The same with its words joined; any other text as it came. */
export const wordsJoined = (text: string): string => {
  if (!/\p{Script=Han} \p{Script=Han}/u.test(text)) return text;
  const words = text.split(/[\s，。！？,.!?、]+/u).filter(part => /\p{Script=Han}/u.test(part));
  const length = words.reduce((sum, word) => sum + word.length, 0);
  return words.length >= fewestWords && length <= longestMean * words.length ? text.replace(between, '') : text;
};
