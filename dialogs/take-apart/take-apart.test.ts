import { expect, test } from 'vitest';
import { learnIntents } from '../../models/text/learn-intents.ts';
import { emptyMemory } from '../memory.ts';
import type { Intent } from '../turn.ts';
import { demoView, turnOf } from '../understand/fixture.ts';
import { createUnderstander } from '../understand/understand.ts';
import { takeApart } from './take-apart.ts';

const understander = createUnderstander(demoView(), learnIntents);
const apart = (text: string) => takeApart(turnOf(text), emptyMemory, understander);

const backs: [says: string, intent: Intent][] = [
  ['never mind that. how long does delivery take?', 'question'],
  ['changed my mind. where is my order?', 'order-status'],
  ['scratch that, show me backpacks', 'product-search'],
  ['ok never mind kids. i also need an umbrella for myself', 'product-search'],
  ['forget the parka! a raincoat for a six year old girl', 'product-search'],
  ['算了不要了，我的快递到哪了', 'order-status'],
  ['我改主意了，看看双肩包', 'product-search'],
];
test.each(backs)('"%s" takes back what was under way and wishes for something else', (says, intent) => {
  const { understanding, takesBack } = apart(says);
  expect(takesBack).toBe(true);
  expect(understanding.intent).toBe(intent);
});

test.each(['never mind', 'forget that I like blue', 'changed my mind', '算了', 'actually size 42'])(
  '"%s" alone is left as it is',
  says => expect(apart(says).takesBack).toBe(false),
);

test('what is named only to turn it away is no wish', () => {
  const { understanding } = apart('shoes? no, something for watching birds. do you have binoculars?');
  expect(understanding.goods).toContain('binoculars');
  expect(understanding.preferences.filter(p => p.value === 'running-shoes').map(p => p.polarity)).not.toContain('like');
});

const angry: [says: string, intent: Intent][] = [
  ['I have had enough of this shop!! where is my order', 'order-status'],
  ['this is ridiculous. I want to return something', 'start-return'],
  ['我都问了三遍了！我的快递到哪了', 'order-status'],
  ['真的无语了，我要退货', 'start-return'],
];
test.each(angry)('"%s" is the wish in it, from somebody upset', (says, intent) => {
  expect(apart(says).understanding).toMatchObject({ intent, mood: 'upset' });
});

test.each(['this is ridiculous', '你们太过分了', 'I want to complain about your service'])(
  '"%s" has no wish in it and stays a complaint',
  says => expect(apart(says).understanding).toMatchObject({ intent: 'complaint' }),
);
