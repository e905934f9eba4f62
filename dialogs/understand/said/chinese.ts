/** Reads one Chinese clause: which wishes it states, in its own words. */
import { readActivity, readTimes } from './chinese-activities.ts';
import { readAnswer, readChosen, readPart } from './chinese-answers.ts';
import { readABit, readBeside, readDegrees, readHolding, readTooMuch } from './chinese-beside.ts';
import { readDefects } from './chinese-defects.ts';
import { readFaults, readFaultyKinds } from './chinese-faults.ts';
import { readFormats } from './chinese-formats.ts';
import { request } from './chinese-frames.ts';
import { readGoodsFirst, readHeadedGoods, readMarkedFeatures, readWriter } from './chinese-goods.ts';
import { judgedIn, opensClause, readTakenUp } from './chinese-judged.ts';
import { readMeasures, readQuantity } from './chinese-measures.ts';
import { readNames } from './chinese-names.ts';
import { withParts } from './chinese-parts.ts';
import { readPeople } from './chinese-people.ts';
import { remarkOn } from './chinese-remarks.ts';
import { readDevice, readErrand, readPartAndDegree, readPickedMaker, readPower } from './chinese-shapes.ts';
import { readSituation } from './chinese-situation.ts';
import { readBareSizes, readCounts } from './chinese-sizes.ts';
import { readSmell, readSpecs } from './chinese-specs.ts';
import { trimmedIn } from './chinese-trims.ts';
import { readUnknownGoods } from './chinese-wished-goods.ts';
import { wholeNames } from './chinese-words.ts';
import { readPickedNumber } from './english-picked.ts';
import type { Clause, ClauseRead, Draft } from './fact.ts';
import { readerOf } from './reader.ts';

const info =
  /多少钱|怎么(?!.{0,6}推荐)|什么时候|几天|哪里|为什么|是什么|多久|包邮|发货|退货|退款|换货|发票|物流|快递|运费|优惠吗|打折|能便宜|保修|售后|是不是正品|质量怎么样|好不好|哪个好|有什么区别|区别|几号到|付款|支付/u;
/** Of paying, parcels and what is given on top: whatever else a short clause names is no wish. */
const ofTheSale =
  /开票|专票|抬头|税号|发票|付款|支付|微信付|支付宝|花呗|白条|分期|信用卡|货到付款|送货|送到|送达|上门|自提|取货|[几多][天久].{0,2}到|发货|快递|物流|顺丰|运费|包邮|邮费|安装费|(?:包|管|负责)安装|退货|退款|能退|退换|换货|换码|质保|保修|满减|满\d+减?|优惠券|领券|用券|有券|凑单|积分|会员|打折|折扣|(?:有|什么|搞|做)活动|促销|赠品|有赠|赠小样|贺卡|客服|转人工|差评|投诉|催件|补发|少发|发错|预售|降价|价保|保价|券后|拼单|代购吗|(?:换成?|折)现金?减|不用送$/u;
const shortClause = 14;
const weighs =
  /^(?!.*(?:想要|要买|就要|推荐|有没有|预算))[\p{Script=Han}a-z\d]{1,10}还是(?!要|想|买|选|拿|算|觉得|喜欢|不|有点|太|很|挺|这|那|得|吧)[\p{Script=Han}a-z\d]{1,8}?(?:好|好呢|呢|[哪那]个.*|比较.*|合适.*|更.*|的|[?？])*$/u;
const past = /(?:买过|用过|看过|穿过|读过|以前|之前(?:买|用|看)|上次|去年买|原来(?:的|用)|坏了|丢了|旧的)/u;
const bothWays =
  /(?:颜色|尺码|品牌|材质|牌子|款式|价格|什么).{0,3}(?:都行|都可以|无所谓|随便|不限|不挑|没要求|没关系)|(?:随便|无所谓|都行|都可以)(?:啦|吧|的)?$/u;
/** 不能拆洗的我就不考虑了: what it would be left for is what it has to be; what would be taken instead is not chosen yet. */
const unless = /^(?:要是|如果)?不(?:能|可以|会|带)(\p{Script=Han}{2,5}?)(?:的话?|我)+就(?:不|算|换|别|没)/u;

/** 扫地机器人哪个好: what is asked about before any goods were named is what is looked for. */
const goodsAskedAbout = (clause: Clause): readonly Draft[] => {
  const r = readerOf(clause);
  readNames(r, wholeNames(clause));
  return r.drafts.filter(d => d.slot === 'product_type').slice(0, 1);
};

/** 华硕售后被坑过: a maker turned away for its service. */
const faultyMaker = (clause: Clause): readonly Draft[] => {
  const maker = clause.named.find(n => n.slots[0] === 'brand' && opensClause.test(clause.folded.slice(0, n.start)));
  if (!maker || clause.question || !/坑|差|拉黑|垃圾|失望/u.test(clause.folded)) return [];
  return [{ slot: 'brand', start: maker.start, end: maker.end, polarity: -1, confidence: 0.6 }];
};

/** 虎牌以前用过, 保温挺好: a maker tried before is as the rest of the sentence finds it. */
const triedBefore = (clause: Clause): readonly Draft[] => {
  const maker = clause.named.find(n => n.slots[0] === 'brand' && opensClause.test(clause.folded.slice(0, n.start)));
  if (!maker) return [];
  const rest = clause.sentence.slice(clause.sentence.indexOf(clause.folded) + clause.folded.length);
  const remark = remarkOn(rest.replace(/^[ ,.;。，]+/u, '').split(/[,;。，]/u)[0]!);
  if (remark !== 'faults' && remark !== 'takes') return [];
  const polarity = remark === 'faults' ? -1 : 1;
  return [{ slot: 'brand', start: maker.start, end: maker.end, polarity, confidence: 0.6 }];
};

export const readChinese = (clause: Clause): ClauseRead => {
  const { folded, asked } = clause;
  const r = readerOf(clause);
  const asksFor = request.test(folded);
  if (info.test(folded) && !/想买|想要|推荐|有没有|预算|找/u.test(folded))
    return {
      drafts: clause.wanted.length === 0 ? goodsAskedAbout(clause) : faultyMaker(clause),
      wish: clause.wishBefore,
    };
  if (ofTheSale.test(folded) && folded.length <= shortClause && !/想买|想要|预算/u.test(folded))
    return { drafts: [], wish: clause.wishBefore };
  // 网布的还是海绵的: who weighs two things has chosen neither.
  if (weighs.test(folded)) {
    const goods = clause.wanted.length === 0 ? goodsAskedAbout(clause) : [];
    const drafts = goods.filter(
      d => !/^的?还是/u.test(folded.slice(d.end)) && !folded.slice(0, d.start).endsWith('还是'),
    );
    return { drafts, wish: clause.wishBefore };
  }
  // 耳机坏了,换一副: what is broken is wished for anew.
  const anew = /坏了|丢了/u.test(folded) && /想|换|买|新的|推荐|来[个台双把副条一]/u.test(clause.sentence);
  if (past.test(folded) && !anew && !/想|要买|换|喜欢|不喜欢/u.test(folded))
    return { drafts: triedBefore(clause), wish: false };
  if (bothWays.test(folded) && clause.negations.length === 0) {
    const at = bothWays.exec(folded)!.index;
    r.taken.push({ start: at, end: folded.length });
  }
  const must = unless.exec(folded);
  if (must && clause.wanted.length > 0) {
    const start = folded.indexOf(must[1]!);
    const draft: Draft = { slot: 'feature', start, end: start + must[1]!.length, polarity: 1, confidence: 0.6 };
    return { drafts: [draft], wish: true };
  }
  const named = wholeNames(clause);
  readPeople(r, named);
  readDevice(r);
  readDefects(r);
  readSituation(r);
  readFormats(r);
  readBareSizes(r);
  readMeasures(r);
  readHolding(r);
  readPickedMaker(r);
  readPickedNumber(r);
  readTakenUp(r, named);
  readFaultyKinds(r);
  readPower(r);
  readWriter(r);
  readHeadedGoods(r, asksFor);
  readGoodsFirst(r);
  readMarkedFeatures(r);
  readErrand(r);
  readTimes(r);
  readActivity(r);
  readSmell(r);
  readChosen(r, named);
  readNames(r, named);
  readBeside(r);
  readDegrees(r);
  readTooMuch(r);
  readABit(r);
  readFaults(r);
  readPartAndDegree(r);
  if (asksFor || clause.wishBefore) readUnknownGoods(r, named);
  readQuantity(r);
  readCounts(r);
  readSpecs(r);
  if (r.drafts.length === 0 && (asked.slots.size > 0 || asked.open) && !clause.question) readAnswer(r);
  if (r.drafts.length === 0 && !clause.question) readPart(r);
  return {
    drafts: trimmedIn(clause, withParts(clause, judgedIn(clause, r.drafts))),
    wish: asksFor || clause.wishBefore || r.drafts.length > 0,
  };
};
