import { type AgentId, asId } from '../../knowledge/domain/ids.ts';

const prefix = 'elsewhere:';

/** Somebody at another desk: no account here, only the name they go by. */
export const elsewhere = (name: string): AgentId => asId<AgentId>(`${prefix}${name}`);

/** Their name; null: one of ours. */
export const nameElsewhere = (id: string): string | null => (id.startsWith(prefix) ? id.slice(prefix.length) : null);
