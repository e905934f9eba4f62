/**
 * Parts, refills and goods that no vocabulary knows, asked for by name: "my headphones cable broke, do you sell replacements?",
 * 雨罩有吗, wifi信号增强器有没有. Takes folded text.
 */
import type { ShelfWords } from '../../knowledge/retrieval/goods/shelf-words.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { singular } from '../../knowledge/retrieval/text/tokens.ts';
import { askLead } from '../understand/product/sold-asked.ts';

const longest = 120;
const part =
  '(?:cables?|cords?|straps?|lids?|ear ?(?:pads?|cushions?|tips?|hooks?)|(?:shoe ?)?laces|insoles?|batter(?:y|ies)|blades?|seals?|gaskets?|handles?|rain ?covers?|adapters?|adaptors?|plugs?|buckles?|buttons?|zips?|zippers?|wicks?|bulbs?|refills?|ink|cartridges?|nibs?|spare parts?|replacement parts?|inserts?|inner soles?|spouts?|spikes?)';
const owner = '(?:[a-z]+ )?';
const englishParts = [
  new RegExp(`\\b(?:replacements?|spares?|extra|separate) (?:for (?:the|my|a) )?(${owner}${part})\\b`),
  new RegExp(
    `\\b(?:sell|stock|have|got|get|buy|need|want|looking for|any|just|only|not new [a-z]+,?) (?:an? |any |the |some |new |just |only |my )*(${owner}${part})\\b`,
  ),
  new RegExp(`\\b(${owner}${part}) (?:broke|is broken|has broken|snapped|is gone|got lost|ripped|tore|died)\\b`),
];
/** What broke is wanted anew. */
const wants = /\b(?:sell|stock|have|got|get|buy|need|want|replace\w*|spares?|order|find)\b/;
const chinesePart =
  '(?:耳机线|充电线|数据线|连接线|音频线|电源线|表带|腕带|耳塞套|耳套|耳罩套?|海绵套|杯盖|锅盖|壶盖|杯套|鞋带|鞋垫|背带|肩带|提手|滤芯|滤网|替换装|替换芯|替芯|补充装|墨囊|墨水|笔芯|笔尖|刀鞘|刀套|防?雨罩|背包罩|防尘袋|防尘罩|收纳盒|保护套|灯泡|烛芯|密封圈|硅胶圈|电池|配件|零件|扣子|拉链头)';
const chineseParts = [
  new RegExp(
    `(?:有没有|有|卖|单买|单卖|买个|买条|配个|配条|要个|要条|换个|换条|想买|想配)(?:卖|单独|单|替换的?|备用的?|配套的?|那种|个|条|一[个条副])*(${chinesePart})`,
    'u',
  ),
  new RegExp(
    `(${chinesePart})(?:你们?家?|店里|这里|还|都|也)*(?:有(?:没有|吗|么|卖|不|单卖|单独)|卖[吗么不]|单卖|能单独?买|可以单独?买|能买到)`,
    'u',
  ),
];

/** A Chinese thing by the last character of its name. */
const asThing =
  /[器机仪灯线盒架垫套罩膜巾帽裤裙衫袜靴刀漏筛铲勺筷叉锅壶杯碗盘椅桌床柜箱粉油膏霜酒饼糕糖球车板镜链琴枕毯伞锁钩夹剂]$/u;
const askedWhole = new RegExp(
  `${askLead}(?:有没有|有卖|卖不卖|卖|有)(?:卖|那种|什么)?((?:[a-z\\d]{1,8})?\\p{Script=Han}{2,8}?)(?:吗|么|嘛|卖|的吗)?[?!。. ]*$|${askLead}((?:[a-z\\d]{1,8})?\\p{Script=Han}{2,8}?)(?:有没有?|有不|有吗|有卖吗|卖吗|有么|有卖的吗|你们?(?:家)?(?:有|卖)吗)[?!。. ]*$`,
  'u',
);
/** No name of one thing; 木铲或硅胶铲 are two. */
const noThing =
  /(?<=\p{Script=Han}{2})[或和跟](?=\p{Script=Han}{2})|[我你您他她它这那哪些吗呢吧啊的了是不没]|活动|优惠|会员|发票|门店|实体|客服|人工|订单|快递|质保|保修|货$|色$|码$/u;

/** In the shopper's words; empty: none is. */
export const sparesAsked = (folded: string, words: ShelfWords): readonly string[] => {
  if (folded.length > longest) return [];
  if (!hasHan(folded)) {
    const [named] = englishParts.flatMap(form => form.exec(folded)?.[1]?.trim() ?? []);
    if (named === undefined || !wants.test(folded)) return [];
    const said = named.replace(/^(?:an?|any|the|some|new|my|just|only|your|replacement|spare|extra) /, '');
    const head = singular(said.split(' ').at(-1)!);
    return words.names.has(head) || words.englishSorts.has(said) ? [] : [said];
  }
  const named = chineseParts.flatMap(form => form.exec(folded)?.[1] ?? [])[0];
  if (named !== undefined) return words.chineseNames.includes(named) || words.chineseSorts.has(named) ? [] : [named];
  const whole = askedWhole.exec(folded);
  const thing = whole?.[1] ?? whole?.[2];
  if (thing === undefined || !asThing.test(thing) || noThing.test(thing)) return [];
  const isHere = (name: string): boolean =>
    words.chineseNames.includes(name) || words.chineseMentioned.includes(name) || words.chineseSorts.has(name);
  const ends = [...thing].map((_, from) => thing.slice(from)).filter(end => end.length > 1);
  return ends.some(isHere) || words.chineseKinds.some(kind => thing.endsWith(kind)) ? [] : [thing];
};
