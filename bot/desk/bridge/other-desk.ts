import type { AgentId, ConversationId } from '../../../knowledge/domain/ids.ts';
import type { Desk } from '../desk.ts';
import { type ChangeOutcome, change, sayAndShow } from '../desk-changes.ts';
import { speechOf } from '../door.ts';
import { elsewhere } from '../elsewhere.ts';

/** What another desk says of a conversation; the same table, the same compare-and-set, the same words as for our own staff. */
export const acceptedElsewhere = (desk: Desk, id: ConversationId, name: string): Promise<ChangeOutcome> =>
  change(desk, id, conversation =>
    conversation.owner === 'agent' ? null : { event: 'claim', agent: { id: elsewhere(name) } },
  );

export const failedElsewhere = (desk: Desk, id: ConversationId): Promise<ChangeOutcome> =>
  change(desk, id, () => ({ event: 'wait-expired' }));

export const completedElsewhere = (desk: Desk, id: ConversationId): Promise<ChangeOutcome> =>
  change(desk, id, conversation =>
    isElsewhere(conversation.desk?.agent) ? { event: 'return-to-bot', closeReason: 'elsewhere' } : null,
  );

const isElsewhere = (agent: AgentId | undefined): boolean => agent?.startsWith(elsewhere('')) ?? false;

/** A human message by any route takes the conversation, unless one of ours has it. `key` makes it one message. */
export const saidElsewhere = async (
  desk: Desk,
  id: ConversationId,
  said: { readonly key: string; readonly name: string; readonly text: string },
): Promise<'said' | 'refused'> => {
  await acceptedElsewhere(desk, id, said.name);
  const conversation = await desk.stores.conversations.get(id);
  const agent = conversation?.desk?.agent;
  if (conversation?.owner !== 'agent' || !isElsewhere(agent)) return 'refused';
  const activity = speechOf(
    conversation,
    { id: `${id}|elsewhere-${said.key}`, text: said.text, desk: { change: 'message', agent: said.name } },
    { publicUrl: desk.services.publicUrl, at: desk.now, agent: { id: elsewhere(said.name), name: said.name } },
  );
  const stillTheirs = async (): Promise<boolean> => {
    const now = await desk.stores.conversations.get(id);
    return now?.owner === 'agent' && isElsewhere(now.desk?.agent);
  };
  return (await sayAndShow(desk, conversation, 'agent', activity, stillTheirs)) === null ? 'refused' : 'said';
};
