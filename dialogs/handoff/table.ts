import type { DeskState } from '../../knowledge/domain/conversation.ts';

export const deskStates = ['bot', 'waiting', 'agent', 'closed'] as const satisfies readonly DeskState[];

/** What can happen to a conversation, as the desk sees it. */
export const deskEvents = [
  'shopper-writes',
  'shopper-returns', // writes soon after it was closed, and the last owner is there
  'hand-off', // a rule or the shopper wants a person
  'leave-queue',
  'claim', // from the queue, or barging in
  'reply', // a human message by any route, from the owner or from anybody while no person has it
  'foreign-reply', // from another person than the owner
  'take-over', // a supervisor takes it from a colleague
  'transfer-agent',
  'transfer-department',
  'return-to-queue',
  'return-to-bot',
  'close',
  'lease-expired', // the owner's consoles have been silent
  'wait-expired', // nobody came in time
] as const;
export type DeskEventKind = (typeof deskEvents)[number];

/** What has to be done besides the change of owner, in this order; each is safe to repeat. */
export type DeskEffect =
  | 'open-ticket'
  | 'assign-ticket'
  | 'close-ticket'
  | 'keep-ticket' // stays open for a follow-up
  | 'tell-queued'
  | 'tell-joined'
  | 'tell-left-queue'
  | 'tell-back-in-queue'
  | 'tell-transferred'
  | 'tell-bot-is-back'
  | 'tell-nobody-came'
  | 'tell-closed'
  | 'tell-reopened'
  | 'deliver' // the human message goes out
  | 'to-desk' // the shopper's message is the desk's to answer
  | 'to-bot'; // the shopper's message is the bot's to answer

export type DeskRefusal = 'taken' | 'closed' | 'not-yours' | 'not-waiting' | 'waiting-already' | 'not-due';

export type DeskTransition =
  | { readonly to: DeskState; readonly effects: readonly DeskEffect[] }
  | { readonly refused: DeskRefusal };

const to = (state: DeskState, ...effects: DeskEffect[]): DeskTransition => ({ to: state, effects });
const no = (refused: DeskRefusal): DeskTransition => ({ refused });

/** Every pair of state and event: one owner at a time, and nobody speaks out of turn. */
const deskTable: Readonly<Record<DeskState, Readonly<Record<DeskEventKind, DeskTransition>>>> = {
  bot: {
    'shopper-writes': to('bot', 'to-bot'),
    'shopper-returns': to('bot', 'to-bot'),
    'hand-off': to('waiting', 'open-ticket', 'tell-queued'),
    'leave-queue': no('not-waiting'),
    claim: to('agent', 'open-ticket', 'assign-ticket', 'tell-joined'),
    reply: to('agent', 'open-ticket', 'assign-ticket', 'tell-joined', 'deliver'),
    'foreign-reply': no('not-yours'),
    'take-over': to('agent', 'open-ticket', 'assign-ticket', 'tell-joined'),
    'transfer-agent': no('not-yours'),
    'transfer-department': no('not-yours'),
    'return-to-queue': no('not-yours'),
    'return-to-bot': no('not-yours'),
    close: no('not-yours'),
    'lease-expired': no('not-due'),
    'wait-expired': no('not-due'),
  },
  waiting: {
    'shopper-writes': to('waiting', 'to-desk', 'to-bot'),
    'shopper-returns': to('waiting', 'to-desk', 'to-bot'),
    'hand-off': no('waiting-already'),
    'leave-queue': to('bot', 'close-ticket', 'tell-left-queue'),
    claim: to('agent', 'assign-ticket', 'tell-joined'),
    reply: to('agent', 'assign-ticket', 'tell-joined', 'deliver'),
    'foreign-reply': no('not-yours'),
    'take-over': to('agent', 'assign-ticket', 'tell-joined'),
    'transfer-agent': no('not-yours'),
    'transfer-department': no('not-yours'),
    'return-to-queue': no('waiting-already'),
    'return-to-bot': no('not-yours'),
    close: no('not-yours'),
    'lease-expired': no('not-due'),
    'wait-expired': to('bot', 'keep-ticket', 'tell-nobody-came'),
  },
  agent: {
    'shopper-writes': to('agent', 'to-desk'),
    'shopper-returns': to('agent', 'to-desk'),
    'hand-off': no('taken'),
    'leave-queue': no('not-waiting'),
    claim: no('taken'),
    reply: to('agent', 'deliver'),
    'foreign-reply': no('taken'),
    'take-over': to('agent', 'assign-ticket', 'tell-joined'),
    'transfer-agent': to('agent', 'assign-ticket', 'tell-transferred'),
    'transfer-department': to('waiting', 'tell-transferred'),
    'return-to-queue': to('waiting', 'tell-back-in-queue'),
    'return-to-bot': to('bot', 'close-ticket', 'tell-bot-is-back'),
    close: to('closed', 'close-ticket', 'tell-closed'),
    'lease-expired': to('waiting', 'tell-back-in-queue'),
    'wait-expired': no('not-due'),
  },
  closed: {
    'shopper-writes': to('bot', 'to-bot'),
    'shopper-returns': to('waiting', 'open-ticket', 'tell-reopened', 'to-desk'),
    'hand-off': to('waiting', 'open-ticket', 'tell-queued'),
    'leave-queue': no('not-waiting'),
    claim: to('agent', 'open-ticket', 'assign-ticket', 'tell-joined'),
    reply: no('closed'),
    'foreign-reply': no('closed'),
    'take-over': to('agent', 'open-ticket', 'assign-ticket', 'tell-joined'),
    'transfer-agent': no('closed'),
    'transfer-department': no('closed'),
    'return-to-queue': no('closed'),
    'return-to-bot': no('closed'),
    close: no('closed'),
    'lease-expired': no('not-due'),
    'wait-expired': no('not-due'),
  },
};

export const deskTransition = (state: DeskState, event: DeskEventKind): DeskTransition => deskTable[state][event];
