import type { Deed, Likeness } from '../../models/types.ts';
import { toldInWords } from './told.ts';
import { categoryName, type Labels, nameOf } from './words.ts';

export const labelsEn: Labels = {
  intents: {
    recommend: 'Recommend something',
    deals: 'Any deals?',
    'order-status': 'Where is my order?',
    'start-return': 'Return something',
    help: 'What can you do?',
    person: 'Talk to a person',
    'view-cart': 'Show my cart',
    'why-offer': 'Why this offer?',
    'about-me': 'What you know of me',
    'forget-all': 'Forget everything',
    'opt-out': 'No personal offers',
    'opt-in': 'Switch offers on',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
  },
  apply: 'Apply',
  decline: 'No thanks',
  add: 'Add to cart',
  person: 'Talk to a person',
  details: 'Details',
  pageSays: 'In its own words',
  startReturn: 'Return',
  cancelOrder: 'Cancel order',
  gift: 'free gift',
  soldOut: 'Sold out',
  inStock: 'In stock',
  alsoIn: colours => `Also in ${colours}`,
  onlyLeft: count => `Only ${count} left`,
  steps: ['Placed', 'Packed', 'Shipped', 'Delivered'],
  statuses: {
    placed: 'placed, we are packing it next',
    packed: 'packed and waiting for the carrier',
    shipped: 'on its way',
    delivered: 'delivered',
    cancelled: 'cancelled',
    returned: 'returned',
  },
  saves: amount => `You save ${amount}`,
  expires: when => `Valid until ${when}`,
  givenBy: name => `Given to you by ${name} of our customer care, not chosen automatically.`,
  personalised: 'Personalised offer, chosen with your activity here. Say "no personal offers" to switch them off.',
  attribute: {
    colour: 'Colour',
    size: 'Sizes',
    material: 'Material',
    feature: 'Features',
    occasion: 'For',
    recipient: 'Gift for',
  },
  notes: {
    'more-than-bought': 'You asked to return more than is left of the order; this covers what is left.',
    'gift-to-return': 'Please send the free gift back too: what you keep no longer earns it.',
    'gift-deducted':
      'What you keep no longer earns the free gift: its price is taken off the refund, and you get it back when the gift comes back.',
    'discount-taken-back': 'What you keep no longer earns your deal, so the discount on it is taken off the refund.',
    'code-stays-used': 'The code stays used: codes come back only when an order is cancelled before it ships.',
    'falls-below-threshold':
      'What you keep no longer reaches the threshold of your deal. The part of the discount that belongs to what goes back is taken off this refund; nothing more is taken back.',
    'below-free-shipping': 'What you keep is less than ships free; you are not charged for shipping afterwards.',
    'shipping-refunded': 'The delivery fee is refunded too.',
    'everything-returned': 'With this the whole order goes back.',
  },
  deduction: {
    discount: amount => `${amount} of the discount is taken back: what you keep no longer earns it.`,
    shipping: amount => `${amount} of delivery is taken back: what you keep no longer earns free delivery.`,
    gift: (amount, gift) => `The free gift (${gift}) is taken off at ${amount}; send it back and you get that too.`,
  },
  reason: (reason, wording) => {
    switch (reason.kind) {
      case 'bought-with':
        return boughtWith[reason.deed](nameOf(reason.because, wording));
      case 'similar':
        return `${likeness[reason.alike]} ${nameOf(reason.because, wording)}, which ${deeds[reason.deed]}`;
      case 'noticed':
        return noticed[reason.deed];
      case 'similar-shoppers':
        return 'Liked by shoppers with a similar taste';
      case 'buy-again':
        return reason.timesBought === 1 ? 'You bought it before' : `You bought it ${reason.timesBought} times`;
      case 'stated':
        return `Fits what you told me: ${toldInWords(reason.told, 'en', wording.shop).join(', ')}`;
      case 'new':
        return 'New in our shop';
      case 'popular':
        return reason.category === undefined
          ? 'Popular right now'
          : `Popular in ${categoryName(reason.category, wording)}`;
    }
  },
};

const boughtWith = {
  bought: name => `Because you bought ${name}`,
  'in-cart': name => `Goes with ${name} in your cart`,
  'asked-about': name => `Because you asked about ${name}`,
  viewed: name => `Because you looked at ${name}`,
} satisfies Record<Deed, (name: string) => string>;

const noticed = {
  bought: 'You had it before',
  'in-cart': 'It is in your cart',
  'asked-about': 'You asked about it',
  viewed: 'You looked at it',
} satisfies Record<Deed, string>;

const deeds = {
  bought: 'you bought',
  'in-cart': 'is in your cart',
  'asked-about': 'you asked about',
  viewed: 'you looked at',
} satisfies Record<Deed, string>;

const likeness = {
  'brand-and-category': 'Same brand and kind as',
  category: 'The same kind of thing as',
  brand: 'From the same brand as',
  description: 'Described much like',
  price: 'About the price of',
} satisfies Record<Likeness, string>;
