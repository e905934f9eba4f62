/** What the bench's shoppers say, by kind of turn: several wordings, so that no turn is answered from a cache of one sentence. */
const sentences = {
  greeting: ['hello', 'hi there', 'good morning', 'hey', '你好'],
  question: [
    'how long does delivery take?',
    'can I return shoes I wore outside?',
    'what payment methods do you take?',
    'do you ship to other countries?',
    '多久能送到？',
  ],
  'order status, signed in': ['where is my order?', "where's my parcel?", 'order status please', '我的订单到哪了？'],
  'product search with a budget': [
    'waterproof running shoes under 800',
    'a jacket below 600',
    'show me tea under 150',
    'bags under 400',
    '500元以内的跑鞋',
  ],
  recommendation: ['what do you recommend?', 'recommend me something', 'any ideas for me?', '有什么推荐？'],
  'offer asked for': ['any deals?', 'any discount?', 'do you have an offer for me?', '有优惠吗？'],
} as const;

export type Spoken = keyof typeof sentences;

export const sentence = (kind: Spoken, i: number): string => {
  const wordings = sentences[kind];
  return wordings[i % wordings.length]!;
};
