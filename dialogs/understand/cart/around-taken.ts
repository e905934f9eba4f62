/** What may stand around a thing that is taken: words that point, count or remark on it. */

/** What is looked at. */
export const pointing = /^(?:this|that|it|this one|that one|这个?|那个?|它|[这那]一?[个件双款条只瓶盒包罐套袋份支])$/u;
export const shortRemark = 4;
/** 50 g, of what is sold by weight. */
export const weighed = /^(?:g|kg|ml|l|grams?|克|毫升|的)$/u;
/** 就它吧 再来瓶护发素. */
export const takesIt = /就(?:要|买)?(?:它|[这那]一?[个件双款条只瓶盒包罐])/u;
/** 本子那个: a thing by its name. */
export const namesOne = /^\p{Script=Han}{2,}的?[这那]一?[个件双条只包盒瓶套罐袋台份支款副顶块盏本]/u;
/** 个头灯. */
export const counts = /^[个件双条只包盒瓶套罐袋台份支副顶块盏](?=\p{Script=Han}{2})/u;
