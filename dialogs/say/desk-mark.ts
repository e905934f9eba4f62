import type { ReplyPart } from '../reply.ts';
import type { CounterofferChannelData } from './cards.ts';

/** What a widget draws beside the words when a reply hands over: the place in the line, or a form to leave an address in. */
export const deskMarkOf = (parts: readonly ReplyPart[]): CounterofferChannelData['desk'] => {
  for (const part of parts) {
    if (part.kind === 'queued' || part.kind === 'still-queued')
      return { change: 'queued', position: part.position, waitSeconds: part.expectedSeconds ?? null };
    if (part.kind === 'desk-closed') return { change: 'contact' };
  }
  return undefined;
};
