/** Words told beside goods that are no condition: no page would say them. Both take folded text. */

const verdict =
  /^(?:ugly|hideous|boring|tacky|lame|naff|nasty|cheap looking|rubbish|crap|over the top|overkill|too much|excessive|丑|难看|土|土气|俗|俗气|无聊|垃圾|夸张|过分|离谱|浮夸|鸡肋|没必要)$/u;
/** What somebody thinks of goods. */
export const isVerdict = (told: string): boolean => verdict.test(told);

const difference = /^(?:the )?differences?$|^(?:区别|差别|不同)$/u;
/** What is asked about several of them. */
export const isDifference = (told: string): boolean => difference.test(told);
