/** Where one's order is, and no list of them: "where is my order?", 我的快递到哪了. Takes folded text. */

const longest = 80;

const whereEn =
  /\b(?:where(?:'?s| is| are)|track(?:ing)?|status of|how far (?:is|along is)|(?:news|updates?) (?:on|about|of)|what(?:'?s| is| has) (?:happen(?:ing|ed)|up|going on) (?:with|to))\b[^.?!]{0,24}\bmy (?:last |latest |damn |bloody )?(?:order|parcel|package|delivery|shipment|stuff|things|goods)\b(?! (?:number|history))/u;
const whereZh =
  /(?:订单|单子?|快递|包裹|物流|货|东西)[^,，。?？!！]{0,6}(?:到哪|在哪|到什么地方|走到|跑哪|去哪|什么进度|啥进度|什么状态|啥状态)|(?:我的?|那个?)(?:快递|包裹|货)(?:呢|怎么还没到|还没到)|^(?:请|麻烦|帮我|帮忙|给我|你好|,|，| )*查(?:一?[下查]|询|看)?(?:一下)?(?:我的?)?(?:快递|物流|包裹)/u;
const ofSeveral =
  /\borders\b|\b(?:all|each|every|both) (?:of )?my\b|\bwhat(?:'s| is| was| did)?\b.{0,16}\b(?:buy|bought|in (?:it|my))\b|所有|全部|哪些|列表|几[个单笔]|都(?:到|在)|买过|买了(?:什么|啥)|退|换|单号/u;

/** One is asked about, whichever it is. */
export const asksWhereOne = (folded: string): boolean =>
  folded.length <= longest && (whereEn.test(folded) || whereZh.test(folded)) && !ofSeveral.test(folded);
