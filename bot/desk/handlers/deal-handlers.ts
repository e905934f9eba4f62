import { deskWordsIn } from '../../../dialogs/say/desk-words.ts';
import type { Conversation } from '../../../knowledge/domain/conversation.ts';
import type { Agent, Approval } from '../../../knowledge/domain/desk.ts';
import { type AgentId, asId } from '../../../knowledge/domain/ids.ts';
import type { Offer } from '../../../knowledge/domain/offer.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import { notFound } from '../../http/problem.ts';
import { offerCards } from '../cards-for.ts';
import type { Desk } from '../desk.ts';
import { tell } from '../desk-changes.ts';
import { type Handlers, refuse } from '../desk-routes.ts';
import { approvalView, moneyView } from '../desk-views.ts';
import { authorityOf, type Goodwill, giveGoodwill, priceGoodwill, requestOf } from '../goodwill.ts';
import { dealView } from '../packet.ts';
import { conversationFor, isOwner } from './conversation-handlers.ts';

const languageOf = (agent: Agent) => agent.languages[0] ?? 'en';

const isBeyond = (minor: number, remaining: { readonly minor: number } | null): boolean =>
  remaining !== null && minor > remaining.minor;

/** The card in the conversation, said once per deal. */
const show = async (desk: Desk, conversation: Conversation, offer: Offer, agent: AgentId): Promise<void> => {
  await tell(desk, conversation, {
    id: `${conversation.id}|deal-${offer.id}`,
    text: deskWordsIn(conversation.language, desk.services.tone).dealGiven,
    cards: await offerCards(desk, offer, conversation.language),
    desk: { change: 'message', agent: desk.nameOf(agent) },
  });
};

const give = async (desk: Desk, conversation: Conversation, agent: AgentId, wanted: Goodwill, key: string) => {
  const { offer, promotion } = await giveGoodwill(desk, conversation, { id: agent }, wanted, key);
  await show(desk, conversation, offer, agent);
  return { offer, promotion } satisfies { offer: Offer; promotion: Promotion };
};

export const dealHandlers: Pick<Handlers, 'previewGoodwill' | 'giveGoodwill' | 'listApprovals' | 'decideApproval'> = {
  previewGoodwill: async (desk, { session, conversation: id, body }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    const [authority, priced] = await Promise.all([
      authorityOf(desk, conversation, session.agent),
      priceGoodwill(desk, conversation, body),
    ]);
    const saves = priced?.saves ?? { minor: 0, currency: desk.shop.currency };
    const refusal = !authority.campaign
      ? 'no-campaign'
      : !priced
        ? 'nothing-off'
        : isBeyond(saves.minor, authority.campaign.remaining)
          ? 'budget-spent'
          : saves.minor > authority.withApproval.minor
            ? 'above-supervisor'
            : null;
    return {
      saves: moneyView(saves),
      total: priced ? moneyView(priced.priced.total) : null,
      needsApproval: refusal === null && saves.minor > authority.most.minor,
      possible: refusal === null,
      refusal,
      authority,
    };
  },
  giveGoodwill: async (desk, { session, conversation: id, body }) => {
    const { agent } = session;
    const conversation = await conversationFor(desk, id, agent);
    if (!isOwner(conversation, agent)) throw refuse('not-yours', 'This conversation is not yours');
    const asked = await desk.stores.desk.approval(`goodwill-${id}-${body.key}`);
    if (asked) return { outcome: 'asked' as const, approval: approvalView(asked, desk.nameOf) };
    const given = await desk.stores.offers.get(asId<Offer['id']>(`goodwill-${id}-${body.key}`));
    if (!given) {
      const authority = await authorityOf(desk, conversation, agent);
      if (!authority.campaign) throw refuse('no-campaign', 'No campaign is set for goodwill: an admin can choose one');
      const priced = await priceGoodwill(desk, conversation, body.deal);
      if (!priced) throw refuse('nothing-off', 'There is nothing this would take anything off');
      const { minor } = priced.saves;
      if (isBeyond(minor, authority.campaign.remaining))
        throw refuse('budget-spent', 'The campaign has not enough left');
      if (minor > authority.withApproval.minor) {
        throw refuse('above-supervisor', 'This is more than a supervisor may approve');
      }
      if (minor > authority.most.minor) {
        const approval: Approval = {
          id: `goodwill-${id}-${body.key}`,
          conversation: id,
          by: agent.id,
          saves: priced.saves,
          reason: body.reason,
          request: JSON.stringify(body.deal),
          state: 'asked',
          askedAt: desk.now,
        };
        await desk.stores.desk.insertApproval(approval);
        const view = approvalView(approval, desk.nameOf);
        await desk.feed.approval(view);
        return { outcome: 'asked' as const, approval: view };
      }
    }
    const { offer, promotion } = await give(desk, conversation, agent.id, body.deal, body.key);
    return { outcome: 'given' as const, deal: dealView(desk, offer, languageOf(agent), promotion) };
  },
  listApprovals: async desk => ({
    approvals: (await desk.stores.desk.openApprovals()).map(a => approvalView(a, desk.nameOf)),
  }),
  decideApproval: async (desk, { session, id, body }) => {
    const asked = await desk.stores.desk.approval(id);
    if (!asked) throw notFound('There is no such request', 'no-approval');
    if (asked.by === session.agent.id) throw refuse('own-request', 'Somebody else has to decide this', 403);
    const decision = {
      state: body.decision === 'approve' ? ('approved' as const) : ('refused' as const),
      decidedBy: session.agent.id,
      decidedAt: desk.now,
      ...(body.note === undefined ? {} : { note: body.note }),
    };
    const decided = await desk.stores.desk.decideApproval(id, decision);
    // Approved by the same person before and not carried out to the end: it goes on.
    const stands = decided ?? (await desk.stores.desk.approval(id));
    if (stands?.state !== decision.state || stands.decidedBy !== session.agent.id)
      throw refuse('decided', 'This was decided already');
    const view = approvalView(stands, desk.nameOf);
    await desk.feed.approval(view);
    if (stands.state === 'refused') return { approval: view, deal: null };
    const conversation = await desk.stores.conversations.get(stands.conversation);
    if (!conversation) throw notFound('There is no such conversation', 'no-conversation');
    const key = stands.id.slice(`goodwill-${stands.conversation}-`.length);
    const { offer, promotion } = await give(desk, conversation, stands.by, requestOf(stands), key);
    return { approval: view, deal: dealView(desk, offer, languageOf(session.agent), promotion) };
  },
};
