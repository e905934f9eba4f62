/**
 * The shop's templates as a model that keeps to them says them. `tuned`: the lists of harmless words were written with
 * these in view; `heldOut`: they were not, so their share is what a model may expect.
 */
import type { Language } from '../../../knowledge/domain/language.ts';

export interface Honest {
  readonly language: Language;
  readonly template: string;
  readonly says: readonly string[];
}

const delivery =
  'Orders within mainland China take 2 to 4 days to arrive; couriers deliver on weekends too. We pack in Shanghai on the day you order if it is before 4 pm, otherwise the next morning, Sundays included.';
const returns =
  'You have 30 days from delivery to send anything back, without a reason; sale items can be returned too.';
const abroad =
  'Yes, we deliver to most countries, from our warehouse in Shanghai. Hong Kong, Macau and Taiwan take 4 to 7 days and cost ¥45; the rest of Asia, Europe, North America and Oceania take 8 to 15 days and cost ¥120.';
const warranty =
  'Everything electric has a two-year warranty, shoes and bags one year, cookware ten years. It covers faults in material and making.';
const unclear =
  "I didn't quite get that. Could you say it another way? I can look for products, check an order, or get you a person.";
const dontKnow = "I don't know that one, and I won't guess. These pages come closest, or I can get you a person.";
const greeting =
  "Hello! I'm the assistant of Wild Yonder, an automated one. Ask me about products, orders, delivery or returns, or tell me what you're looking for.";
const sorry =
  "I'm sorry about that. Shall I get you a person, or would you tell me what went wrong so that I can look?";
const shoe =
  'Puddlejump Schoolyard running shoe, cherry red, ¥99. A first proper running shoe: two straps’ worth of hold from one lace, and a toe cap that survives playtime. Made of mesh and rubber, light and breathable, and shown here in cherry red. EU sizes 36 to 42.';
const 配送 =
  '中国大陆订单一般 2 到 4 天送达，周末照常送货。下午 4 点前下单，当天从上海打包发出；4 点后下单，次日早上发出，周日照常。';
const 退货 = '在聊天里说“我要退货”，或打开订单点“退货”，选好商品和原因，马上得到退货编号。';
const 发票 = '可以，每单都能开电子发票：结算时勾选，或 90 天内在订单里申请，一天内发到邮箱。';
const 保修 = '电子产品保修两年，鞋和包一年，锅具十年，保的是材料和做工问题。';
const 没懂 = '不好意思，我没太明白。能换个说法吗？我可以找商品、查订单，或者为您转人工。';
const 不清楚 = '这个问题我不清楚，不想乱猜。下面的页面最接近，也可以为您转人工。';
const 问候 = '您好！我是野渡的智能客服（自动回复）。商品、订单、配送、退换都可以问我，也可以直接告诉我您想找什么。';
const 鞋 =
  '跳水洼 越沟防水训练鞋 墨黑，¥79。更宽的鞋头，像雪地胎一样的鞋底纹路，专为下了班不看天气预报照样出门的跑者准备。材质为合成革面、橡胶，防水、夜间反光、抓地牢，图中为墨黑。欧码 39 至 46。';

export const tuned: readonly Honest[] = [
  {
    language: 'en',
    template: delivery,
    says: [
      'Orders within mainland China usually arrive in 2 to 4 days, and couriers deliver on weekends too. If you order before 4 pm, we pack it in Shanghai that same day; otherwise the next morning, Sundays included.',
      'Happy to help! Within mainland China, orders take 2 to 4 days to arrive, and our couriers deliver on weekends too. We pack in Shanghai on the day you order if you order before 4 pm, otherwise the next morning, Sundays included.',
    ],
  },
  {
    language: 'en',
    template: returns,
    says: [
      'You have 30 days from delivery to return anything, without giving a reason. Sale items can be returned too.',
      'You can send anything back within 30 days from delivery, without a reason, and sale items can be returned too.',
    ],
  },
  {
    language: 'en',
    template: unclear,
    says: [
      "Sorry, I didn't quite get that. Could you put it another way? I can look for products, check an order, or get you a person.",
      "I'm sorry, I didn't quite understand. Could you say it in other words? I can help you find products, check an order, or get you a person.",
    ],
  },
  {
    language: 'en',
    template: greeting,
    says: [
      "Hi there! I'm the automated assistant of Wild Yonder. Ask me about products, orders, delivery or returns, or tell me what you're looking for.",
      "Welcome! I'm Wild Yonder's automated assistant. Feel free to ask me about products, orders, delivery or returns, or just tell me what you're looking for. 😊",
    ],
  },
  {
    language: 'zh',
    template: 配送,
    says: [
      '您好，中国大陆的订单一般 2 到 4 天送达，周末也照常送货。下午 4 点前下单，当天就会从上海打包发出；4 点后下单，次日早上发出，周日照常。',
      '中国大陆订单通常 2 到 4 天就能送达，周末照常送货哦。下午 4 点前下单当天从上海打包发出，4 点后下单次日早上发出，周日也照常。',
    ],
  },
  {
    language: 'zh',
    template: 退货,
    says: [
      '您可以在聊天里说“我要退货”，或者打开订单点“退货”，选好商品和原因，马上得到退货编号。',
      '直接在聊天里告诉我“我要退货”，或打开订单点“退货”，选好商品和原因，马上就能得到退货编号。',
    ],
  },
  {
    language: 'zh',
    template: 没懂,
    says: [
      '抱歉，我没太明白您的意思。能换个说法吗？我可以帮您找商品、查订单，或者为您转人工。',
      '不好意思，我没太明白，您能换个说法吗？我可以帮您找商品、查订单，也可以为您转人工哦。',
    ],
  },
  {
    language: 'zh',
    template: 问候,
    says: [
      '您好，欢迎！我是野渡的智能客服（自动回复）。商品、订单、配送、退换都可以问我，也可以直接告诉我您想找什么哦。',
      '您好呀！我是野渡的智能客服，自动回复。商品、订单、配送、退换的问题都可以问我，也可以告诉我您想找什么。',
    ],
  },
  {
    language: 'en',
    template: delivery,
    says: [
      'If your order is within mainland China, it takes 2 to 4 days to arrive, and couriers also deliver on weekends. We pack it in Shanghai on the day you order if that is before 4 pm, otherwise the next morning, Sundays included.',
      'Deliveries within mainland China take two to four days, weekends included. Order before 4 pm and we pack in Shanghai that day; otherwise we pack it the next morning, Sundays included.',
      'Your order should arrive in 2 to 4 days within mainland China. Couriers deliver on weekends as well. We pack in Shanghai the day you order if it is before 4 pm, and otherwise the next morning (Sundays included).',
    ],
  },
  {
    language: 'en',
    template: returns,
    says: [
      'From delivery you have 30 days to send anything back, and you need no reason. Sale items can be returned too.',
      'Anything can be sent back within 30 days of delivery, without a reason, and that includes sale items.',
      'You have 30 days from the delivery to send something back without a reason, and yes, sale items too.',
      'You can return anything for 30 days from delivery without a reason. That goes for sale items too.',
    ],
  },
  {
    language: 'en',
    template: abroad,
    says: [
      'Yes, we deliver to most countries from our warehouse in Shanghai. Hong Kong, Macau and Taiwan take 4 to 7 days and cost ¥45, while the rest of Asia, Europe, North America and Oceania take 8 to 15 days and cost ¥120.',
      'Yes, from our Shanghai warehouse we deliver to most countries. To Hong Kong, Macau and Taiwan it takes 4 to 7 days and costs ¥45. To the rest of Asia, Europe, North America and Oceania it takes 8 to 15 days and costs ¥120.',
      'Yes, we ship to most countries. Hong Kong, Macau and Taiwan: 4 to 7 days, ¥45. The rest of Asia, Europe, North America and Oceania: 8 to 15 days, ¥120.',
    ],
  },
  {
    language: 'en',
    template: warranty,
    says: [
      'Everything electric comes with a two-year warranty, shoes and bags with one year, and cookware with ten years. It covers faults in material and making.',
      'The warranty is two years for everything electric, one year for shoes and bags, and ten years for cookware. It covers faults in material and making.',
      'Electric items have a 2-year warranty, shoes and bags 1 year and cookware 10 years; it covers faults in material and making.',
    ],
  },
  {
    language: 'en',
    template: dontKnow,
    says: [
      "I'm afraid I don't know that one, and I won't guess. These pages come closest, or I can get you a person.",
      "That's one I don't know, and I'd rather not guess. Have a look at these pages, which come closest, or I can get you a person.",
      "Sorry, I don't know the answer to that and I won't guess. The pages here come closest, or shall I get you a person?",
    ],
  },
  {
    language: 'en',
    template: sorry,
    says: [
      "I'm really sorry about that. Shall I get you a person, or would you like to tell me what went wrong so that I can look?",
      "I'm so sorry to hear that. Would you like me to get you a person, or can you tell me what went wrong so I can have a look?",
      "I'm sorry about the trouble. Tell me what went wrong and I'll look into it, or I can get you a person.",
    ],
  },
  {
    language: 'en',
    template: shoe,
    says: [
      'The Puddlejump Schoolyard running shoe in cherry red is ¥99. It is a first proper running shoe, with two straps’ worth of hold from one lace and a toe cap that survives playtime. Made of mesh and rubber, it is light and breathable. EU sizes 36 to 42.',
      'Puddlejump Schoolyard running shoe, cherry red, ¥99: a lovely first running shoe with two straps’ worth of hold from one lace. The toe cap survives playtime, and the mesh and rubber make it light and breathable. It comes in EU sizes 36 to 42.',
    ],
  },
  {
    language: 'en',
    template: 'Your cart is empty.',
    says: ['Your cart is empty at the moment.', "There's nothing in your cart yet.", 'Your cart is still empty.'],
  },
  {
    language: 'en',
    template: 'Which product do you mean? Give me its name, or the number in the list.',
    says: [
      'Which product are you thinking of? Tell me its name, or the number in the list.',
      'Could you tell me which product you mean? Its name or its number in the list is fine.',
    ],
  },
  {
    language: 'en',
    template: 'I have nothing that fits for ¥80 or less. Should we look a little wider?',
    says: [
      "I'm sorry, I have nothing that fits for ¥80 or less. Shall we look a little wider?",
      "There's nothing that fits for ¥80 or less, I'm afraid. Would you like to look a little wider?",
    ],
  },
  {
    language: 'en',
    template: "What's the order number? It's on your confirmation e-mail.",
    says: [
      'Could you tell me the order number? You can find it on your confirmation e-mail.',
      "May I have the order number, please? It's on your confirmation e-mail.",
    ],
  },
  {
    language: 'zh',
    template: 配送,
    says: [
      '中国大陆的订单大约 2 到 4 天送达，周末照常送货。您下午 4 点前下单，当天就从上海打包发出；4 点后下单的话，次日早上发出，周日照常。',
      '一般来说，中国大陆订单 2 到 4 天可以送到，周末也照常送货。下午 4 点前下单的，当天从上海打包发出；4 点后下单的，次日早上发出，周日照常。',
      '您在中国大陆的话，订单两到四天送达，周末照常送货。下午 4 点前下单当天从上海发出，4 点后下单次日早上发出，周日也一样照常。',
    ],
  },
  {
    language: 'zh',
    template: 发票,
    says: [
      '可以的，每单都能开电子发票。您可以在结算时勾选，或者 90 天内在订单里申请，一天内会发到邮箱。',
      '可以，每单都能为您开电子发票：结算时勾选就行，或者 90 天内在订单里申请，一天内发到您的邮箱。',
      '可以，每一单都能开电子发票。结算时勾选，或在订单里申请（90 天内），一天内就会发到邮箱。',
    ],
  },
  {
    language: 'zh',
    template: 保修,
    says: [
      '电子产品保修两年，鞋和包保修一年，锅具保修十年，保的是材料和做工问题。',
      '我们的电子产品保修两年，鞋和包是一年，锅具是十年，保的是材料和做工方面的问题。',
      '电子产品的保修期是两年，鞋和包一年，锅具十年，材料和做工的问题都在保修内。',
    ],
  },
  {
    language: 'zh',
    template: 不清楚,
    says: [
      '抱歉，这个问题我不太清楚，不想乱猜。下面的页面最接近，您可以看看，也可以为您转人工。',
      '这个问题我不清楚，也不想乱猜。您可以看看下面最接近的页面，或者我为您转人工。',
      '不好意思，这个我不知道，不想乱猜。下面这些页面最接近，也可以帮您转人工。',
    ],
  },
  {
    language: 'zh',
    template: 鞋,
    says: [
      '这款跳水洼 越沟防水训练鞋 墨黑，¥79。鞋头更宽，鞋底纹路像雪地胎一样，专为下了班不看天气预报照样出门的跑者准备。材质为合成革面、橡胶，防水、夜间反光、抓地牢。欧码 39 至 46。',
      '跳水洼 越沟防水训练鞋（墨黑）是¥79。更宽的鞋头，鞋底纹路像雪地胎，专为不看天气预报照样出门的跑者准备。合成革面和橡胶材质，防水、夜间反光、抓地牢，欧码 39 至 46。',
    ],
  },
  {
    language: 'zh',
    template: '非常抱歉给您带来不便。需要为您转人工吗？或者告诉我哪里出了问题，我来查一下。',
    says: [
      '非常抱歉给您带来了不便。要为您转人工吗？您也可以告诉我哪里出了问题，我来查一下。',
      '真的很抱歉，给您带来不便了。您可以告诉我哪里出了问题，我来查一下，或者为您转人工。',
      '抱歉给您添麻烦了。请告诉我出了什么问题，我来帮您查一下；需要的话也可以为您转人工。',
    ],
  },
  {
    language: 'zh',
    template: '您的购物车是空的。',
    says: ['您的购物车现在是空的。', '您的购物车还是空的哦。', '购物车里还没有商品呢。'],
  },
  {
    language: 'zh',
    template: '您指的是哪一款？告诉我名称或列表里的序号就行。',
    says: [
      '请问您指的是哪一款？告诉我名称，或者列表里的序号就行。',
      '您说的是哪一款呢？告诉我名称或列表里的序号就可以。',
    ],
  },
  {
    language: 'zh',
    template: '请告诉我订单号，它在确认邮件里。',
    says: ['麻烦您告诉我订单号，它在确认邮件里。', '请问订单号是多少？您可以在确认邮件里找到。'],
  },
  {
    language: 'en',
    template:
      'We use EU sizes, 36 to 46. Measure your foot in the evening, heel to longest toe, and add 8 to 10 millimetres for running.',
    says: [
      'Our sizes are EU sizes, 36 to 46. Please measure your foot in the evening from the heel to the longest toe, and add 8 to 10 millimetres for running.',
      'We use EU sizes from 36 to 46. The best way to find yours is to measure your foot in the evening, heel to longest toe, then add 8 to 10 millimetres for running.',
      'EU sizes, 36 to 46, are what we use. Measure from heel to longest toe in the evening and add 8–10 mm for running.',
    ],
  },
  {
    language: 'en',
    template: 'You can pay with Alipay, WeChat Pay, UnionPay, Visa, Mastercard, JCB, Apple Pay and PayPal.',
    says: [
      'We accept Alipay, WeChat Pay, UnionPay, Visa, Mastercard, JCB, Apple Pay and PayPal.',
      'You can pay with Alipay, WeChat Pay, UnionPay, Visa, Mastercard and JCB, as well as Apple Pay and PayPal.',
      'There are several ways to pay: Alipay, WeChat Pay, UnionPay, Visa, Mastercard, JCB, Apple Pay and PayPal.',
    ],
  },
  {
    language: 'en',
    template:
      'Don’t put membrane shoes on a radiator or in a washing machine: the glue lets go before the membrane does.',
    says: [
      'Please don’t put membrane shoes on a radiator or in a washing machine, as the glue lets go before the membrane does.',
      'Membrane shoes should not go on a radiator or into a washing machine: the glue lets go before the membrane does.',
      'It is better not to put membrane shoes in a washing machine or on a radiator, because the glue lets go before the membrane.',
    ],
  },
  {
    language: 'en',
    template: 'You have no orders with us yet.',
    says: [
      'It looks like you have no orders with us yet.',
      "I can't see any orders with us yet.",
      "You don't have any orders with us so far.",
    ],
  },
  {
    language: 'en',
    template: 'These 5 fit and cost ¥400 or less.',
    says: [
      'Here are 5 that fit and cost ¥400 or less.',
      'I found these 5 for you: they all fit and cost ¥400 or less.',
      'These five fit, and each costs ¥400 or less.',
    ],
  },
  {
    language: 'en',
    template: "You're welcome! Anything else I can do?",
    says: [
      "You're very welcome! Is there anything else I can do for you?",
      'My pleasure! Anything else I can help with?',
    ],
  },
  {
    language: 'en',
    template:
      "I can't find an order with that number and e-mail. Please check both; the number is on your confirmation e-mail.",
    says: [
      "I'm sorry, I can't find an order with that number and e-mail. Could you check both? The number is on your confirmation e-mail.",
      'I could not find any order with that number and e-mail address. Please check both of them; you will find the number on your confirmation e-mail.',
    ],
  },
  {
    language: 'zh',
    template: '欧码36到46。傍晚量脚，从脚跟到最长的脚趾，跑步再加8到10毫米。',
    says: [
      '我们用的是欧码，36到46。建议您傍晚量脚，从脚跟量到最长的脚趾，跑步的话再加8到10毫米。',
      '欧码36到46都有。您可以傍晚量一下脚，从脚跟到最长的脚趾，如果跑步，再加8到10毫米。',
      '尺码是欧码36到46。请在傍晚量脚，从脚跟到最长脚趾，跑步鞋再加8到10毫米。',
    ],
  },
  {
    language: 'zh',
    template: '支持支付宝、微信支付、银联、Visa、万事达、JCB、Apple Pay 和 PayPal。',
    says: [
      '您可以用支付宝、微信支付、银联、Visa、万事达、JCB、Apple Pay 和 PayPal 付款。',
      '我们支持支付宝、微信支付、银联、Visa、万事达、JCB、Apple Pay 和 PayPal。',
      '支付宝、微信支付、银联、Visa、万事达、JCB、Apple Pay 和 PayPal 都支持哦。',
    ],
  },
  {
    language: 'zh',
    template: '防水膜的鞋不要放在暖气上烤，也不要机洗，胶会先于膜脱开。',
    says: [
      '防水膜的鞋请不要放在暖气上烤，也不要机洗，因为胶会先于膜脱开。',
      '带防水膜的鞋不能机洗，也不要放在暖气上烤，不然胶会先于膜脱开。',
      '提醒您，防水膜的鞋不要机洗，也不要放暖气上烤，胶会先于膜脱开的。',
    ],
  },
  {
    language: 'zh',
    template: '您还没有订单。',
    says: ['您目前还没有订单。', '我这边看到您还没有订单哦。', '您在我们这里还没有订单呢。'],
  },
  {
    language: 'zh',
    template: '为您找到5款¥400以内的商品。',
    says: [
      '为您找到了5款¥400以内的商品。',
      '给您找到5款¥400以内的商品，看看有没有喜欢的？',
      '您好，¥400以内的商品为您找到5款。',
    ],
  },
  {
    language: 'zh',
    template: '不客气！还有什么可以帮您？',
    says: ['不客气哦！还有什么可以帮到您的吗？', '不用谢！请问还有什么可以帮您？'],
  },
  {
    language: 'zh',
    template: '没有找到与该订单号和邮箱相符的订单，请核对后再试；订单号在确认邮件里。',
    says: [
      '抱歉，没有找到与该订单号和邮箱相符的订单，麻烦您核对后再试试，订单号在确认邮件里。',
      '不好意思，没找到和您给的订单号、邮箱相符的订单。请您核对一下再试，订单号在确认邮件里可以看到。',
    ],
  },
];

export const heldOut: readonly Honest[] = [
  {
    language: 'en',
    template:
      'Leather wants a damp cloth and a little beeswax cream twice a year. Keep it out of the sun, and never dry it on a heater.',
    says: [
      'For leather, use a damp cloth and a little beeswax cream twice a year. Keep it out of the sun and never dry it on a heater.',
      'Leather likes a damp cloth and a little beeswax cream twice a year; please keep it out of the sun, and never dry it on a heater.',
      'Wipe leather with a damp cloth, and twice a year give it a little beeswax cream. Keep it out of the sun and never put it on a heater to dry.',
    ],
  },
  {
    language: 'en',
    template: 'You can change the address until the parcel is packed: open the order and choose “Change address”.',
    says: [
      'Until the parcel is packed you can change the address: just open the order and choose “Change address”.',
      'To change the address, open the order and choose “Change address”. You can do that until the parcel is packed.',
      'As long as the parcel is not packed yet, you can open the order and choose “Change address”.',
    ],
  },
  {
    language: 'en',
    template: 'Refunds reach your account within 5 days of the parcel coming back to us, by the way you paid.',
    says: [
      'Refunds reach your account by the way you paid, within 5 days of the parcel coming back to us.',
      'Once the parcel is back with us, refunds reach your account within 5 days, by the way you paid.',
    ],
  },
  {
    language: 'en',
    template:
      'Coastline rain jacket, navy, ¥320. A shell for wet commutes with taped seams and a hood that fits over a helmet. Sizes S to XL.',
    says: [
      'The Coastline rain jacket in navy is ¥320. It is a shell for wet commutes, with taped seams and a hood that fits over a helmet. Sizes S to XL.',
      'Coastline rain jacket, navy, ¥320: a lovely shell for wet commutes. The seams are taped and the hood fits over a helmet. It comes in sizes S to XL.',
    ],
  },
  {
    language: 'en',
    template: "All right. I'm here if you need anything else.",
    says: [
      "All right! I'm here whenever you need anything else.",
      'All right, just let me know if you need anything else.',
    ],
  },
  {
    language: 'en',
    template: 'Nothing here matches your words exactly; these come closest.',
    says: [
      'Nothing matches your words exactly, but these come closest.',
      'I found nothing that matches your words exactly, so here are the ones that come closest.',
    ],
  },
  {
    language: 'zh',
    template: '皮革用湿布擦，一年上两次蜂蜡护理膏。避免日晒，不要放在暖气上烘干。',
    says: [
      '皮革请用湿布擦，一年上两次蜂蜡护理膏。避免日晒，也不要放在暖气上烘干。',
      '您可以用湿布擦皮革，每年上两次蜂蜡护理膏，注意避免日晒，不要放在暖气上烘干。',
      '皮革的话，用湿布擦一擦，一年上两次蜂蜡护理膏就好。避免日晒，也别放在暖气上烘干。',
    ],
  },
  {
    language: 'zh',
    template: '包裹打包前都可以改地址：打开订单，点“修改地址”。',
    says: [
      '包裹打包之前都可以改地址，您打开订单点“修改地址”就行。',
      '在包裹打包前，您都可以打开订单，点“修改地址”来改地址。',
      '可以改的，包裹打包前打开订单，点“修改地址”就可以了。',
    ],
  },
  {
    language: 'zh',
    template: '退款会在我们收到包裹后5天内原路退回。',
    says: [
      '我们收到包裹后，退款会在5天内原路退回。',
      '收到包裹后5天内，退款会原路退回给您。',
      '退款在我们收到包裹之后5天内原路退回。',
    ],
  },
  {
    language: 'zh',
    template: '海岸线 雨衣 藏青，¥320。为雨天通勤准备的外壳，压胶接缝，帽子可以罩住头盔。尺码 S 至 XL。',
    says: [
      '这款海岸线 雨衣 藏青是¥320，为雨天通勤准备的外壳，接缝压胶，帽子可以罩住头盔。尺码 S 至 XL。',
      '海岸线 雨衣（藏青）¥320。它是为雨天通勤准备的，压胶接缝，帽子能罩住头盔，尺码从 S 至 XL。',
    ],
  },
  {
    language: 'zh',
    template: '好的，有需要随时告诉我。',
    says: ['好的，您有需要随时告诉我哦。', '好的，需要的时候随时告诉我。'],
  },
  {
    language: 'zh',
    template: '没有和您说的完全一致的，这3款最接近。',
    says: ['没有找到和您说的完全一致的，不过这3款最接近。', '没有完全一致的商品，最接近的是这3款。'],
  },
];
