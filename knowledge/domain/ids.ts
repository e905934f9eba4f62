/** Branded ids: a ShopperId can't be passed where a ProductId is wanted, though both are strings at run time. */
declare const brand: unique symbol;
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type ShopperId = Id<'Shopper'>;
export type ProductId = Id<'Product'>;
export type OrderId = Id<'Order'>;
export type CartId = Id<'Cart'>;
export type ArticleId = Id<'Article'>;
export type CampaignId = Id<'Campaign'>;
export type PromotionId = Id<'Promotion'>;
export type OfferId = Id<'Offer'>;
export type RedemptionId = Id<'Redemption'>;
export type ImpressionId = Id<'Impression'>;
export type ConversationId = Id<'Conversation'>;
export type TurnId = Id<'Turn'>;
export type FactId = Id<'Fact'>;
export type ReturnId = Id<'Return'>;
export type AgentId = Id<'Agent'>;
export type TicketId = Id<'Ticket'>;

/** Names an id that arrived as a plain string; the only cast, used at the borders. */
export const asId = <T extends Id<string>>(text: string): T => text as T;
