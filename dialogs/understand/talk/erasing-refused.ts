/** Who does not want anything erased, or only forgot to do something, asks for no erasing. Takes folded text. */

/** "Don't delete anything", 不要清除, 谁让你清除了. */
const refuses =
  /\b(?:don'?t|do not|never|didn'?t|did not|not to|who (?:told|asked) you to|why did you|stop)(?: (?:you|to|ask|tell|want|say|even|dare|me))* (?:delet|eras|wip|clear|remov)\w*|\bdon'?t forget (?:me|it all|everything|all|what i|anything)\b|(?:不要|别|不许|不准|不能|不用|没(?:有)?(?:让|叫|说|要)(?:你)?|谁(?:让|叫|要)你?|为什么|凭什么|干嘛|怎么)(?:把)?(?:我的?|都|全|给我|你|就|再|\p{Script=Han}{0,3}?)(?:清(?:除|空|掉|了)|删(?:除|掉|了)?|抹掉|忘掉)/u;
export const refusesErasing = (folded: string): boolean => folded.length <= 120 && refuses.test(folded);

/** 忘了开发票, 忘记密码, "forgot my password": left undone, or out of one's own head. */
const leftUndone = /(?<!请|把.{0,8}|都|全|全部|统统)忘(?:了|记了?)(?![我掉吧这那它一所全.!。！]|$)|\bforgot(?:ten)?\b/u;
export const forgotToDo = (folded: string): boolean => leftUndone.test(folded);

const forgot =
  /^(?:哎|唉|啊|哦|但是?|不过|因为|反正|[,，。 ])*我(?:自己|们)?(?:都|也|又|给|搞|全|已经|有点|快|就)*(?:忘(?:记|掉|光|干净)?了?|记不(?:得|清|住|起来)了?|不记得了?)(?:啊|呀|哈|啦|嘛)*[.!。！~ ]*$|^(?:(?:sorry|oh|but|and|because|well)[,. ]+)*i(?:'ve| have)? (?:totally |completely |just |quite |all )*(?:forgot|forgotten)(?: (?:it|all of it|already|again))*[.! ]*$/u;
/** 我都搞忘了: the shopper doesn't know it any more, and nothing is to be erased. */
export const hasForgotten = (folded: string): boolean => forgot.test(folded);

const whatIsLeft =
  /^(?:(?:and|so|ok|okay|thanks?|good|great)[,. ]+)*(?:now|and now|what now|then what|what(?:'s| is) left|what else(?: do you (?:know|have|remember))?|what do you (?:still )?(?:know|have|remember) now)[?. ]*$|^(?:那|好的?|嗯|[,，。 ])*(?:现在呢|然后呢|还(?:有|剩|记得|知道)(?:些|我)?(?:什么|啥|哪些)|现在还?(?:记得|知道|记着|有)(?:些|我)?(?:什么|啥|哪些))[?？。呢啊 ]*$/u;
/** "And now?", 然后呢, right after something was forgotten: what is still known. */
export const asksWhatIsLeft = (folded: string, { lastIntent }: { readonly lastIntent?: string | undefined }): boolean =>
  lastIntent === 'forget' && folded.length <= 40 && whatIsLeft.test(folded);
