import type { Honest } from './honest.test-helper.ts';

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

export const tunedEn: readonly Honest[] = [
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
];

export const heldOutEn: readonly Honest[] = [
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
];
