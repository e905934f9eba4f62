import type { Activity } from 'botbuilder-core';
import type { Clock } from '../../../knowledge/domain/clock.ts';
import type { TranscriptEntry } from '../../../knowledge/domain/conversation.ts';
import type { ConversationId } from '../../../knowledge/domain/ids.ts';
import type { TranscriptStore } from '../../../knowledge/ports/conversations.ts';
import type { LiveStreams } from './live-streams.ts';
import { isVisible } from './visible.ts';

/** The one place where an activity enters a web conversation: first durably into the transcript, then onto the sockets. */
export class ConversationLog {
  readonly #transcripts: TranscriptStore;
  readonly #streams: LiveStreams;
  readonly #clock: Clock;

  constructor(transcripts: TranscriptStore, streams: LiveStreams, clock: Clock) {
    this.#transcripts = transcripts;
    this.#streams = streams;
    this.#clock = clock;
  }

  /** Appends once per activity id; returns its number. */
  async append(
    conversation: ConversationId,
    from: TranscriptEntry['from'],
    activity: Partial<Activity> & { id: string },
  ): Promise<number> {
    const json = JSON.stringify(activity);
    const seq = await this.#transcripts.append({
      conversation,
      activityId: activity.id,
      from,
      activity: json,
      at: this.#clock(),
    });
    this.#streams.publish(conversation, seq, json, isVisible(activity));
    return seq;
  }

  /** As `append`, unless `allowed` says no at the moment its number is taken: then nothing is written. Null: not allowed. */
  async appendIf(
    conversation: ConversationId,
    from: TranscriptEntry['from'],
    activity: Partial<Activity> & { id: string },
    allowed: () => Promise<boolean>,
  ): Promise<number | null> {
    const json = JSON.stringify(activity);
    const at = this.#clock();
    const entry = { conversation, activityId: activity.id, from, activity: json, at };
    const seq = await this.#transcripts.appendIf(entry, allowed);
    if (seq !== null) this.#streams.publish(conversation, seq, json, isVisible(activity));
    return seq;
  }

  async has(conversation: ConversationId, activityId: string): Promise<boolean> {
    return (await this.#transcripts.get(conversation, activityId)) !== null;
  }

  stream(conversation: ConversationId, activity: Partial<Activity>): void {
    if (isVisible(activity)) this.#streams.publishTransient(conversation, JSON.stringify(activity));
  }

  /** Visible activities after `seq` and the number read up to. */
  async after(
    conversation: ConversationId,
    seq: number,
    limit: number,
  ): Promise<{ activities: unknown[]; read: number }> {
    const entries = await this.#transcripts.after(conversation, seq, limit);
    const activities = entries.map(e => JSON.parse(e.activity) as Partial<Activity>).filter(isVisible);
    return { activities, read: entries.at(-1)?.seq ?? seq };
  }
}
