import { mayWorkOn } from '../../dialogs/handoff/routing.ts';
import type { Agent } from '../../knowledge/domain/desk.ts';
import type { ConversationId } from '../../knowledge/domain/ids.ts';
import type { Desk } from './desk.ts';
import { type ConsoleSink, frameOf } from './desk-hub.ts';
import { entryView } from './desk-views.ts';

const pollMilliseconds = 500;
const pageSize = 100;

/**
 * Reads on in a conversation that the bot has: nothing of those is in the events, so that watching costs the bot nothing.
 * Once the desk has the conversation, its events tell the same. Returns how to stop.
 */
export const watch = (desk: Desk, id: ConversationId, agent: Agent, sink: ConsoleSink): (() => void) => {
  let seq: number | null = null;
  let reading = false;
  const look = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    try {
      const last = await desk.stores.transcripts.last(id);
      if (seq === null) {
        const conversation = await desk.stores.conversations.get(id);
        if (!conversation || !mayWorkOn(agent, conversation.desk)) return stop();
        seq = last;
      }
      if (last <= seq) return;
      for (const entry of await desk.stores.transcripts.after(id, seq, pageSize)) {
        seq = entry.seq;
        const view = entryView(entry);
        if (view) sink.send(frameOf('watched', JSON.stringify({ conversation: id, entry: view })));
      }
    } catch (err) {
      desk.log.warn({ err, conversation: id }, 'a watched conversation could not be read');
    } finally {
      reading = false;
    }
  };
  const timer = setInterval(() => void look(), pollMilliseconds);
  timer.unref();
  const stop = (): void => clearInterval(timer);
  void look();
  return stop;
};
