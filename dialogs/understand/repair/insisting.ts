/** "Yes or no", "just answer the question", 到底能不能: the question before is put once more, and nothing is agreed to. Takes folded text. */

const longest = 60;
const insists =
  /^(?:(?:no+|so|ok|okay|just|please|well|come on|simple question|that'?s a|it'?s a|i asked you)[,.:! ]+)*(?:(?:a )?(?:simple )?(?:yes or (?:a )?no|y\/n)(?: (?:question|answer|please|pls))?|(?:just )?answer (?:me|the question|my question|it|please)|(?:you )?(?:still )?(?:didn'?t|did not|haven'?t) answer(?:ed)?(?: (?:me|the question|my question))?)[.!? ]*$|^(?:你|就|只|直接|请|快|倒是|给我|,|，| )*(?:说|回答|告诉我?)?(?:我)?(?:到底|究竟|就说)?(?:是还是不是|是不是|能不能|能还是不能|有没有|有还是没有|行不行|行还是不行|可不可以|可以还是不可以|会不会)(?:[啊呀吧呢嘛]|就行|就好)*[.!?。！？ ]*$/u;
export const insistsOnAnswer = (folded: string): boolean => folded.length <= longest && insists.test(folded);
