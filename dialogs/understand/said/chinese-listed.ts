/** What the shop named in its last messages, and what of it a Chinese answer takes up: 罐装要用手抠, of 凡士林罐装29. */
import type { NamedWish, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { literally } from '../../../knowledge/retrieval/text/literally.ts';
import { chineseWords } from '../../../knowledge/retrieval/text/tokens.ts';
import { isLiterary } from './echoed.ts';

/** One item of a list, or one side of a choice, in folded words without its price. */
export interface Listed {
  readonly name: string;
  /** What it would be if no vocabulary knows it; 'title' for the name of a book or a game, which is no wish of any slot. */
  readonly slot: WishSlot | 'title';
}

const between = /[,.;!?:/~\n]+ ?|还是|或者|(?<=\p{Script=Han}{2})[和与跟或](?=[\p{Script=Han}a-z\d]{2})/u;
const opening =
  /^(?:亲|您|那|有的?|好的?|可以的?|是的?|嗯|推荐|建议|我们|自家|自营|这款|这条|这个|另外|以及|还有|也有|可选|款式|颜色|色号|材质|面料|口味|喜欢|想要|想看|需要|更?偏好|要|更|可|花色|本店|店里|目前|现在|主要|带)+/u;
const price = /(?<=[^\d.])(?:售价|只要|到手|现价)?[¥￥$]?\d+(?:\.\d+)?(?:元|块|起)?(?:[/一每][\p{Script=Han}]+)?$/u;
const closing = /(?:呢|吗|哦|呀|哈|亲|的|款|都有|都可以|可选|有货|现货)+$/u;
const noName = /您|吗|什么|多少|帮|需要|怎么|哪|建议|推荐|可以|不错|抱歉|欢迎|一般|大概|我们/u;
/** Goods whose cut and finish are a matter of looks. */
const worn =
  /[裤裙衣衫袍服装鞋靴帽袜镜甲包饰链戒环钉巾带领表]|t恤|西装|大衣|外套|夹克|卫衣|毛衣|唇|口红|腮红|眉|睫|粉底|气垫|眼影|美瞳|发色|染发|面膜|首饰|dress|内裤|文胸/u;

export const isWorn = (goods: string): boolean => worn.test(goods) && !notWorn.test(goods);
const notWorn = /[机液柜架刷剂皂盒机桶篮夹]$|洗衣|晾衣|鞋柜|衣柜|洗发|服务|香水|奶粉|面粉|充电/u;

const shaped = /[型式风系纹领袖筒顶]$/u;
const latin = /^\d?[a-z][a-z\d'&.-]*(?: [a-z][a-z'&.-]*)*$/;

/** A name of a maker: no word of the language, or written in the other script. */
const isNameLike = (name: string): boolean => {
  if (latin.test(name)) return true;
  if (!/^\p{Script=Han}{2,5}$/u.test(name)) return false;
  const words = chineseWords(name);
  return words.length > 1 && words.every(w => w.length < 3) && words.some(w => w.length === 1);
};

/** The slot of the name that an item begins with. */
const firstSlot = (name: string, named: (words: string) => readonly NamedWish[]): WishSlot | undefined =>
  named(name).find(
    n => n.start === 0 && (n.slots[0] === 'brand' || name.slice(n.end).replace(/^[色的款]+/u, '') === ''),
  )?.slots[0] ?? (colourLike.test(name) ? 'color' : undefined);

/** A word that no list of colours has, by its last character: 杏粉, 冷茶棕. */
export const colourLike =
  /^(?!.*(?:[面奶米眉散蛋定淀花洗衣蜜香干痘磨卡飞浮掉]粉|[通网分口腮眼]红|[小空蛋明雪漂美增表坦亮不显太偏泛]白|[现定佣资押奖黄合铂白基本]金|[天显不太偏抹]黑|[变显发]黄|水银))\p{Script=Han}{1,3}[红橙黄绿青蓝紫粉灰棕咖褐米杏驼黑白金银]色?$/u;

export const listedIn = (
  shopSaid: string,
  named: (words: string) => readonly NamedWish[],
  wanted: readonly string[],
): Listed[] => {
  const found: Listed[] = [...shopSaid.matchAll(/[《<]([^》>]{1,20})[》>]/gu)].map(m => ({
    name: m[1]!.replace(/[》《]/g, ''),
    slot: 'title',
  }));
  const ofTitles = wanted.some(isTitled);
  for (const sentence of shopSaid.split(/[!?;]|(?<!\d)\.(?!\d)/)) {
    const items = sentence
      .split(between)
      .map(words => {
        const said = words.trim().replace(opening, '').replace(closing, '');
        const name = said.replace(price, '').trim().replace(closing, '');
        return { name, priced: name !== said, slot: firstSlot(name, named) };
      })
      .filter(({ name }) => name.length > 0 && name.length <= 12 && !noName.test(name));
    const isChoice = /还是|或者/u.test(sentence);
    const ofColour = /颜色|配色|色号/u.test(sentence);
    const ofGoods = items.some(item => item.slot === 'product_type' && !item.priced);
    const ofLooks = /花色|图案|款式|造型|风格|花型|纹样/u.test(sentence);
    // 霸王79, 吕119: a list of prices in which the vocabulary knows nothing at all is of makers.
    const sold = items.filter(item => item.priced);
    const ofMakers =
      items.some(item => item.slot === 'brand') ||
      (sold.length > 1 &&
        sold.every(item => item.name.length < 6 && named(item.name).length === 0 && !shaped.test(item.name)));
    const mostlyMakers = items.filter(item => item.slot === 'brand').length * 2 >= items.length;
    items.forEach(({ name, priced, slot }, i) => {
      const words = /^\p{Script=Han}+/u.exec(name)?.[0] ?? name;
      // What stands beside a colour is one: 黑, 焦糖, 奶茶.
      const beside = [items[i - 1]?.slot, items[i + 1]?.slot].find(s => s === 'color' || s === 'material');
      const isMaker =
        !shaped.test(words) &&
        (slot === undefined || slot === 'brand') &&
        ((ofMakers && priced && /^\p{Script=Han}{2,5}$|^[a-z]/u.test(words)) ||
          ((ofMakers || priced) && latin.test(words)) ||
          (ofMakers &&
            (isNameLike(words) ||
              (mostlyMakers && /^\p{Script=Han}{2,5}$/u.test(words) && !/^[能会可]/u.test(words)))));
      found.push({
        name,
        slot:
          ofColour || colourLike.test(name)
            ? 'color'
            : beside && !priced
              ? beside
              : materialLike.test(words) && slot === undefined
                ? 'material'
                : isMaker && !ofLooks
                  ? wanted.some(isLiterary)
                    ? 'author'
                    : 'brand'
                  : ofTitles && slot === undefined && !isChoice && /^\p{Script=Han}{2,8}$/u.test(name)
                    ? writer.test(name)
                      ? 'author'
                      : 'title'
                    : ofGoods && !isChoice && slot === undefined && /^\p{Script=Han}{2,6}$/u.test(name)
                      ? 'product_type'
                      : ofLooks || shaped.test(words) || (wanted.some(isWorn) && (isChoice || wornHead.test(name)))
                        ? 'style'
                        : 'feature',
      });
    });
  }
  return found;
};
/** 桃花心木, 合板: by the last character. */
const materialLike =
  /^\p{Script=Han}{1,4}(?:木|(?:木|合|夹|密度|颗粒|生态|纤维|多层|指接|欧松|岩|石膏|铝塑?|竹)板|布|棉|绒|皮|钢|瓷|纱|革|麻|绸|缎|铝|铜|竹|藤|硅胶|塑料|纤维|玻璃|尼龙|面料)$/u;
/** Goods that are told apart by their titles. */
const isTitled = (goods: string): boolean =>
  isLiterary(goods) || /游戏|绘本|漫画|碟|剧本|桌游|手办|盲盒|影片|电影|卡带|高达|模型/u.test(goods);
const writer =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤费][\p{Script=Han}]{1,2}$/u;
const wornHead = /(?:鞋|帽|裤|裙|衣|衫|靴|包|镜)$/u;

const noHead =
  /^(?:可以|需要|有的|好的|这款|那款|推荐|喜欢|大概|预算|客厅|厨房|卧室|房间|一般|质量|价格|尺寸|尺码|多少|都有|就是|适合|支持|活动|优惠|发货|性价比|比较|自己|非常|带有?|两[个款支]|[一二两三四五六七八九十\d]+\p{Script=Han}?)$/u;

/** The longest beginning of `words` that the shop named, as a whole, at the beginning or at the end of an item. */
export const takenUp = (
  words: string,
  listed: readonly Listed[],
): { readonly length: number; readonly slot: Listed['slot'] } | undefined => {
  for (let length = Math.min(10, words.length); length > 0; length--) {
    const said = words.slice(0, length);
    if (/[\s一的了不有很太最更是在和]$/u.test(said) || noHead.test(said)) continue;
    if (/[a-z]$/.test(said) && /^[a-z]/.test(words[length] ?? '')) continue;
    const item = listed.find(({ name }) =>
      length === 1 || /^\d+$/.test(said)
        ? name === said
        : (name.startsWith(said) && !(/[a-z]$/.test(said) && /^[a-z]/.test(name[length] ?? ''))) ||
          (name.endsWith(said) && (length > 1 || name.length === length)) ||
          (latin.test(said) && new RegExp(`(?<![a-z])${literally(said)}(?![a-z])`).test(name)),
    );
    // What follows a maker's name is the kind of it: 泡泡, of 施华蔻泡泡.
    if (item) return { length, slot: item.slot === 'brand' && !item.name.startsWith(said) ? 'feature' : item.slot };
  }
  return undefined;
};
