/** A Chinese clause without the words that only open and close it: 那就要防水的吧 asks for 防水. Takes folded text. */

const opening =
  /^(?:嗯|哦|噢|啊|额|呃|哎|诶|对(?!开|比|讲)|好(?:的|吧|啊|嘞)|ok|okay|行(?!李|车|走|政|星)(?:吧|啊)?|那(?:我|么)?(?![个种款条双件台支边本瓶家些])|就(?!近|餐|业)|亲|姐妹|小姐姐|老板(?!椅|桌|台)|店家|掌柜的?|宝(?=$|你|子|们)|您好|你好|在吗|hello|hi|请问|问下|想问(?:下|一下)?|我(?!家)|我们(?!家)|咱|俺|还(?:是)?|再(?!生)|也(?!门)|而且|但是?|不过|另外|顺便|然后|所以|因为|其实|主要是?|关键是?|应该|可能|比较|稍微|尽量|一定|必须|务必|希望|最好(?:是)?|得(?!力)|真的?(?=想|要)|感觉|觉得|个人|平时|反正|一般|给我|帮我|麻烦|能不能|那种|就是|里面|然后|哈|或者|要不)+/u;
const closing =
  /(?:那种|那款|(?<=..)那个|这种|的款|有没有|有木有|有吗|有没|有不|行吗|可以吗|好吗|最好|优先|就行|就好|更好|就可以|都行|都可以|也行|也可以|就成|就够|够了|才行|才好|的话|[吧哦啊哈呀诶呢嘛啦喔咯哟噢吗么滴的了~! ])+$/u;

const longestClosing = 16;

export interface Core {
  readonly start: number;
  readonly words: string;
  /** What opened it, and what closed it. */
  readonly before: string;
  readonly after: string;
}

export const coreOf = (folded: string): Core => {
  const start = opening.exec(folded)?.[0].length ?? 0;
  const rest = folded.slice(start);
  const after = closing.exec(rest.slice(-longestClosing))?.[0] ?? '';
  return { start, words: rest.slice(0, rest.length - after.length), before: folded.slice(0, start), after };
};
