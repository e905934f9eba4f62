import { gru4recNet } from './gru4rec.ts';
import { nextItNet } from './nextitnet.ts';
import { sasrecNet } from './sasrec.ts';
import type { NetShape, SequenceNet } from './sequence-net.ts';

/** The architectures under their models' names, each in a small shape. */
export const sequenceNets: Readonly<Record<string, { net: SequenceNet; shape: NetShape }>> = {
  gru4rec: { net: gru4recNet, shape: { width: 16, window: 10, layers: 1, heads: 1 } },
  sasrec: { net: sasrecNet, shape: { width: 16, window: 10, layers: 2, heads: 2 } },
  nextitnet: { net: nextItNet, shape: { width: 16, window: 10, layers: 3, heads: 1 } },
};
