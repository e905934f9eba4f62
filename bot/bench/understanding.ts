import { emptyMemory } from '../../dialogs/memory.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { createUnderstander } from '../../dialogs/understand/understand.ts';
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { makeDemoShop } from '../../knowledge/demo/shop.ts';
import { asId, type ConversationId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import { intentsInContext } from '../../models/text/intents-in-context.ts';
import { learnIntents } from '../../models/text/learn-intents.ts';
import { percentile, type Row, round } from './report.ts';
import type { BenchOptions } from './surroundings.ts';

const at = new Date('2026-03-02T12:30:00Z');

const messages = [
  'where is my order',
  'can I send the boots back if they pinch?',
  'do you have a waterproof jacket under 80, not red',
  'my discount code does nothing',
  'something for my dad who goes fishing, around fifty',
  'how long until the money is back on my card',
  'actually size 42 please',
  'I would like to speak to somebody',
  '有没有300元以内的跑鞋',
  '快递到哪了，都一个星期了',
  '买大了能换小一号的吗',
  '满300减50能和优惠码一起用吗',
  '送我妈妈的，不要红色',
  '太贵了，能再便宜点吗',
  '你们支持花呗吗',
  '我要转人工',
];

/** What it costs to learn the demo shop's intents and to read one message: CPU, on one core, without the encoder. */
export const benchUnderstanding = ({ quick, say }: BenchOptions): Row[] => {
  say('Understanding: learning the demo shop first');
  const { shop, products, articles } = makeDemoShop({ seed: 1, now: at, shoppers: 5, impressions: 10 });
  const view: CatalogueView = { shop, products, articles, byId: new Map(products.map(p => [p.id, p])) };
  const cpuOf = (work: () => unknown): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  let understander = createUnderstander({ ...view, products: [] }, learnIntents, intentsInContext());
  const learning = cpuOf(() => {
    understander = createUnderstander(view, learnIntents, intentsInContext());
  });
  const turn = (text: string): Turn => ({
    id: asId<TurnId>('t'),
    conversation: asId<ConversationId>('c'),
    shopper: asId<ShopperId>('s'),
    signedIn: false,
    channel: 'bench',
    text,
    cut: false,
    at,
  });
  const read = (text: string) => understander.understand(turn(text), emptyMemory);
  for (let i = 0; i < 50; i++) messages.forEach(read);
  const times: number[] = [];
  for (let i = 0; i < (quick ? 50 : 400); i++) {
    for (const message of messages) times.push(cpuOf(() => read(message)));
  }
  return [
    {
      bench: 'understanding',
      case: `${messages.length} messages, half of them Chinese`,
      figures: {
        'CPU p50 ms': round(percentile(times, 0.5)),
        'CPU p95 ms': round(percentile(times, 0.95)),
        'CPU p99 ms': round(percentile(times, 0.99)),
        'learning, CPU ms': round(learning),
      },
      protocol:
        'One message at a time on one core, the demo shop of 400 products: words, intent, entities, preferences',
      seed: 1,
    },
  ];
};
