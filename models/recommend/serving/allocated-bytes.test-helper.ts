/** How much memory a piece of work leaves behind for the garbage collector. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const batches = 15;
const callsPerBatch = 20;
const rounds = 4;

/**
 * Bytes that one call of `work` allocates, heap and array buffers together: the median over batches of 20 calls, each begun with an empty
 * young generation so that nothing is collected in between. The least of four rounds of 300 calls, for code that is not compiled yet, which
 * on a busy machine may take a while, allocates more. `work` gets the number of the call.
 */
export const allocatedBytes = (work: (call: number) => void): number => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
  const found = new Float64Array(batches);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    for (let batch = 0; batch < batches; batch++) {
      collect({ type: 'minor' });
      const before = process.memoryUsage();
      for (let call = 0; call < callsPerBatch; call++) work(batch * callsPerBatch + call);
      const after = process.memoryUsage();
      found[batch] = (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / callsPerBatch;
    }
    least = Math.min(least, found.sort()[batches >> 1]!);
  }
  return least;
};
