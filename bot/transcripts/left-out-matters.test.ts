/** What many shops are asked and few have a page for: it is named as left out, and nothing is searched for, ordered or guessed instead. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

/** By the matter's name as it is told, wordings that ask for it. */
const inEnglish: readonly (readonly [matter: string, ...said: string[]])[] = [
  [
    'a reward for bringing friends',
    'my sister ordered because of me, is there a referral bonus?',
    'what do I get for recommending a friend',
  ],
  ['money back for a good review', 'do I get a voucher for writing a review?'],
  ['customers’ reviews and how to write one', 'how can I edit the review I wrote', 'are your reviews real'],
  [
    'working with bloggers and influencers',
    "hi! I'm a youtuber and would love to work with you",
    'we have 25k followers, are you up for a collab',
  ],
  [
    'jobs with us',
    'any vacancies at the moment?',
    'is it possible to work in your shop over the summer, are you hiring',
  ],
  ['selling our goods as a partner', 'can I become a reseller', 'do you offer wholesale?'],
  ['taking back old things', 'do you accept used shoes for recycling', 'is there a trade-in'],
  ['hiring things for a time', 'can I hire a backpack for the weekend'],
  ['altering clothes', 'could you shorten the sleeves for me', 'do you do alterations in the shop'],
  ['courses and events in our shops', 'do you run any coffee courses'],
  ['parking', 'is there parking near the shop?', 'where can I park'],
  ['dogs in our shops', 'are dogs allowed in your store'],
  ['getting into our shops with a wheelchair', 'is your Shanghai shop wheelchair accessible'],
  ['appointments in our shops', 'do we need an appointment to try things on'],
  ['things left behind in our shops', 'I left my gloves in your store yesterday'],
  [
    'sending an order later on a wish',
    'can you send it later, not before 20 December',
    'can you keep my order in your warehouse until I am back from holiday',
  ],
  [
    'putting two orders into one parcel',
    'I placed two orders, can they come in one parcel?',
    'can you combine my orders',
  ],
  ['carrying things up or assembling them', 'will the courier carry it upstairs', 'do you offer an assembly service'],
  [
    'what stands on the outside of a parcel',
    'is the packaging discreet? discreet packaging please',
    'does it come in a plain box',
  ],
  ['whether the courier calls beforehand', 'will the driver call me before he comes?'],
  ['messages that somebody sends in our name', 'I got a text with a link about a parcel, is it a scam?'],
  ['joining or sharing accounts', 'can my wife and I share an account', 'can you merge my two accounts'],
  ['changing the e-mail address or number of an account', 'how do I change the email address on my account'],
  ['how old one has to be to order', "I'm 15, can I order?", 'is there a minimum age'],
  ['a gift card that was lost', 'I lost my gift card, what now', 'I deleted the mail with the gift card'],
  ['money for a gift card', 'can I get cash for my gift card?', 'can a gift card be refunded'],
  ['how to see what is left on a gift card', 'how do I check the balance of my gift card'],
  ['paying one order in two ways', 'can I split the payment between two cards'],
  ['another way of paying after the order was paid', 'I already paid with Alipay, can I switch to my card?'],
  ['insuring a parcel', 'are the parcels insured?', 'can I add shipping insurance'],
  ['a longer warranty or one for accidents', 'can I buy an extended warranty', 'is there accidental damage cover'],
  ['tax refunds for tourists', 'I am a tourist, can I get a tax refund?'],
  ['deliveries by subscription', 'do you have a tea subscription'],
  ['using our pages with a screen reader or larger letters', 'does your page work with a screen reader'],
  ['other languages than English and Chinese', 'does anyone there speak French?'],
  ['where data are stored and what learns from them', 'where are your servers', 'do you train an AI with my messages'],
  ['wish lists', 'is there a wish list'],
  ['groups to join', 'is there a WhatsApp group'],
  ['livestreams', 'when does your livestream start'],
  ['shops of ours on other platforms', 'are you on Amazon too'],
  ['copies of manuals', 'where can I find the manual for the speaker'],
  ['updates of firmware', 'how does a firmware update work'],
  [
    'test reports and certificates',
    'do you have a test report for the kettle',
    'can you send the certificate of origin',
  ],
  ['signing in with two factors', 'do you have two-factor authentication'],
  ['post office boxes', 'can you ship to a PO box'],
  ['the carbon footprint', 'what is the carbon footprint of a delivery'],
  ['traces of nuts and other allergens', 'are there traces of nuts in the tea'],
];
const inChinese: typeof inEnglish = [
  ['推荐朋友的奖励', '推荐朋友来买有返利吗', '有老带新活动没'],
  ['好评返现', '五星好评有红包吗'],
  ['买家评价和怎么写评价', '怎么写评价', '我写的差评想删'],
  ['博主合作', '我是抖音博主，想跟你们合作', '10万粉丝 有商务合作吗'],
  ['招聘', '你们还招店员吗', '想应聘导购'],
  ['代理、加盟、批发', '想加盟你们，要什么条件', '能做代理吗'],
  ['旧物回收、以旧换新', '旧衣服你们回收吗', '支持以旧换新不'],
  ['租借', '背包能租吗，就出去玩几天'],
  ['改衣服', '裤子能帮忙改短吗'],
  ['门店的课程和活动', '店里开手冲咖啡课吗'],
  ['停车', '你们店门口好停车吗'],
  ['带宠物进店', '可以带狗进店吗'],
  ['轮椅进店', '轮椅能进你们店吗'],
  ['到店预约', '去店里试穿需要预约吗'],
  ['落在门店的东西', '我的伞落在你们店里了'],
  ['晚些发货', '能不能推迟发货，我下周才在家', '请在10号之后再发货'],
  ['两单合并发货', '我下了两个订单，能合并发货吗'],
  ['送货上楼、安装', '送货上楼吗，我家没电梯', '包安装吗'],
  ['包裹外面写什么', '能保密发货吗', '箱子上别写是什么东西'],
  ['快递会不会提前打电话', '快递员会提前打电话吗'],
  ['冒充我们的短信、链接', '收到短信让我点链接领退款，是你们发的吗'],
  ['合并或共用账号', '我有两个账号能合并吗'],
  ['改账号的邮箱、手机号', '怎么修改绑定的手机号'],
  ['未成年人下单', '未成年可以下单吗'],
  ['礼品卡丢失补发', '礼品卡丢了能补发吗'],
  ['礼品卡退钱、提现', '礼品卡能提现吗'],
  ['礼品卡余额查询', '怎么查礼品卡余额'],
  ['一单分两种方式付', '可以一半微信付一半刷卡付吗', '能用两张卡付吗'],
  ['付款后换支付方式', '付完了还能改成支付宝吗'],
  ['保价、运费险', '贵重的东西寄的时候能保价吗'],
  ['延保、意外险', '能延长保修吗', '有碎屏险这种意外险吗'],
  ['二手商品的保修', '二手买的耳机还保修吗'],
  ['游客离境退税', '外国游客可以退税吗'],
  ['定期订购', '咖啡豆能每个月自动寄给我吗'],
  ['读屏、放大字号', '你们网站字太小了能调大吗'],
  ['中英文以外的语言', '你们会说日语吗'],
  ['数据存在哪里、会不会用来训练', '我的数据存在哪里', '聊天内容会拿去训练AI吗'],
  ['心愿单', '有心愿单吗'],
  ['微信群、内购群', '有内购群吗'],
  ['直播', '直播间几点开播'],
  ['其他平台上的店', '你们在淘宝有店吗', '天猫那家同名的是你们吗'],
  ['说明书电子版', '说明书丢了，有电子版吗'],
  ['固件升级', '音箱固件怎么升级'],
  ['检测报告、证书', '有质检报告吗', '能看看授权书吗'],
  ['两步验证', '支持两步验证吗'],
  ['碳排放', '寄一单的碳排放是多少'],
  ['坚果等过敏原', '茶会混到坚果吗'],
];

describe.each([inEnglish, inChinese])('what no page says is named', (...matters) => {
  test.each(matters.flatMap(([matter, ...said]) => said.map(text => [text, matter] as const)))(
    '%s',
    async (text, matter) => {
      const answer = await lastOf(await shop.talkTo(), [text]);
      expect(answer.text.replaceAll("'", '’')).toContain(`“${matter}”`);
      expect(answer.text).toMatch(/pages say nothing about|我们的页面没有写/);
      expect(cardsOfType(answer, 'product')).toEqual([]);
    },
  );
});

/** Words of those matters, with which something else is said. */
test.each([
  ['a gift for the friend who recommended you'],
  ['my old shoes are worn out, show me new running shoes'],
  ['is there a bag I can take my dog in'],
  ['a present for a colleague who teaches coffee courses'],
  ['show me bags for a city with bad parking'],
  ['I want a mug, my old one broke'],
  ['送朋友的礼物，上次你们推荐的那种'],
  ['旧鞋坏了，看看跑鞋'],
  ['我想看看带狗狗图案的杯子'],
  ['送直播的朋友一副耳机'],
])('%s: that is no question about a rule', async text => {
  expect((await lastOf(await shop.talkTo(), [text])).text).not.toMatch(/pages say nothing about|我们的页面没有写/);
});

describe('what no page says is kept for the report of gaps, in the shopper’s words', () => {
  test.each([
    ['do you run any coffee courses', 'coffee courses'],
    ['店里开手冲咖啡课吗', '手冲咖啡课'],
    ['add a mug. can you combine my orders?', 'combine my orders'],
  ])('%s', async (text, kept) => {
    await (await shop.talkTo()).say(text);
    const open = await shop.core.stores.gaps.open(new Date(0), 500);
    expect(open.filter(gap => gap.text.toLowerCase().includes(kept))).not.toEqual([]);
  });
});
