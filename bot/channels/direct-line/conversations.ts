import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Language } from '../../../knowledge/domain/language.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import type { Session } from '../../access.ts';
import { turnIdOf } from '../../middleware/once.ts';
import { accountOf, botAccount, channelName, type DirectLineAdapter } from './direct-line-adapter.ts';
import type { Grant } from './tokens.ts';

export const newConversationId = (): ConversationId => asId(randomUUID());
export const newGuestId = (): ShopperId => asId(`guest-${randomUUID()}`);

export const languageOfLocale = (locale: string | undefined): Language =>
  locale?.trim().toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** The conversation a session goes on with: its shopper's latest on the web, on whatever device; else a new one. */
export const grantFor = async (stores: Pick<Stores, 'conversations'>, session: Session): Promise<Grant> => {
  const latest = await stores.conversations.latestOf(session.shopper);
  const conversation = latest?.channel === channelName ? latest.id : newConversationId();
  return { conversation, shopper: session.shopper, signedIn: session.signedIn };
};

export type Opened = 'opened' | 'resumed' | 'not-yours';

/**
 * Makes the conversation of a grant, and its shopper when new, or finds it there. The bot hears of a new one with a
 * conversationUpdate, so that it can greet.
 */
export const openConversation = async (
  { stores, adapter, clock }: { stores: Stores; adapter: DirectLineAdapter; clock: Clock },
  grant: Grant,
  locale: string | undefined,
): Promise<Opened> => {
  const now = clock();
  const existing = await stores.conversations.get(grant.conversation);
  if (existing) return existing.shopper === grant.shopper ? 'resumed' : 'not-yours';
  const language = languageOfLocale(locale);
  const shopper = await stores.shoppers.ensure({
    id: grant.shopper,
    language,
    segments: ['new'],
    consent: { personalOffers: true, profile: true },
    createdAt: now,
  });
  const stored = await stores.conversations.ensure({
    id: grant.conversation,
    shopper: grant.shopper,
    channel: channelName,
    language: locale ? language : shopper.language,
    owner: 'bot',
    version: 0,
    createdAt: now,
    lastAt: now,
  });
  if (stored.shopper !== grant.shopper) return 'not-yours';
  const id = `${grant.conversation}|opened`;
  const shopperAccount = { id: grant.shopper, name: '', role: 'user' };
  const { shopper: who, signedIn, conversation, device } = grant;
  const turn = turnIdOf(channelName, conversation, id);
  void adapter
    .receive(
      {
        type: 'conversationUpdate',
        id,
        timestamp: now,
        channelId: 'directline',
        from: shopperAccount,
        recipient: botAccount,
        conversation: accountOf(conversation),
        membersAdded: [botAccount, shopperAccount],
        ...(locale ? { locale } : {}),
      },
      { shopper: who, signedIn, conversation, channel: channelName, turn, ...(device === undefined ? {} : { device }) },
      false,
    )
    // The turn log has told the operator already; a missing greeting keeps nobody from chatting.
    .catch(() => undefined);
  return 'opened';
};
