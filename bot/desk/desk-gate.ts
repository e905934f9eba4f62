import { z } from 'zod';
import { outcomeOfRating } from '../../dialogs/handoff/outcome.ts';
import { isFree, worksIn } from '../../dialogs/handoff/routing.ts';
import { deskWordsIn } from '../../dialogs/say/desk-words.ts';
import { type Conversation, deskStateOf } from '../../knowledge/domain/conversation.ts';
import { asId, type TicketId } from '../../knowledge/domain/ids.ts';
import type { DeskGate } from '../middleware/handoff-gate.ts';
import { applyStatus, statusOf } from './bridge/handoff-events.ts';
import type { Desk } from './desk.ts';
import { change, tell } from './desk-changes.ts';
import { withLastWords } from './last-words.ts';

const rateShape = z.object({
  tap: z.literal('rate'),
  ticket: z.string().max(300),
  stars: z.int().min(1).max(5),
  comment: z.string().trim().max(1_000).optional(),
});

/** Where the message path meets the desk. Everything here is safe to repeat: a turn whose process died runs again. */
export const deskGate = (desk: Desk): DeskGate => ({
  taken: entry => {
    const view = desk.inbox.get(entry.conversation);
    if (view) void desk.feed.lineOf(entry.conversation, view.department ?? undefined, entry).catch(() => undefined);
  },
  typing: id => {
    const view = desk.inbox.get(id);
    if (view?.state !== 'agent') return;
    const { agent, shopper } = view;
    desk.hub.transient(
      'typing',
      { conversation: id, from: 'shopper', name: shopper.name },
      open => open.agent === agent?.id,
    );
  },
  shopperWrote: async (conversation, activity) => {
    const rated = rateShape.safeParse(activity.value);
    if (rated.success) {
      await rate(desk, conversation, rated.data);
      return 'desk';
    }
    switch (deskStateOf(conversation)) {
      case 'bot':
        return 'bot';
      case 'waiting':
        await show(desk, conversation, activity.id);
        return 'bot';
      case 'agent':
        await show(desk, conversation, activity.id);
        return 'desk';
      case 'closed':
        return returns(desk, conversation, activity.id);
    }
  },
  eventCame: async (conversation, activity) => {
    const status = desk.takesHandoffEvents ? statusOf(activity) : null;
    if (!status) return false;
    // The web channel refuses such events from shoppers; on the others the channel vouches for the sender.
    await desk.settings();
    await applyStatus(desk, conversation, status);
    return true;
  },
  turnEnded: async (conversation, said) => {
    await desk.feed.conversation(await withLastWords(desk, conversation));
    for (const id of said) await show(desk, conversation, id);
  },
});

const show = async (desk: Desk, conversation: Conversation, activity: string | undefined): Promise<void> => {
  const entry = activity ? await desk.stores.transcripts.get(conversation.id, activity) : null;
  if (entry) await desk.feed.message(conversation, entry);
};

/** Soon after it was closed, and not settled for certain, it goes to whom it was with if they have time; else to the bot. */
const returns = async (
  desk: Desk,
  conversation: Conversation,
  activity: string | undefined,
): Promise<'bot' | 'desk'> => {
  const { reopenMinutes } = await desk.settings();
  const part = conversation.desk;
  const soon = part?.closedAt && desk.now.getTime() - part.closedAt.getTime() <= reopenMinutes * 60_000;
  const last = part?.agent ? desk.agent(part.agent) : undefined;
  const there = last && isFree(desk.seatOf(last)) && worksIn(last, part?.department ?? '');
  const settled =
    part?.closeReason === 'spam' || (part && (await desk.stores.tickets.get(part.ticket))?.outcome === 'confirmed');
  const reopens = soon && there && !settled;
  const outcome = await change(desk, conversation.id, () => ({
    event: reopens ? 'shopper-returns' : 'shopper-writes',
    handoff: {
      reason: 'reopened',
      mood: part?.mood ?? 'neutral',
      valueAtRiskMinor: part?.valueAtRiskMinor ?? 0,
      ...(part?.shopperName === undefined ? {} : { shopperName: part.shopperName }),
      returning: part?.returning ?? false,
    },
  }));
  if (outcome.kind !== 'done' || outcome.conversation.owner === 'bot') return 'bot';
  if (part) await desk.stores.tickets.update(part.ticket, { outcome: 'unresolved' });
  await show(desk, outcome.conversation, activity);
  return 'desk';
};

const rate = async (
  desk: Desk,
  conversation: Conversation,
  { ticket, stars, comment }: z.output<typeof rateShape>,
): Promise<void> => {
  const id = asId<TicketId>(ticket);
  const words = deskWordsIn(conversation.language, desk.services.tone);
  const noted = await desk.stores.tickets.rate(id, conversation.shopper, stars);
  if (noted) {
    const outcome = outcomeOfRating(stars);
    if (outcome || comment) {
      await desk.stores.tickets.update(id, { ...(outcome ? { outcome } : {}), ...(comment ? { comment } : {}) });
    }
  }
  const text = !noted ? words.ratedAlready : stars >= 3 ? words.ratedWell : words.ratedBadly;
  await tell(desk, conversation, {
    // Told once per ticket, however often it is tapped.
    id: `${conversation.id}|rated-${ticket}${noted ? '' : '-again'}`,
    text,
    desk: { change: 'rating' },
  });
};
