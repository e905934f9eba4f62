import { describe, expect, test } from 'vitest';
import type { Intent } from '../../dialogs/turn.ts';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Talks as shoppers have them, one message after another, each with what a demanding shop owner expects of the answer. */
const shop = talkingShop();

type Heard = readonly [says: string, intent: Intent, answers?: RegExp];
interface Conversation {
  readonly name: string;
  readonly shopper?: string;
  readonly heard: readonly Heard[];
}

const conversations: readonly Conversation[] = [
  {
    name: 'in a few words, from a kind of thing to the cart',
    heard: [
      ['bag', 'product-search'],
      ['black', 'product-search'],
      ['cheaper', 'product-search', /^Cheaper than all of these: .*¥\d+/],
      ['the second one', 'product-details'],
      ['leather?', 'product-details', /^(?:Yes|No)/],
      ['add 2', 'add-to-cart', /in your cart/],
      ["i don't want it anymore", 'remove-from-cart', /out of your cart/],
    ],
  },
  {
    name: 'in a few words, in Chinese',
    heard: [
      ['双肩包', 'product-search'],
      ['黑的', 'product-search'],
      ['不要太贵', 'product-search', /以内/],
      ['第二个', 'product-details'],
      ['防水不', 'product-details', /防水/],
      ['来一个', 'add-to-cart', /已加入购物车/],
      ['不要了', 'remove-from-cart', /已从购物车移除/],
    ],
  },
  {
    name: 'the order, asked after in passing',
    shopper: 's-0007',
    heard: [
      ['where is it', 'order-status', /order/],
      ['which carrier is it with', 'order-status'],
      ['can you send it to my office instead', 'question', /carrier to redirect it/],
      ['whats the status now', 'order-status'],
    ],
  },
  {
    name: 'anger, and nobody there',
    heard: [
      ['你们客服是死的吗', 'complaint', /抱歉/],
      ['等了三天没人回', 'complaint'],
      ['有没有人啊', 'person', /人工/],
    ],
  },
  {
    name: 'what the rules say, in slips and two languages at once',
    heard: [
      ['I have a login problem', 'question', /code/],
      ['can i retrun them if they dont fit', 'question', /30 days/],
      ['can i send it back after i washed it', 'question', /not taken back/],
      ['whats ur adress in shanghai', 'question', /Ferry Lane/],
      ['is there free shipping', 'question', /¥199/],
      ['hw much dlivery to hk', 'question', /¥45/],
      ['可以 return 吗 if 不合适', 'question', /30 天/],
      ['运费险有没有', 'question', /退货免费/],
      ['门店在那里', 'question', /渡口巷/],
      // To Hong Kong, which was asked about above.
      ['多久到', 'question', /^寄到香港一般 4 到 7 天/],
      ['deliver by friday?', 'question', /4 to 7 days/],
      ['im between 41 and 42', 'question', /(?:larger|bigger|size up|half|41|42|shoe)/i],
      ['衣服洗过一次还能退不', 'question', /不能退/],
    ],
  },
  {
    name: 'deals, told from the rules and not from a page',
    heard: [
      ['what if i spend 300', 'promotion-question', /¥30 off/],
      ['满300减30怎么算', 'promotion-question', /减30元/],
      ['优惠码在哪里领', 'question', /优惠码/],
      ['WILD20', 'apply-code', /优惠码/],
      ['why doesnt it work', 'promotion-question', /cart is empty/],
    ],
  },
  {
    name: 'privacy in the shopper’s own words',
    heard: [
      ['are you recording me', 'question', /We keep/],
      ['i dont want to be tracked', 'opt-out', /Personal offers are off/],
      ['把我说过的都删了', 'forget-all', /全部清除吗/],
      ['好的', 'yes', /彻底清除/],
    ],
  },
  {
    name: 'nothing is guessed, and no joke is a complaint',
    heard: [
      ['这个咋用', 'product-details', /哪一款/],
      ['tell me a joke', 'help'],
      ['ok ill think about it', 'no', /here if you need/],
    ],
  },
];

describe.each(conversations)('$name', ({ shopper, heard }) => {
  test('is answered as it is meant', async () => {
    const talk = await shop.talkTo(shopper);
    for (const [says, intent, answers] of heard) {
      const answer = await talk.say(says);
      expect([says, answer.log?.intent]).toEqual([says, intent]);
      if (answers) expect(answer.text, says).toMatch(answers);
    }
  });
});

test.each([
  ['im vegan, any leather free bags?', 'bags'],
  ['有没有不含皮的包', 'bags'],
])('%s: goods, none of them of leather', async (says, category) => {
  const cards = cardsOfType(await (await shop.talkTo()).say(says), 'product');
  expect(cards.length).toBeGreaterThan(0);
  for (const { id } of cards) {
    const product = shop.core.catalogue.view.products.find(p => p.id === id)!;
    expect([product.category, product.attributes.material?.includes('leather') ?? false]).toEqual([category, false]);
  }
});
