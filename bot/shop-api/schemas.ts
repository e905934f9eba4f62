import { z } from 'zod';
import { languages } from '../../knowledge/domain/language.ts';
import { currencies } from '../../knowledge/domain/money.ts';
import { offerRefusals, offerStates } from '../../knowledge/domain/offer.ts';
import { orderStatuses } from '../../knowledge/domain/order.ts';

/** The shapes of the shop API. They check what comes in, and the reference at /api/docs is generated from them. */
export const idText = z
  .string()
  .min(1)
  .max(200)
  .meta({ examples: ['P-0001'] });
export const language = z.enum(languages).meta({ description: 'Language of names and sentences' });
export const quantity = z.int().min(1).max(99).meta({ description: 'Whole units' });

export const money = z
  .object({
    minor: z.int().meta({ description: 'Minor units: 1999 is 19.99' }),
    currency: z.enum(currencies),
    text: z.string().meta({ description: 'As the shop prints it', examples: ['¥79.50'] }),
  })
  .meta({ id: 'Money' });

export const problem = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .meta({ id: 'Problem', description: 'Why the call was refused: a code for programs and a sentence for people' });

export const session = z
  .object({
    token: z.string().meta({ description: 'Send as Authorization: Bearer; pages of the shop itself get a cookie too' }),
    expiresAt: z.iso.datetime(),
    shopper: z.object({
      id: idText,
      name: z.string().optional(),
      language,
      segments: z.array(z.string()),
      signedIn: z.boolean(),
    }),
  })
  .meta({ id: 'Session' });

export const demoShopper = z
  .object({ id: idText, name: z.string(), language, segments: z.array(z.string()), orders: z.int() })
  .meta({ id: 'DemoShopper' });

export const category = z.object({ key: z.string(), name: z.string(), products: z.int() }).meta({ id: 'Category' });

export const product = z
  .object({
    id: idText,
    name: z.string(),
    description: z.string(),
    category: z.string(),
    categoryName: z.string(),
    brand: z.string().optional(),
    attributes: z.record(z.string(), z.array(z.string())).meta({ description: 'Canonical values, for programs' }),
    attributeTexts: z
      .record(z.string(), z.string())
      .meta({ description: 'The same in the language asked for, for people', examples: [{ colour: 'blue, navy' }] }),
    price: money,
    stock: z.enum(['in-stock', 'low', 'sold-out']),
    left: z.int().optional().meta({ description: 'Units left, when few' }),
    picture: z.string().meta({ description: 'Address of a drawing (SVG)' }),
    url: z.string().optional(),
  })
  .meta({ id: 'Product' });

export const productPage = product
  .extend({
    details: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .meta({ description: 'What its page lists, in its order', examples: [[{ name: 'Weight', value: '254 g' }]] }),
  })
  .meta({ id: 'ProductPage' });

const offer = z
  .object({
    id: idText,
    title: z.string(),
    terms: z.string(),
    kind: z.string(),
    state: z.enum(offerStates),
    saves: money,
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Offer' });

export const cart = z
  .object({
    id: idText,
    version: z.int(),
    lines: z.array(
      z.object({
        product: idText,
        name: z.string(),
        picture: z.string(),
        quantity: z.int(),
        unitPrice: money,
        discount: money,
        paid: money,
        gift: z.boolean(),
      }),
    ),
    subtotal: money,
    discount: money,
    shipping: money,
    shippingDiscount: money,
    total: money,
    offer: offer.nullable().meta({ description: 'The offer the total includes' }),
    problem: z
      .object({ code: z.enum(offerRefusals), message: z.string(), offer: idText })
      .nullable()
      .meta({ description: 'Why the offer on the cart takes nothing off' }),
    deals: z
      .array(
        z.object({
          promotion: idText,
          title: z.string(),
          terms: z.string(),
          kind: z.string(),
          offer: idText.optional(),
          code: z.string().optional(),
          saves: money.meta({ description: 'A gift at its price included' }),
        }),
      )
      .meta({ description: 'Every deal the total includes, in the order they apply' }),
    codes: z
      .array(
        z.object({
          code: z.string(),
          title: z.string(),
          applied: z.boolean(),
          reason: z.enum(offerRefusals).optional(),
          message: z.string().optional().meta({ description: 'Why it saves nothing yet, and what would change that' }),
        }),
      )
      .meta({ description: 'Codes on the cart; one that is not applied counts by itself once its reason is gone' }),
    nudges: z
      .array(
        z.object({
          promotion: idText.optional().meta({ description: 'Absent: the shop’s own free delivery' }),
          title: z.string(),
          spend: money.optional(),
          units: z.int().optional(),
          saves: money,
        }),
      )
      .meta({ description: 'Steps the cart is close to: add so much, pay so much less than without the step' }),
    gifts: z
      .array(
        z.object({
          promotion: idText,
          choices: z.array(z.object({ product: idText, name: z.string(), picture: z.string(), chosen: z.boolean() })),
        }),
      )
      .meta({ description: 'Where a deal leaves the choice of the gift' }),
    missing: z.array(idText).meta({ description: 'Lines that can’t be had in that quantity; not in the total' }),
  })
  .meta({ id: 'Cart' });

export const order = z
  .object({
    id: idText,
    number: z.string(),
    status: z.enum(orderStatuses),
    placedAt: z.iso.datetime(),
    lines: z.array(
      z.object({
        product: idText,
        name: z.string(),
        quantity: z.int(),
        unitPrice: money,
        discount: money,
        paid: money,
        gift: z.boolean(),
      }),
    ),
    subtotal: money,
    discount: money,
    shipping: money,
    total: money,
    offer: idText.optional(),
    deals: z
      .array(z.object({ promotion: idText, title: z.string(), code: z.string().optional(), saves: money }))
      .optional(),
    shipment: z
      .object({
        carrier: z.string(),
        tracking: z.string(),
        expectedAt: z.iso.datetime(),
        deliveredAt: z.iso.datetime().optional(),
      })
      .optional(),
  })
  .meta({ id: 'Order' });

/** A language asked for in the query; the session's otherwise. */
export const languageQuery = z.object({ language: language.optional() });
