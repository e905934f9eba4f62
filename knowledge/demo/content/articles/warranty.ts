import type { ArticleDraft, ShopNumbers } from '../article-draft.ts';

export const warrantyArticles = ({ returnDays }: ShopNumbers): readonly ArticleDraft[] => [
  {
    id: 'warranty',
    topic: 'warranty',
    title: ['The warranty', '保修政策'],
    en: [
      'Everything electric has a two-year warranty, shoes and bags one year, cookware ten years. It covers faults in material and making.',
      'Wear is not a fault: soles get thin, batteries get tired, pans get scratched.',
      'Your order is the proof. Nothing to register, no card to keep.',
    ],
    zh: [
      '电子产品保修两年，鞋和包一年，锅具十年，保的是材料和做工问题。',
      '正常磨损不算：鞋底会薄，电池会衰减，锅会有划痕。',
      '订单就是凭证，不用登记，也不用留保修卡。',
    ],
    questions: [
      'how long is the warranty',
      'is there a guarantee',
      'warranty on headphones',
      'what does the warranty cover',
      '保修多久',
      '质保几年',
      '耳机保修吗',
      '保修范围',
    ],
  },
  {
    id: 'warranty-claim',
    topic: 'warranty',
    title: ['Making a warranty claim', '怎么申请保修'],
    en: [
      'Send us a photograph or a short film of the fault in the chat with your order number. A person answers within one working day.',
      'We repair when we can, replace when we can’t, and refund when there is nothing to replace it with. The courier is on us both ways within mainland China.',
      'Repairs take about ten days.',
    ],
    zh: [
      '把故障的照片或短视频连同订单号发到聊天里，一个工作日内有人回复。',
      '能修就修，修不了就换，没得换就退款；中国大陆来回运费由我们承担。',
      '维修一般十天左右。',
    ],
    questions: [
      'my headphones stopped working',
      'claim warranty',
      'product is faulty',
      'the zip broke',
      '怎么报修',
      '东西坏了怎么办',
      '耳机没声音了',
      '申请保修',
    ],
  },
  {
    id: 'repairs-parts',
    topic: 'warranty',
    title: ['Repairs and spare parts', '维修与配件'],
    en: [
      'We mend and sell parts after the warranty too: ear pads, laces, zips, lids, lamp shades, pan handles.',
      'Ask a person in the chat for the part and its price. Most cost under ¥60 and leave Shanghai within three days.',
      'Our two shops have a repair table on Saturdays; sewing on a button is free.',
    ],
    zh: [
      '过了保修期也能修、也卖配件：耳罩、鞋带、拉链、杯盖、灯罩、锅柄。',
      '在聊天里问人工就能知道配件和价格，大多不到 60 元，三天内从上海发出。',
      '两家门店每周六有修补台，缝颗纽扣不收钱。',
    ],
    questions: [
      'do you repair',
      'spare parts',
      'replacement ear pads',
      'new lid for my flask',
      '能修吗',
      '有配件卖吗',
      '换耳罩',
      '保温杯盖子坏了',
    ],
  },
  {
    id: 'faulty-on-arrival',
    topic: 'warranty',
    title: ['Faulty from the start', '到手就有问题'],
    en: [
      `If something does not work when it arrives, you may choose within ${returnDays} days: a new one, or all your money back, delivery included.`,
      'You don’t have to wait for a repair in this time. Tell us in the chat what happens; a film of ten seconds is enough.',
    ],
    zh: [
      `到手就有问题的，${returnDays} 天内换新或全额退款由你选，运费也退。`,
      '这段时间不需要等维修。在聊天里说明情况，拍十秒视频就够。',
    ],
    questions: [
      'it does not work out of the box',
      'dead on arrival',
      'broken when it arrived, want a new one',
      'defective product refund',
      '收到就是坏的',
      '开箱就有问题',
      '质量问题怎么退',
    ],
  },
];
