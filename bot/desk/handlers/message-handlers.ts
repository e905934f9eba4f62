import type { Card } from '../../../dialogs/say/cards.ts';
import type { Conversation } from '../../../knowledge/domain/conversation.ts';
import { deskStateOf } from '../../../knowledge/domain/conversation.ts';
import type { Agent } from '../../../knowledge/domain/desk.ts';
import { asId, type ConversationId, type OfferId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { FloodLimit } from '../../channels/direct-line/flood-limit.ts';
import { tooMany } from '../../http/problem.ts';
import { offerCards, productCards } from '../cards-for.ts';
import type { Desk } from '../desk.ts';
import { sayAndShow } from '../desk-changes.ts';
import { type Handlers, refuse } from '../desk-routes.ts';
import { noteView } from '../desk-views.ts';
import { speechOf } from '../door.ts';
import { addNote, changedOrRefused, claimFor, conversationFor, isOwner } from './conversation-handlers.ts';

type Wanted = readonly (
  | { readonly type: 'product'; readonly product: string }
  | { readonly type: 'offer'; readonly offer: string }
)[];

const cardsFor = async (desk: Desk, conversation: Conversation, wanted: Wanted): Promise<Card[]> => {
  const cards: Card[] = [];
  for (const one of wanted) {
    if (one.type === 'product') {
      const [product] = await desk.stores.products.many([asId<ProductId>(one.product)]);
      if (!product || product.hidden) throw refuse('unknown-product', 'There is no such product', 404);
      cards.push(...productCards(desk, product, conversation.language));
    } else {
      const offer = await desk.stores.offers.get(asId<OfferId>(one.offer));
      if (!offer || offer.shopper !== conversation.shopper)
        throw refuse('unknown-offer', 'There is no such deal of this shopper', 404);
      cards.push(...(await offerCards(desk, offer, conversation.language)));
    }
  }
  return cards;
};

/** A human message takes the conversation: from the queue and from the bot, never from a colleague, never a closed one. */
const ownedBy = async (desk: Desk, conversation: Conversation, agent: Agent): Promise<Conversation> => {
  if (isOwner(conversation, agent)) return conversation;
  if (deskStateOf(conversation) === 'closed') {
    throw refuse('closed', 'This conversation is closed: take it first to write again');
  }
  return changedOrRefused(await claimFor(desk, conversation, agent, 'claim'));
};

/** Speaks as a named person. The same key again finds what was said; ownership is asked again as it is written. */
const sayAsAgent = async (
  desk: Desk,
  conversation: Conversation,
  agent: Agent,
  said: { readonly key: string; readonly text: string; readonly cards?: readonly Card[] },
): Promise<number> => {
  const id = `${conversation.id}|agent-${agent.id}-${said.key}`;
  const activity = speechOf(
    conversation,
    { id, text: said.text, cards: said.cards ?? [], desk: { change: 'message', agent: agent.name } },
    { publicUrl: desk.services.publicUrl, at: desk.now, agent },
  );
  const stillMine = async (): Promise<boolean> => {
    const now = await desk.stores.conversations.get(conversation.id as ConversationId);
    return now !== null && isOwner(now, agent);
  };
  const seq = await sayAndShow(desk, conversation, 'agent', activity, stillMine);
  if (seq === null) throw refuse('taken', 'A colleague has taken this conversation over');
  const ticket = conversation.desk?.ticket;
  if (ticket && (await desk.stores.conversations.markReplied(conversation.id, agent.id))) {
    await desk.stores.tickets.update(ticket, { firstReplyAt: desk.now });
    const now = await desk.stores.conversations.get(conversation.id);
    if (now) await desk.feed.conversation(now, 'replied');
  }
  return seq;
};

export const messageHandlers = (desk: Desk): Pick<Handlers, 'reply' | 'typing' | 'addNote'> => {
  const words = new FloodLimit({ burst: 40, perMinute: 240, clock: desk.services.clock });
  const notes = new FloodLimit({ burst: 20, perMinute: 60, clock: desk.services.clock });
  const count = (limit: FloodLimit, agent: Agent, what: string): void => {
    const wait = limit.take(agent.id);
    if (wait > 0) throw tooMany(wait, what);
  };
  return {
    reply: async (_desk, { session, conversation: id, body }) => {
      const { agent } = session;
      count(words, agent, 'messages');
      if (body.text === '' && !body.cards?.length) throw refuse('empty', 'Write something or add a card', 400);
      const found = await conversationFor(desk, id, agent);
      const cards = await cardsFor(desk, found, body.cards ?? []);
      // Said before and the answer was lost: it stands, whoever has the conversation now.
      const before = await desk.stores.transcripts.get(id, `${id}|agent-${agent.id}-${body.key}`);
      if (before && !isOwner(found, agent)) {
        // A process that died may have said it and told no console.
        await desk.feed.message(found, before);
        return { seq: before.seq, conversation: desk.view(found) };
      }
      const mine = await ownedBy(desk, found, agent);
      const seq = await sayAsAgent(desk, mine, agent, { key: body.key, text: body.text, cards }).catch(fault => {
        if (fault instanceof Error && fault.name === 'HttpProblem') throw fault;
        desk.log.error({ err: fault, conversation: id }, 'an agent’s message could not be carried out');
        throw refuse('not-delivered', 'The channel did not take it: send it again', 502);
      });
      return { seq, conversation: desk.inbox.get(id) ?? desk.view(mine) };
    },
    typing: async (_desk, { session, conversation: id }) => {
      const conversation = await conversationFor(desk, id, session.agent);
      if (!isOwner(conversation, session.agent)) return null;
      desk.doorOf(conversation)?.typing(conversation, {
        type: 'typing',
        from: { id: `agent:${session.agent.id}`, name: session.agent.name, role: 'agent' },
      });
      desk.hub.transient(
        'typing',
        { conversation: id, from: 'agent', name: session.agent.name },
        open => open.agent !== session.agent.id,
      );
      return null;
    },
    addNote: async (_desk, { session, conversation: id, body }) => {
      count(notes, session.agent, 'notes');
      const conversation = await conversationFor(desk, id, session.agent);
      const note = noteView(await addNote(desk, conversation, session.agent, body.key, body.text), desk.nameOf);
      await desk.feed.note(note, conversation.desk?.department);
      return { note };
    },
  };
};
