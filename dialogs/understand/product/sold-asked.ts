/**
 * Whether the shop sells something is asked, whatever lies on the table: 有没有鞋带卖, "do they sell spare laces for them", "you don't do
 * matcha, do you". A question of the shop's goods, and of no page. Takes folded text.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

/** The thing, in the shopper's words; undefined: no clause asks that. */
export const soldAsked = (folded: string): string | undefined => {
  if (folded.length > longest) return undefined;
  const again = saidAgain.exec(folded)?.[1];
  if (again !== undefined && !noneHan.test(again)) return again;
  const wanted = hadByShop.exec(folded)?.[1];
  if (wanted !== undefined && !noneHan.test(wanted)) return wanted;
  for (const clause of folded.split(ends).toReversed()) {
    const thing = thingIn(clause.trim());
    if (thing !== undefined) return thing;
  }
  return undefined;
};

/** 茶杯呢？我说配个茶杯: named once more, whatever lies there. */
const saidAgain = /^(?:那|我的|还有|,|， )*(\p{Script=Han}{2,6}?)呢[?!,. ]+[^?]{0,8}\1(?:啊|呀|呢|吗)?[?!. ]*$/u;
/** 最近打算入手洗衣机，你家有吗: wanted first, and asked for then. */
const hadByShop =
  /(?:想|打算|准备|考虑)(?:买|入手|换|添)(?:一?[个台部款只把双条])?(\p{Script=Han}{2,6}?)[,，。 ]+(?:请问)?(?:你们?(?:家|店里?|这里?|这)?|店里|这里)(?:还|都)?(?:有(?:没有|吗|么|卖吗)|卖吗|卖不卖)(?:呢|啊|呀)?[?!. ]*$/u;
const longest = 160;
const ends = /[,.;!?，。；！？、…]+ *|(?<=\p{Script=Han}) (?=\p{Script=Han})|(?<=[a-z]) (?:lol|haha)\b/u;

const thingIn = (clause: string): string | undefined => {
  const forms = hasHan(clause) ? chinese : english;
  const said = forms.flatMap(form => form.exec(clause)?.slice(1).find(Boolean) ?? [])[0]?.trim();
  if (said === undefined) return undefined;
  const thing = hasHan(said) ? said.replace(aroundHan, '') : said.replace(before, '').replace(behind, '');
  const isNone = hasHan(thing)
    ? noneHan.test(thing) || thing.length > mostHan
    : none.test(thing) || !/[a-z]{3}/.test(thing);
  return thing === '' || isNone ? undefined : thing;
};

const shop = '(?:you|u|ya|yous|you guys|they|this shop|the shop|your shop|wild yonder)';
const english: readonly RegExp[] = [
  new RegExp(
    `\\b(?:do|does|don't|dont|did|would|will|if|whether)(?:n't)? ${shop}(?: guys| also| even| actually| happen to| not| by any chance| still)* (?:sell|stock|carry|supply) (.+)$`,
  ),
  new RegExp(
    `^(?:(?:so|and|but|ok|oh|hm+) )*(?:${shop}) (?:don't|dont|do not|doesn't|also|guys) ?(?:sell|stock|carry|do) (.+?)(?: do (?:you|u|they))?$`,
  ),
  /\b(?:can|could|do|may) i (?:also |just |even |still )*(?:buy|get|order|purchase) (.+?) (?:from you|here|separately|on (?:its|their) own|as a spare|in your shop|off you)\b/,
  // "Show me your binoculars, even if they cost more".
  /^(?:(?:ok|so|then|please|just|and|yes|well) )*(?:can you |could you |please )*(?:show me|let me see|can i see) your (.+)$/,
  /\b(?:is|are) (?:the |there )?(?:an? |any |some )?(.+?) (?:sold|for sale|available to buy)\b/,
  /\b(?:is|are) there (?:also |even )?(?:an? |any |some )?([a-z][a-z -]{2,28}?) in (?:your|the|this) (?:online )?(?:shop|store|range)\b/,
];
const before =
  /^(?:(?:an?|any|some|the|your|other|extra|spare|separate|nice|good|proper|kind of|sort of|sets? of|pairs? of|such a thing as)(?: |$))+/;
/** For what, and where: "cup holders for a bike", "laptop sleeves on their own". */
const behind =
  / (?:(?:for|with|to|that|which|who|on|in|at|even|although|though|if|under|over|below|above|up|less|more|cheaper|from|between|around|about|please|again|i|we|of (?:any|some) (?:kind|sort)|like (?:that|this)|or|and|made|as|too|either|here|at all|by any chance|separately|then|please|though|tho|lol|instead|u|you|guys)\b.*)$/;
/** What is asked of another matter, of what lies there, or of nothing by name. */
const none =
  /^(?:it|its|this|that|these|those|them|one|ones|any|some|something|anything|things?|stuff|what|everything|more|others?|another|else|cheaper|bigger|smaller|here|only|all)\b|\b(?:gift ?(?:cards?|vouchers?|wrap\w*)|vouchers?|codes?|coupons?|discounts?|deals?|offers?|sales?|promotions?|people|person|staff|someone|parking|(?:fitting|changing) rooms?|data|details|information|abroad|online|shops?|stores?|returns?|refunds?|exchanges?|deliver\w*|shipping|warrant\w*|insurance|membership|points|repairs?|engraving|sizes?|colou?rs?|samples?|wholesale|carts?|baskets?|orders?|history|profile|polic(?:y|ies)|arrivals?|best ?sell\w*|bests?|list|menu|range|pages?|photos?|pictures?|options?|reviews?|products?|items?|goods|catalogue|collection|selection|recommendations?|suggestions?|prices?|addresses|address|phone|number|email|ideas?|others?|gifts?|presents?)\b|^to\b|^(?:replacements?|spares?|refills?|parts?)$/;

/** How whoever asks for a thing begins. */
export const askLead =
  '^(?:(?:我?(?:是|就|只是)*(?:想)?(?:再)?问(?:一?[下声]|问)?(?:的是)?)|那么?|请问|还有|另外|或者|对了|顺便|哦|咦|诶|还|就是|你们?(?:家|店里?|这里?|这边)?|您(?:这|们)?|店里|这里|家里|咱们?(?:家)?|有人|,| )*';
const thing = '([a-z\\d]{0,8}\\p{Script=Han}{1,10}?)';
const asking = '(?:吗|么|嘛|不|没有?|啊|呀|呢|的)*$';
const chinese: readonly RegExp[] = [
  new RegExp(
    `${askLead}(?:卖不卖|(?:有没有|有)(?:单独|另外|单)?卖|有没有得卖|是不是卖|也?卖(?!相|点|了|的|完|得|出|家|多少))${thing}${asking}`,
    'u',
  ),
  new RegExp(`${askLead}(?:有没有|有)(?:单独|单)?${thing}(?:单独|单|可以|能)*(?:卖|买)${asking}`, 'u'),
  new RegExp(
    `${askLead}(?:能不能|可不可以|能|可以|有没有|有)(?:单独|单|另外|只)(?:买|卖|购买|配)${thing}${asking}`,
    'u',
  ),
  new RegExp(`${askLead}(?:能不能|可不可以|能|可以|哪里?能?|在哪)买(?:到|得到)${thing}${asking}`, 'u'),
  new RegExp(
    `${askLead}${thing}(?:你们?(?:家|店里?|这)?|店里|这里)?(?:还|也|都|有|能不能|可不可以|可以|能|单独|单|得)*(?:卖不卖|有没有卖|有没有得卖|有得卖|有卖|买得到|(?<=单独|单|可以|能)[买卖]|卖(?=[吗么嘛不没]))${asking}`,
    'u',
  ),
];
const aroundHan =
  /^(?:一?[个条双副根些点套种款](?=\p{Script=Han}{2})|那种|什么|啥)+|(?:之类|什么|这些|那些|这种|那种|这个)?的?$/gu;
// Several things are read one by one elsewhere: 木铲或硅胶铲.
const noneHan =
  /(?<=\p{Script=Han}{2})[或和跟](?=\p{Script=Han}{2})|^(?:必要|意义|机会|道理|(?=需要)|这|那|它|第|可以|别|其他|其它|什么|啥|东西|商品|货|一|没|不)|[我你您他她它吗呢吧啊了]|[大小长短厚薄便宜贵轻重]一?[点些]|礼品卡|活动|优惠|会员|发票|积分|[券码]$|颜色$|尺码$|包装$|多少|怎么|哪|能不能?$|可以$/u;
const mostHan = 9;
