/** XL啊刚说了, "XL, I already said": what was asked is told once more. Takes folded text. */
const english =
  /^(?:(?:hello|hey|no|um|er|well)[,.! ]+)*(?:i (?:already |just )?(?:said|told you)(?: (?:it|that))?(?: already)?(?: before)?[,:;. ]+)|[,. ]+(?:(?:as|like) i (?:already |just )?(?:said|told you|wrote|mentioned)|i (?:already |just )?(?:said|told you)(?: (?:it|that|so))?(?: already| before| just now)*)[.! ]*$/g;
const chinese =
  /(?:啊|呀|诶|[,，. ])*(?:我)?(?:不是|刚才?|前面|上面|已经|都|早就)+(?:跟你)?(?:说|讲|告诉你|提)(?:过)?了?(?:吗|嘛|么|的|啊|呀)*[?!. ]*$/u;

export const withoutReminder = (folded: string): string => {
  const rest = folded.replace(english, '').replace(chinese, '').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : folded;
};
