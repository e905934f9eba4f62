import { describe, expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Which of two costs less is told by their prices: of a kind by the cheapest that a search for it shows. */
const shop = talkingShop();

const textAfter = async (...messages: readonly string[]) => (await lastOf(await shop.talkTo(), messages)).text;

describe('of two kinds the cheapest', () => {
  test.each<[string, RegExp]>([
    [
      'which is cheaper, the cheapest backpack or the cheapest tote?',
      /^The .* tote, .* costs ¥79, ¥190 less than .* at ¥269/,
    ],
    ['are backpacks cheaper than totes?', /^No: the .* tote, .* costs ¥79, ¥190 less/],
    ['do totes cost less than backpacks?', /^Yes: the .* tote, .* costs ¥79, ¥190 less/],
    ["what's cheaper, your cheapest tote or the cheapest tea?", /¥29, ¥50 less than the .* tote/],
    ['最便宜的背包和最便宜的托特包哪个便宜', /托特包 \S+¥79，比.*（¥269）便宜¥190/],
    ['背包比托特包便宜吗', /^不是，.*托特包 \S+¥79/],
    ['最便宜的茶和最便宜的咖啡，哪个更便宜？', /¥29，比.*（¥59）便宜¥30/],
    ['哪个便宜，蜡烛还是马克杯', /马克杯 \S+¥59，比.*蜡烛 \S+（¥89）便宜¥30/],
    ['is the down jacket more expensive than the parka?', /^No: the Fellhare Goosefall down jacket.* ¥919, ¥310 less/],
  ])('%s', async (message, told) => {
    expect(await textAfter(message)).toMatch(told);
  });
});

describe('of two colours of what is looked at', () => {
  test.each<[string[], string]>([
    [['show me the thumbprint mug', 'is the sage one cheaper than the navy one?'], '¥59'],
    [['two guests teapot', 'does the black one cost less than the green one?'], '¥239'],
    [['commuter backpack', 'colour red and navy, which is cheaper'], '¥269'],
    [['指印马克杯', '绿色的比蓝色的便宜吗'], '¥59'],
    [['二号线通勤双肩包', '红色和藏青哪个便宜点'], '¥269'],
  ])('that cost the same it is said: %j', async (messages, price) => {
    const text = await textAfter(...messages);
    expect(text).toMatch(/both cost|价格一样/i);
    expect(text).toContain(price);
  });
});

test.each(['两件比一件便宜吗', 'is it cheaper to buy two than one'])(
  'no goods are held against each other: %s',
  async message => {
    expect(await textAfter(message)).not.toMatch(/less than the|便宜¥/);
  },
);
