import { expect, test } from 'vitest';
import { makeCampaigns } from '../../../knowledge/demo/campaigns.ts';
import { asId, type PromotionId } from '../../../knowledge/domain/ids.ts';
import { promotionsJoined, promotionsNamed } from './find-promotion.ts';
import { ruleContext } from './rules.test-helper.ts';

const { promotions } = makeCampaigns({ now: ruleContext.now, products: ruleContext.products });
const input = {
  promotions: promotions.filter(p => p.trigger !== 'offer'),
  codes: new Map([['WILD20', asId<PromotionId>('promo-wild20')]]),
  context: ruleContext,
};

test.each([
  ['满减活动到什么时候', 'promo-every-300'],
  ['满300减30', 'promo-every-300'],
  ['until when is the ¥30 off every ¥300', 'promo-every-300'],
  ['第二件半价怎么算', 'promo-second-half'],
  ['the second one half price deal', 'promo-second-half'],
  ['晚上的护肤折扣', 'promo-evening-skin'],
  ['the evening skincare deal', 'promo-evening-skin'],
  ['满赠有什么', 'promo-gift-499'],
  ['the gift from 499', 'promo-gift-499'],
  ['code WILD20', 'promo-wild20'],
])('“%s” means %s', (words, id) => expect(promotionsNamed(words, input)).toEqual([id]));

test.each([
  ['can I use WILD20 with the spend and save', ['promo-wild20', 'promo-every-300']],
  ['满减和第二件半价能一起用吗', ['promo-every-300', 'promo-second-half']],
])('“%s” joins two', (words, ids) => {
  expect(promotionsJoined(words, input).map(side => side[0])).toEqual(ids);
});

test('words that name no promotion mean none', () => {
  for (const words of ['until when is it', '活动到什么时候', 'hello'])
    expect(promotionsNamed(words, input)).toEqual([]);
});
