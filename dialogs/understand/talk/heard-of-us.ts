/** "Saw you on instagram", 小红书看到你们家的: where the shop was heard of, beside what is asked of it. Takes the shopper's own text. */
const places =
  '(?:小红书|抖音|快手|微博|朋友圈|公众号|视频号|b站|哔哩哔哩|知乎|豆瓣|淘宝|百度|网上|直播间?|广告|短视频|博主|朋友|同事|闺蜜|同学)';
const chinese = new RegExp(
  `(?:^|[\\s,，。.!！?？;；]+)(?:我|是|刚|昨天|最近|之前)*(?:在|从|通过|被)?${places}(?:上|里|那)?(?:看到|刷到|看见|看了|看的|种草|安利|推荐|介绍|推|过来|来)(?:了|的|过来|到)*(?:你们?|咱们?|贵)?(?:家|店)?(?:店铺|店)?(?:的|过来的|来的)?(?=$|[\\s,，。.!！?？;；~])`,
  'giu',
);
const english =
  /(?:^|[\s,.!?;]+)(?:i |we |just )*(?:saw|seen|found|discovered|heard (?:of|about)|came across|got here from|came here from|coming from) (?:you|u|your (?:shop|store|ad|page|site)|this (?:shop|store))(?: guys)? (?:on|in|from|via|through) (?:an? |the |my )?(?:ad on )?(?:instagram|insta|ig|tiktok|facebook|fb|youtube|reddit|pinterest|google|twitter|x|xiaohongshu|rednote|red|weibo|douyin|ad|advert|friend|colleague|newsletter|podcast|blog)(?=$|[\s,.!?;])/giu;

/** The message without it, where more is said. */
export const withoutHeardOf = (text: string): string => {
  const rest = text
    .replace(chinese, ' ')
    .replace(english, ' ')
    .replace(/^[\s,，.。!！;；]+/u, '')
    .trim();
  return rest !== text.trim() && (rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 2 ? rest : text;
};
