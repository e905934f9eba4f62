import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import type { Verdict } from '../../knowledge/retrieval/pages/limits.ts';
import { openingTime } from './opening-time.ts';
import { flowsEn, shelves, wait, withoutYes } from './phrases-en.ts';
import { smallTalkEn } from './small-talk-en.ts';
import { formatDay, type Words } from './words.ts';

const missingOrder = ({ number, status, shipment }: Order): string =>
  status === 'delivered'
    ? `Order ${number} is marked as delivered${shipment?.deliveredAt ? ` on ${formatDay(shipment.deliveredAt, 'en')}` : ''}.`
    : `Order ${number} is not marked as delivered yet.`;

/** How a rule's limit is said to hold for what the shopper told. */
const verdictsEn: Readonly<Record<Verdict, (said: string, sizes: readonly string[]) => string>> = {
  within: said => `After ${said} that still holds`,
  beyond: said => `After ${said} that no longer holds`,
  'at-limit': said => `After about ${said} it hangs on the very day`,
  enough: said => `Yes, ${said} is enough`,
  'too-little': said => `No, ${said} is not enough`,
  overdue: said => `After ${said} that is overdue`,
  'sent-yesterday': said => `Ordered ${said}, it left the same day`,
  'sent-today': said => `Ordered ${said}, it leaves today`,
  'sent-tomorrow': said => `Ordered ${said}, it leaves tomorrow morning`,
  size: (said, sizes) => `For ${said} that is ${sizes.join(' or ')}`,
  'no-size': said => `${said} is in none of these`,
  'foot-size': (said, [fits, short]) =>
    `For ${said} ${fits} is long enough${short === undefined ? '' : ` and ${short} is not`}`,
  'size-measures': (said, [span]) => `Size ${said} is for a chest of ${span} cm`,
  'by-chest': () => `These sizes go by the chest, which height and weight alone don't tell`,
  listed: said => `Yes, ${said} too`,
  'not-listed': said => `No, ${said} isn't on the list`,
  there: said => `Yes, in ${said}`,
  'not-there': said => `No, not in ${said}`,
  'place-not-listed': said =>
    `${said} isn't in a part of the world that our page lists, so I can't say that we deliver there, nor at what cost; a colleague can tell you`,
  'place-not-listed-again': said =>
    `Our page doesn't list the part of the world where ${said} is: no cost and no days are given for it, and I won't guess. A colleague can tell you: shall I get you one?`,
};

export const talkWordsEn = {
  greeting: (p, w) =>
    `${p.returning ? 'Welcome back' : 'Hello'}${p.name ? `, ${p.name.split(' ')[0]}` : ''}! I'm the assistant of ${inLanguage(w.shop.name, 'en')}, an automated one. Ask me about products, orders, delivery or returns, or tell me what you're looking for.`,
  thanks: () => `You're welcome! Anything else I can do?`,
  'all-right': () => `All right. I'm here if you need anything else.`,
  goodbye: p => (p.night ? 'Good night, and thanks for stopping by.' : 'Goodbye, and thanks for stopping by.'),
  help: () =>
    'I\'m an automated assistant. I can answer questions about delivery, returns and payment, find products ("waterproof running shoes under 80"), check an order, start a return, and look whether there is a deal for you. Say "a person" at any time to reach our staff.',
  identity: (_p, w) =>
    `I'm the automated assistant of ${inLanguage(w.shop.name, 'en')}: a program, not a person. My answers come from the shop's own pages, orders and rules. If you'd rather have one of our staff, say "a person".`,
  'shop-talk': (p, w) =>
    ({
      shelves: () => `${shelves(w)}Tell me what you are after, or for whom, and I'll show you what fits.`,
      trust: () =>
        `Fair question. ${inLanguage(w.shop.name, 'en')} has pages on returns, payment, delivery and where to find us, and I answer from those; ask me about any of them, or say "a person" to speak to our staff.`,
      feeling: () =>
        `I'm sorry to hear that. I hope it gets better soon. If something small and nice would help, I can show you a few things.`,
      glad: () =>
        `That's lovely, congratulations! If you'd like to celebrate with something, tell me what and I'll look.`,
      treat: () => `You deserve it. Here are a few things:`,
      haggle: () => `I can't agree on a price in the chat; what counts are the deals that the shop has set.`,
      'sale-soon': () => `What comes later I can't say. This is what there is now:`,
      'price-watch': () => `I can't send you word when a price changes.`,
      'code-refused': () =>
        `I can't change that: a code that the shop doesn't take, or no longer takes, can't be used here, whenever it reached you. A colleague can look at it with you.`,
      'add-on-refused': () => `Sorry about that. I won't suggest adding anything to your cart again.`,
      exception: () =>
        `I can't make an exception to the shop's rules myself. A colleague can look at your case and decide: shall I get you one?`,
      'other-account': () =>
        `I only see the orders of the account that is signed in here. Sign in with the other one, or give me the order number together with the e-mail address you used; a colleague can look for it too.`,
      'by-phone': () =>
        `I can't look an order up by a phone number: it takes the order number and the e-mail address, or signing in to the account it was placed with. Without either a colleague can look for it.`,
      'same-prices': () =>
        p.again
          ? `No: what a thing costs is the same for everybody, and you are never charged more.`
          : `Listed prices are the same for everybody, and so are the deals for the whole shop. What differs are personal offers: a program decides from what each shopper does here whether there is one, and it only ever takes something off. If you don't want any, say "switch off personal offers".`,
      'offers-off': () =>
        `Yes. Personal offers are made by a program from what you do in this shop; say "switch off personal offers" and they stop. You keep the normal prices and the deals everybody gets.`,
      chat: () =>
        `Ha! I'm only a program: no lunch, no sleep, and no good jokes either. What I do know is what's on our shelves. Shall I find you something fun?`,
      'other-trade': () =>
        `I can't help with that: I'm the assistant of a shop. I can look for products, check an order, answer questions about delivery and returns, or get you a person.`,
      ...smallTalkEn,
    })[p.about](p.again === true),
  cancelled: p =>
    p.what === 'queue'
      ? `All right, you're no longer in the queue. I'm back.`
      : p.what
        ? `All right, I've stopped that. Nothing was changed.`
        : `All right, nothing was changed. Anything else I can do?`,
  answer: p =>
    p.passage.verdict?.is === 'place-not-listed-again'
      ? verdictsEn[p.passage.verdict.is](p.passage.verdict.said, [])
      : p.passage.verdict
        ? `${verdictsEn[p.passage.verdict.is](p.passage.verdict.said, p.passage.verdict.sizes ?? [])}: ${withoutYes(p.passage.text)}`
        : p.passage.hedged
          ? `This may be what you mean: ${withoutYes(p.passage.text)}`
          : p.passage.text,
  'part-unknown': p => `About “${p.asked}”: I don't know that one, and I won't guess.`,
  'page-says-no-more': p =>
    p.passage.unsaid !== undefined
      ? p.again
        ? `I still find nothing about “${p.passage.unsaid}”; that is for a colleague to tell you.`
        : `Our pages say nothing about “${p.passage.unsaid}”, and I won't guess. A colleague can tell you: shall I get you one?`
      : p.passage.hedged
        ? `Our page “${inLanguage(p.passage.article.title, 'en')}” says no more than that, and I won't guess. A colleague can tell you: shall I get you one?`
        : `As I said: ${withoutYes(p.passage.text)}`,
  'no-more-to-tell': p =>
    p.of === 'goods'
      ? `I have nothing that comes nearer than what I just showed you. Tell me what it must be like, or shall I get you a person?`
      : p.isNear
        ? `What I told you is all I find on that, so it may not be what you mean. Is it one of these? If not, a colleague can tell you.`
        : `What I told you is all our pages say about that, and I won't guess. A colleague can tell you: shall I get you one?`,
  'dont-know': p =>
    p.nearest.length > 0
      ? `I don't know that one, and I won't guess. These pages come closest, or I can get you a person.`
      : `I don't know that one, and I won't guess. Shall I get you a person?`,
  'no-medical-advice': () =>
    `I can't give medical advice, and what our goods do for your health is not for me to say. Please ask a doctor or a pharmacist; a colleague here can tell you what is in them.`,
  'which-topic': p =>
    `I'm not sure what you mean. Is it ${p.about.length > 1 ? 'one of these' : 'this'}? If not, say it another way, or I'll get you a person.`,
  unclear: () =>
    `I didn't quite get that. Could you say it another way? I can look for products, check an order, or get you a person.`,
  'what-for': p =>
    p.plain
      ? 'Tell me a little more: what should it be like?'
      : `Thank you for telling me. I don't note down private things like that. What are you looking for? Tell me what it should be like, and I'll see what fits.`,
  'no-cure': () =>
    'Sorry, I know of nothing else to try. It can go through the warranty or back to us, or a colleague can look into it with you.',
  'price-now': p =>
    p.product
      ? `${inLanguage(p.product.name, 'en')} is ${formatMoney(p.product.price)} now; whether that changes later I can't promise.`
      : "The prices shown are today's; whether they change later I can't promise.",
  'yours-to-unsubscribe': p =>
    p.again
      ? `More than I told you I can't do about texts and e-mails here, but a colleague can: shall I get you one?`
      : `I can't unsubscribe you from texts or e-mails here; all I can switch off is the personal offers in this chat. What our pages don't say, a colleague can sort out.`,
  'how-to-order': p =>
    p.inCart
      ? `What you chose is in your cart already. Open the cart and choose “Check out”: it asks for your details, and you pay there. Nothing is charged before that.`
      : `It goes like this: tell me which one you want (by its name, its colour or its place in the list) and I put it in your cart, or tap “Add to cart” under it. Then open the cart and choose “Check out”: it asks for your details, and you pay there.`,
  'spend-counting': p =>
    p.again
      ? `A year here is the twelve months up to the day you look: what you order today counts until this day next year, and then drops out by itself.`
      : `It counts over the last twelve months, on any day of the year: nothing goes back to zero on 1 January, and each order counts until a year after it was placed.`,
  'yours-to-tick': () => `I can't tick that for you; it's done in the cart, before you pay.`,
  stuck: () =>
    `I'm not getting any further by myself, sorry. A colleague can take over, or tell me in a few words what it is about: a product, an order, a return?`,
  sorry: p =>
    ({
      complaint: `I'm sorry about that. Shall I get you a person, or would you tell me what went wrong so that I can look?`,
      told: `I'm sorry about that. A colleague can look at what is possible. Shall I get you one?`,
      missing: `I'm sorry about that. ${p.order ? `${missingOrder(p.order)} ` : ''}A colleague can have it traced, and send it again or refund it. Shall I get you one?`,
      slow: `I'm sorry that it takes so long.${p.order ? '' : ' Tell me the order number and I look where it is; or shall I get you a person?'}`,
      manners: `I'm sorry that a courier behaved like that. Nobody should be treated so.`,
      harmed: `I'm sorry, that should not happen. Please don't use it any more. A colleague should look at this with you, even if the days for a return are over: shall I get you one?`,
      harm: `I'm sorry, that should not happen. Please don't use it any more. A colleague should look at this with you: shall I get you one? I can also start a return.`,
    })[p.about],
  'own-spend': p =>
    `${p.within === 'this-year' ? 'This year' : 'In the last twelve months'} you have paid ${formatMoney(p.paid)} for your orders${p.isRegular ? ', and you are one of our regulars (VIP)' : p.asksRegular ? `; you are not one of our regulars (VIP) yet${p.toGo ? `, ${formatMoney(p.toGo)} more would make you one` : ''}` : ''}.`,
  'offer-person': p =>
    p.to === 'hurry'
      ? `I can't hurry a parcel from here; a colleague can ask the courier. Shall I get you one?`
      : `Would you like a person to take this over? If not, tell me in other words and I'll try.`,
  'goes-back': () => 'Then it can go back.',
  'sorry-first': () => `I'm sorry for the trouble.`,
  queued: p =>
    `I've asked a colleague to take over, who sees what you have written here; you're ${p.position === 1 ? 'next' : `number ${p.position}`} in line${wait(p.expectedSeconds)}. ${p.asksWait && (p.expectedSeconds ?? null) === null ? "How long it will be I can't tell yet; they answer in this chat. " : ''}Say "cancel" to carry on with me.`,
  'still-queued': p =>
    p.leaves
      ? `You're still number ${p.position} in line${wait(p.expectedSeconds)}; say "cancel" if you no longer want to wait.`
      : p.again && !p.asksWait
        ? `I've passed that on, too. Still number ${p.position} in line${wait(p.expectedSeconds)}.`
        : `${p.asksWait && (p.expectedSeconds ?? null) === null ? "How long it will be I can't tell yet." : "I've passed that on."} You're number ${p.position} in line${wait(p.expectedSeconds)}. Say "cancel" to carry on with me.`,
  'desk-closed': (p, w) =>
    `${p.opensAt ? `My colleagues are back on ${openingTime(p.opensAt, w.language, p.timeZone)} (${p.timeZone}).` : 'None of my colleagues is here at the moment.'} Leave an e-mail address or a phone number and they'll get back to you; meanwhile I'm here.`,
  'contact-noted': p => `Thank you. My colleagues will get back to you at ${p.contact.value}.`,
  unavailable: () =>
    `I can't look that up right now; it's our fault, not yours. Please try again in a minute, or ask for a person.`,
  'message-cut': () => `Your message was very long, so I read only the beginning.`,
  'back-to': p => `Back to ${flowsEn[p.flow]}:`,
  'in-turn': p => `First ${p.flows.map(flow => flowsEn[flow]).join(', then ')}.`,
  'on-to': p => `Now to ${flowsEn[p.flow]}:`,
  'set-aside': p =>
    `I've put ${flowsEn[p.flow]} aside; nothing was changed. Just say so when you want to go on with it.`,
} satisfies Partial<Words>;
