import type { Activity } from 'botbuilder-core';

/**
 * What may reach the shopper. Hand-off events carry the transcript and a summary for staff; notes and whispers are
 * staff talking; traces and invoke answers are plumbing.
 */
export const isVisible = (activity: Partial<Activity>): boolean => {
  if (activity.type === 'message' || activity.type === 'typing' || activity.type === 'endOfConversation') {
    return !(activity.channelData as { internal?: unknown } | undefined)?.internal;
  }
  if (activity.type !== 'event') return false;
  const name = activity.name ?? '';
  return !/^(handoff|internal|note|whisper)\b/i.test(name);
};
