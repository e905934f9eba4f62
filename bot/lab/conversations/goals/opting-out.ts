/** Personal offers are not wanted any more. */
import type { Goal, Openings } from '../goal.ts';
import { tap, type } from '../goal.ts';
import { cardsOf } from '../reading.ts';
import { goodsBetween } from './picking.ts';

const optOutOpenings: Openings = {
  plain: {
    en: [
      "I don't like getting offers picked for me, please switch that off",
      'please stop making special offers based on what I do',
      'I would like to opt out of personalised offers',
      'no more tailored deals for me',
      'take me off your personal promotions',
      'could you turn off the offers that are chosen just for me?',
      'how do I turn off personalised discounts? do it for me please',
      'I want normal prices only, no personal deals',
      'I withdraw my consent to being targeted with promotions, set that to off',
      "please don't use my shopping history to work out discounts for me",
      "I'd rather you didn't build offers around me, disable that",
    ],
    zh: [
      '我不想要针对我的优惠，关掉吧',
      '别再给我推送个人优惠了',
      '我要退出个性化优惠，请帮我设置一下',
      '以后不要专属优惠了',
      '把我的个性化推荐优惠停了',
      '别再按我的浏览习惯给我出折扣了，这功能我不用',
      '怎么关闭个性化折扣？帮我关了',
      '我只要正常价格，不要专属折扣',
      '我撤回之前的授权，今后别给我做个人化的优惠',
      '不要根据我的购买记录给我算优惠',
      '给我单独定制的那种优惠取消掉，谢谢',
    ],
  },
  vague: {
    en: [
      'stop it with the personal offers',
      'your offers feel like you are watching me',
      "it's weird that the discounts know my taste, I'd like that to end",
      'I find these targeted offers creepy, turn them off',
      "I don't want to be profiled for discounts",
    ],
    zh: [
      '别再搞这些专属优惠',
      '你们的优惠像在监视我，关掉',
      '感觉优惠都是照着我来的，不太喜欢，能停吗',
      '个性化优惠让人不舒服，停了吧',
      '别老盯着我买了什么来给我发优惠',
    ],
  },
  terse: {
    en: [
      'no personal deals',
      'opt out',
      'personalised deals off',
      'disable personal offers',
      'stop personalised offers',
      'end personal discounts',
      'offers off',
      'turn off my offers',
      'opt me out of tailored promos',
      'no targeted discounts',
      'unsubscribe personal deals',
    ],
    zh: [
      '不要个性化',
      '关闭优惠推送',
      '停用专属折扣',
      '关掉个人优惠',
      '个性化优惠停掉',
      '个性化促销关了',
      '不要专属优惠',
      '关闭专属',
      '别按我的喜好打折',
      '取消定向优惠',
      '个人优惠别推了',
    ],
  },
};

const optOut: Goal = {
  key: 'opt-out',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    await stage.fillCart(visitor, [goodsBetween(stage, random, 250, 800)]);
    const off = async (): Promise<boolean> =>
      (await stage.core.stores.shoppers.get(visitor.shopper))?.consent.personalOffers === false;
    let asks = 0;
    return {
      visitor,
      openings: optOutOpenings,
      slots: {},
      respond: ({ heard }) => {
        const button = heard.taps.find(t => /no personal|关闭个性化/i.test(t.label));
        if (button) return tap(button);
        if (/personal offers are off|已关闭个性化/i.test(heard.text) && asks === 0) {
          asks = 1;
          return type(language === 'zh' ? '那现在有什么优惠？' : 'so what deals are there now?');
        }
        return null;
      },
      achieved: async () => (await off()) && asks > 0,
      violated: exchanges => {
        const from = exchanges.findIndex(e => /personal offers are off|已关闭个性化/i.test(e.heard.text));
        return from >= 0 && exchanges.slice(from).some(e => cardsOf(e.heard, 'offer').some(o => o.buttons.length > 0))
          ? 'A personal offer was shown after they had been switched off'
          : null;
      },
    };
  },
};

export const optOutGoals: readonly Goal[] = [optOut];
