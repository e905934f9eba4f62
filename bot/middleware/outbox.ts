import type { Activity, Middleware, ResourceResponse } from 'botbuilder-core';
import type { ConversationStore } from '../../knowledge/ports.ts';
import { metaOf } from './turn-meta.ts';

/**
 * Holds a turn's replies until the turn has succeeded, state saved and all: a turn that fails says nothing but the
 * apology. Ownership is checked again at this moment, so a person who took over during the turn is not talked over.
 * Typing indicators pass at once. A reply's id follows from its turn, so a turn repeated after a crash says nothing twice.
 */
export const outbox = (conversations: ConversationStore): Middleware => ({
  async onTurn(context, next) {
    const { conversation: id, turn } = metaOf(context);
    const held: Partial<Activity>[] = [];
    let holding = true;
    context.onSendActivities(async (_context, activities, send) => {
      if (!holding || activities.every(a => a.type === 'typing')) return send();
      const ids: ResourceResponse[] = [];
      for (const activity of activities) {
        activity.id = `${turn}-r${held.length}`;
        held.push(activity);
        ids.push({ id: activity.id });
      }
      return ids;
    });
    try {
      await next();
    } finally {
      holding = false;
    }
    if (held.length === 0) return;
    const conversation = await conversations.get(id);
    if (conversation?.owner === 'agent') return;
    await context.sendActivities(held);
  },
});
