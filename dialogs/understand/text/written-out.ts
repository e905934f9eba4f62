/** 来仨, 各一, 只好它了, 二百毫升, "il get it": what is written short, as the rest is read by. Takes the shopper's own text. */

/** 我们俩, 他仨 are people. */
const short = /(?<![们我你他她咱人爷妈娘姐妹兄弟口])([仨俩])(?![个人口心])/gu;
const counts: Readonly<Record<string, string>> = { 仨: '三个', 俩: '两个' };
const oneEach = /各(?:要|来|拿|买)?一(?=$|[ ,，。.!！;；再另吧])/gu;
/** 那只好它了: 那就它了. */
const nothingElse = /只[好能](?=(?:要|选|买|拿)?(?:它|[这那][个款件双条只把瓶盒罐包支套台])了?(?:吧|$|[ ,，。.!！]))/gu;
const hundreds = /([一二两三四五六七八九])百(?=毫升|克|ml|g)/giu;
const digits = '一二三四五六七八九';
/** "A tad over but ok I'll take it": agreed to, and then ordered. */
const afterAll =
  /^(?!.*\b(?:add|put|take|cart|basket)\b.* but )[^?.!;]{2,40},? but (?:ok|okay|fine|alright|sure|go on)[, ]+(?=i(?:'?ll| will)\b)/iu;
const hastily = /\bil(?= (?:get|take|have|grab|buy|go|order)\b)/giu;

/** "A 42 in boots": boots in 42. */
const sizeFirst =
  /\b(?:an?|any|the)? ?(?:size )?(3[4-9]|4[0-8]|x{0,2}[sl]|m|small|medium|large) in (?:the |any |your |some )?(?!these\b|those\b|this\b|colou?rs\b)([a-z-]+(?: [a-z-]+)?s)(?=[?.!, ]*$)/iu;

/** 马克杯算了，保温杯来一个: the mug is not wanted any more. */
const givenUp =
  /(?<=^|[,，。;；!！ ])((?!那|就|还|我|也|都|这|太|不|想|既|你|他|她|好|行|钱|价|[今明后]|下|先|暂|以后|运|邮|优惠|活动|保修|时间)\p{Script=Han}{2,8}?)(?:就|还是)?算了吧?(?=[,，。;； ]+(?![^,，。]*(?:下次|以后|改天|再说|不))[^,，。]*(?:来|要|买|拿|换|给我))/gu;

export const writtenOut = (text: string): string =>
  text
    .replace(givenUp, '$1不要了')
    .replace(short, (said: string) => counts[said] ?? said)
    .replace(oneEach, said => `${said}个`)
    .replace(nothingElse, '就')
    .replace(hundreds, (_, said: string) => `${said === '两' ? 2 : digits.indexOf(said) + 1}00`)
    .replace(sizeFirst, (_, size: string, goods: string) => `${goods} in ${size}`)
    .replace(hastily, "I'll")
    .replace(afterAll, 'Ok ');
