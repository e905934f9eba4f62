/** The `wasm` side of ../ops.ts, ../sequence-ops.ts and ../sparse-ops.ts: shapes, room for results, and one call each. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { dropThreshold, seedWord } from '../dropout-mask.ts';
import { denseKernels } from './dense-kernels.ts';
import { type FusedKernel, fusedKernelName } from './fused-names.ts';
import { type Kernel, type Own, sizeOf } from './own-kernel.ts';

const rowsOf = (x: TensorInfo): [rows: number, columns: number] => {
  const columns = x.shape.at(-1)!;
  return [sizeOf(x.shape.slice(0, -1)), columns];
};

/** largest + log(sum of e^(x - largest)) per row. */
const logSumsOf = ({ heap, simd }: Own, x: TensorInfo): TensorInfo => {
  const [rows, columns] = rowsOf(x);
  const out = heap.output([rows]);
  heap.borrow(rows * 4, sums => {
    simd.rowExponents(rows, columns, heap.addressOf(x), heap.addressOf(out), sums);
    const values = heap.view(out);
    const added = new Float32Array(heap.memory.buffer, sums, rows);
    for (let i = 0; i < rows; i++) values[i] = values[i]! + Math.log(added[i]!);
  });
  return out;
};

const crossEntropy: Kernel = (own, { logits, labels }) => {
  const { heap } = own;
  const [rows, columns] = rowsOf(logits!);
  const logSums = logSumsOf(own, logits!);
  const loss = heap.output([rows]);
  const [losses, sums, ids, scores] = [heap.view(loss), heap.view(logSums), heap.view(labels!), heap.view(logits!)];
  for (let i = 0; i < rows; i++) {
    const label = ids[i]!;
    if (label >= columns) throw new RangeError(`Label ${label} of row ${i} is not one of ${columns} classes`);
    losses[i] = label < 0 ? 0 : sums[i]! - scores[i * columns + label]!;
  }
  return [loss, logSums];
};

const crossEntropyGradient: Kernel = ({ heap, simd }, { dy, logits, logSums, labels }) => {
  const [rows, columns] = rowsOf(logits!);
  const out = heap.output(logits!.shape);
  const [x, sums, ids] = [heap.addressOf(logits!), heap.addressOf(logSums!), heap.addressOf(labels!)];
  simd.crossEntropyGradient(rows, columns, x, sums, ids, heap.addressOf(dy!), heap.addressOf(out));
  return out;
};

const multinomialLoss: Kernel = (own, { logits, counts }) => {
  const { heap, simd } = own;
  const [rows, columns] = rowsOf(logits!);
  const logSums = logSumsOf(own, logits!);
  const [loss, totals] = [heap.output([rows]), heap.output([rows])];
  const [x, c] = [heap.addressOf(logits!), heap.addressOf(counts!)];
  simd.countedRows(rows, columns, x, c, heap.addressOf(totals), heap.addressOf(loss));
  const [losses, sums, all] = [heap.view(loss), heap.view(logSums), heap.view(totals)];
  for (let i = 0; i < rows; i++) losses[i] = all[i]! * sums[i]! - losses[i]!;
  return [loss, logSums, totals];
};

const multinomialLossGradient: Kernel = ({ heap, simd }, { dy, logits, counts, logSums, totals }) => {
  const [rows, columns] = rowsOf(logits!);
  const out = heap.output(logits!.shape);
  const [x, c, sums] = [heap.addressOf(logits!), heap.addressOf(counts!), heap.addressOf(logSums!)];
  simd.multinomialGradient(
    rows,
    columns,
    x,
    c,
    sums,
    heap.addressOf(totals!),
    heap.addressOf(dy!),
    heap.addressOf(out),
  );
  return out;
};

const layerNorm: Kernel = ({ heap, simd }, { x, scale, shift }, { epsilon }) => {
  const [rows, columns] = rowsOf(x!);
  const [y, means, spreads] = [heap.output(x!.shape), heap.output([rows]), heap.output([rows])];
  simd.layerNorm(
    rows,
    columns,
    heap.addressOf(x!),
    heap.addressOf(scale!),
    heap.addressOf(shift!),
    epsilon as number,
    heap.addressOf(y),
    heap.addressOf(means),
    heap.addressOf(spreads),
  );
  return [y, means, spreads];
};

const layerNormGradient: Kernel = ({ heap, simd }, { dy, x, scale, mean, spread }) => {
  const [rows, columns] = rowsOf(x!);
  const out = [heap.output(x!.shape), heap.output(scale!.shape), heap.output(scale!.shape)];
  const [dx, dscale, dshift] = out.map(heap.addressOf) as [number, number, number];
  const [g, input, gain] = [heap.addressOf(dy!), heap.addressOf(x!), heap.addressOf(scale!)];
  simd.layerNormGradient(
    rows,
    columns,
    g,
    input,
    gain,
    heap.addressOf(mean!),
    heap.addressOf(spread!),
    dx,
    dscale,
    dshift,
  );
  return out;
};

const gelu: Kernel = ({ heap, simd }, { x }) => {
  const out = heap.output(x!.shape);
  simd.gelu(sizeOf(x!.shape), heap.addressOf(x!), heap.addressOf(out));
  return out;
};

const geluGradient: Kernel = ({ heap, simd }, { dy, x }) => {
  const out = heap.output(x!.shape);
  simd.geluGradient(sizeOf(x!.shape), heap.addressOf(dy!), heap.addressOf(x!), heap.addressOf(out));
  return out;
};

const dropout: Kernel = ({ heap, simd }, { x }, attributes) => {
  const [rate, seed] = [attributes.rate as number, attributes.seed as number];
  const out = heap.output(x!.shape);
  const [from, to] = [heap.addressOf(x!), heap.addressOf(out)];
  simd.dropout(sizeOf(x!.shape), seedWord(seed), dropThreshold(rate), 1 / (1 - rate), from, to);
  return out;
};

const sumOfRows: Kernel = ({ heap, simd }, { table, rows, ends, weights }) => {
  const [lists, columns] = [ends!.shape[0]!, table!.shape[1]!];
  const out = heap.output([lists, columns]);
  const [e, r, w] = [heap.addressOf(ends!), heap.addressOf(rows!), heap.addressOf(weights!)];
  simd.sumOfRows(lists, columns, e, r, w, heap.addressOf(table!), heap.addressOf(out));
  return out;
};

const sumOfRowsGradient: Kernel = ({ heap, simd }, { dy, rows, ends, weights }, attributes) => {
  const [lists, columns] = dy!.shape as [number, number];
  const height = attributes.height as number;
  const out = heap.output([height, columns]);
  const [e, r, w] = [heap.addressOf(ends!), heap.addressOf(rows!), heap.addressOf(weights!)];
  simd.scatterLists(lists, columns, height, e, r, w, heap.addressOf(dy!), heap.addressOf(out));
  return out;
};

const attention: Kernel = ({ heap, simd }, { q, k, v, seen }, attributes) => {
  const [batch, length, width] = q!.shape as [number, number, number];
  const heads = attributes.heads as number;
  const [out, shares] = [heap.output(q!.shape), heap.output([batch, heads, length, length])];
  heap.borrow(simd.gemmScratch(), scratch =>
    simd.attention(
      batch,
      length,
      heads,
      width / heads,
      +!!attributes.causal,
      heap.addressOf(q!),
      heap.addressOf(k!),
      heap.addressOf(v!),
      seen ? heap.addressOf(seen) : 0,
      heap.addressOf(shares),
      heap.addressOf(out),
      scratch,
    ),
  );
  return [out, shares];
};

const attentionGradient: Kernel = ({ heap, simd }, { dy, q, k, v, shares }, attributes) => {
  const [batch, length, width] = q!.shape as [number, number, number];
  const heads = attributes.heads as number;
  const out = [heap.output(q!.shape), heap.output(q!.shape), heap.output(q!.shape)];
  heap.borrow(length * length * 4 + simd.gemmScratch(), table => {
    const [dq, dk, dv] = out.map(heap.addressOf) as [number, number, number];
    const [g, a, b, c, p] = [dy!, q!, k!, v!, shares!].map(heap.addressOf) as [number, number, number, number, number];
    const scratch = table + length * length * 4;
    simd.attentionGradient(batch, length, heads, width / heads, g, a, b, c, p, dq, dk, dv, table, scratch);
  });
  return out;
};

const gru: Kernel = ({ heap, simd }, { inputs, recurrent, bias, seen }) => {
  const [batch, length] = inputs!.shape as [number, number, number];
  const units = recurrent!.shape[0]!;
  const [states, kept] = [heap.output([batch, length, units]), heap.output([batch, length, 4 * units])];
  heap.borrow(batch * units * 12 + simd.gemmScratch(), table =>
    simd.gru(
      batch,
      length,
      units,
      heap.addressOf(inputs!),
      heap.addressOf(recurrent!),
      heap.addressOf(bias!),
      seen ? heap.addressOf(seen) : 0,
      heap.addressOf(states),
      heap.addressOf(kept),
      table,
      table + batch * units * 12,
    ),
  );
  return [states, kept];
};

const gruGradient: Kernel = ({ heap, simd }, { dy, recurrent, states, kept, seen }) => {
  const [batch, length, units] = states!.shape as [number, number, number];
  const out = [heap.output([batch, length, 3 * units]), heap.output(recurrent!.shape), heap.output([3 * units])];
  heap.borrow(batch * units * 16 + simd.gemmScratch(), table => {
    const [dx, du, db] = out.map(heap.addressOf) as [number, number, number];
    const [g, u, h, k] = [dy!, recurrent!, states!, kept!].map(heap.addressOf) as [number, number, number, number];
    const mask = seen ? heap.addressOf(seen) : 0;
    simd.gruGradient(batch, length, units, g, u, h, k, mask, dx, du, db, table, table + batch * units * 16);
  });
  return out;
};

const byKernel: Readonly<Record<FusedKernel, Kernel>> = {
  crossEntropy,
  crossEntropyGradient,
  multinomialLoss,
  multinomialLossGradient,
  layerNorm,
  layerNormGradient,
  gelu,
  geluGradient,
  dropout,
  sumOfRows,
  sumOfRowsGradient,
  attention,
  attentionGradient,
  ...denseKernels,
  gru,
  gruGradient,
};

export const fusedKernels: Readonly<Record<string, Kernel>> = Object.fromEntries(
  Object.entries(byKernel).map(([name, kernel]) => [fusedKernelName(name as FusedKernel), kernel]),
);
