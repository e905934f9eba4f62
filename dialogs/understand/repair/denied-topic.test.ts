import { describe, expect, test } from 'vitest';
import { deniedIn, toldOtherwise } from './denied-topic.ts';

describe('what is not asked is taken off, and what is asked remains', () => {
  test.each([
    ["I wasn't asking about tripods any more. Can you send it to him?", 'Can you send it to him?', ['tripods']],
    ["I'm not talking about an order! bigger rucksack", 'bigger rucksack', ['order']],
    ['On a plane? I never mentioned a plane! is there a bigger one?', 'is there a bigger one?', ['plane']],
    [
      "I don't mean the order's address, the one saved in my account",
      'the address saved in my account',
      ["order's address"],
    ],
    ["that's not what I asked. how long do I have", 'how long do I have', []],
    ['我没问试穿，问的是价格', '价格', ['试穿']],
    ['我问的不是流程，是邮费谁出', '邮费谁出', ['流程']],
    ['刚才不是问运费，是问几天到', '几天到', ['运费']],
    ['没让你退货，我说的是别再发短信', '别再发短信', ['退货']],
    ['别扯优惠了，就说会不会卖贵', '会不会卖贵', ['优惠']],
    ['积分我知道，问的是怎么注册', '怎么注册', ['积分']],
    ['你没懂我意思。我问手冲要不要鹅颈壶', '手冲要不要鹅颈壶', []],
  ])('%s', (said, rest, topics) => {
    expect(deniedIn(said)).toMatchObject({ rest, topics });
  });

  test.each(['not what I asked.', 'you already said that', '答非所问', '不是这个意思', '你又说一遍'])(
    'only that it was no answer: %s',
    said => expect(deniedIn(said)).toMatchObject({ rest: '', refused: true }),
  );

  test.each(["I haven't bought anything, just asking", '我还没买呢，就问问规矩'])('nothing was bought: %s', said =>
    expect(deniedIn(said)).toMatchObject({ rest: '', notBought: true }),
  );

  test.each([
    'i never said to add it',
    'I never said i wanted red',
    "I didn't mean the blue one, the red one",
    'never mind',
    'forget the parka! show me tea',
    "I know it's cotton, is it thick?",
    '我没说要买',
    '我没让你加',
    '我没说不要咖啡',
    '没问题，加购物车',
    '别推咖啡，她不喝',
    '我说的是红色那双',
  ])('nothing of the kind: %s', said => expect(deniedIn(said)).toBeUndefined());
});

test.each([
  ['let me put it differently: is it free', 'is it free'],
  ['in other words, is there a warranty', 'is there a warranty'],
  ['…我换个问法，网上一样吗', '网上一样吗'],
  ['换句话说能不能机洗', '能不能机洗'],
  ['我重新问一遍 收到货再给钱行不行', '收到货再给钱行不行'],
])('"%s" asks once more', (said, asked) => expect(toldOtherwise(said)).toBe(asked));
