/** Whether something comes with a thing, belongs to it or is needed for it: "is there a case", "do I need batteries", 要另外买滤纸吗. Takes folded text. */
const en =
  /\b(?:is|are) there (?:an? |any |some )?([a-z][a-z -]{1,28}?)(?: (?:with|in|on|to|for|included)(?: (?:it|this|them|that|the box))?)?[?!. ]*$|\b(?:do|would|will) (?:i|we|you) (?:also )?need (?:an? |any |some |extra |special )?([a-z][a-z -]{1,28}?)(?= (?:for|with|to|or|and)\b|[?!.,]|$)|\b(?:does|do) (?:it|they|this|that|these) (?:come|need|include|take|have|use|ship)(?: with| in)? (?:an? |any |some |its |the )?([a-z][a-z -]{1,28}?)(?= (?:or|and|too|as well|included)\b|[?!.,]|$)|\b(?:is|are) (?:the |an? |any )?([a-z][a-z -]{1,28}?) (?:included|part of it|in the box|sold separately|extra)\b/;
const zh =
  /(?:^|[,，。 ])(?:那|请问|它|这个|还|的|会|有没有)*(?:附|带|配|送|包含|含|自带|配备)(?:有|着|不带|不配|不送)?(?:个|一个|条|一条|了)?(\p{Script=Han}{1,5}?)(?:的)?(?:吗|么|嘛|不|没)[?!. ]*(?=$|[,， ])|(?:^|[,，。 ])(?:那|请问)*(\p{Script=Han}{1,5}?)(?:是|还|是不是)*(?:要|得|需要|用)(?:不要|不用)?(?:另外|单独|自己|额外)(?:再|要)?[买配](?:的)?|(?:^|[,，。 ])(?:那|请问)*(?:要|需要|用|得)(?:配|装|放|用|上)(\p{Script=Han}{1,5}?)(?:吗|么|嘛|不)[?!. ]*$/u;

const noThing =
  /^(?:it|them|one|this|that|anything|something|more|others?|any|help|to|a|way|account|app|discount|deal|size|colou?r|good|ok|free|real|货|到|上门|什么|啥|哪|两?个|东西)/u;

/** The thing, as it was said; undefined: none is asked for so. */
export const accessoryAsked = (folded: string): string | undefined => {
  if (folded.length > 120) return undefined;
  const found = en.exec(folded) ?? zh.exec(folded);
  const thing = found?.slice(1).find(Boolean)?.trim();
  return thing === undefined || thing === '' || noThing.test(thing) ? undefined : thing;
};
