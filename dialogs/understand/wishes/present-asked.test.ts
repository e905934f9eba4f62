import { expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { emptyMemory } from '../../memory.ts';
import { demoView, turnOf, written } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

const understander = createUnderstander(demoView(), learnIntents);
const understand = (text: string) => understander.understand(turnOf(text), emptyMemory);

test.each([
  ["I'm meeting my girlfriend's parents on Saturday, what should I bring", 'recipient=parents@parents'],
  ["I'm visiting my boss, what should I bring?", 'recipient=colleague@colleague'],
  ["we're invited to a housewarming, any ideas?", 'occasion=housewarming'],
  ["a gift for my friend's mum", 'recipient=mum@mum'],
  ['送女朋友父母的礼物', 'recipient=parents@parents'],
  ['朋友搬家,送什么好', 'recipient=friend@friend'],
])('"%s" is a search for a present, for whom it is brought to', (text, wanted) => {
  const { intent, preferences } = understand(text);
  expect({ intent, wished: written(preferences) }).toEqual({ intent: 'product-search', wished: wanted });
});

test.each([
  'I have a problem with my order, any ideas?',
  'what should I do, my parcel is lost',
  '退货要带什么',
  'I am meeting the courier, what should I bring?',
  '去门店自提要带什么',
  "I'm visiting Iceland in winter, what should I bring?",
  "it's my birthday, any ideas for a discount?",
  'my parents moved, any tips on changing the delivery address',
])('"%s" asks for no present', text => {
  expect(understand(text).present).toBeUndefined();
});
