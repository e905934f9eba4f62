import { gru4recNet } from './gru4rec.ts';
import type { NetShape, SequenceNet } from './sequence-net.ts';

/** The architectures under their models' names, each in a small shape. */
export const sequenceNets: Readonly<Record<string, { net: SequenceNet; shape: NetShape }>> = {
  gru4rec: { net: gru4recNet, shape: { width: 16, window: 10, layers: 1, heads: 1 } },
};
