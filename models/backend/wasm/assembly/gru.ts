/** A gated recurrent unit over whole sequences; the formulas stand in ../../sequence-ops.ts. `units` is a multiple of 4. */
import { gemm } from './gemm';
import { madd, sigmoid4, tanh4 } from './vector';

/**
 * inputs [batch, length, 3 units], recurrent [units, 3 units], bias [3 units], seen [batch, length] or 0; gives states
 * [batch, length, units] and what the gradient needs, kept [batch, length, 4 units]: z, r, n and h U_n + b_n. `table`: room for
 * batch * 3 units floats.
 */
export function gru(
  batch: i32, length: i32, units: i32, inputs: usize, recurrent: usize, bias: usize, seen: usize, states: usize,
  kept: usize, table: usize, scratch: usize,
): void {
  const bytes = (<usize>units) << 2;
  for (let t = 0; t < length; t++) {
    const before = states + <usize>(t - 1) * bytes;
    if (t == 0) memory.fill(table, 0, <usize>batch * 3 * bytes);
    else gemm(false, false, false, batch, 3 * units, units, before, length * units, recurrent, 3 * units, table, 3 * units, scratch);
    for (let b = 0; b < batch; b++) {
      const place = <usize>(b * length + t);
      const x = inputs + place * 3 * bytes;
      const g = table + <usize>b * 3 * bytes;
      const keep = kept + place * 4 * bytes;
      const h = states + place * bytes;
      const skips = seen != 0 && f32.load(seen + (place << 2)) == 0;
      for (let i: usize = 0; i < bytes; i += 16) {
        const z = sigmoid4(f32x4.add(v128.load(x + i), f32x4.add(v128.load(g + i), v128.load(bias + i))));
        const r = sigmoid4(
          f32x4.add(v128.load(x + bytes + i), f32x4.add(v128.load(g + bytes + i), v128.load(bias + bytes + i))),
        );
        const old = f32x4.add(v128.load(g + 2 * bytes + i), v128.load(bias + 2 * bytes + i));
        const n = tanh4(madd(r, old, v128.load(x + 2 * bytes + i)));
        v128.store(keep + i, z);
        v128.store(keep + bytes + i, r);
        v128.store(keep + 2 * bytes + i, n);
        v128.store(keep + 3 * bytes + i, old);
        const last = t == 0 ? f32x4.splat(0) : v128.load(h - bytes + i);
        v128.store(h + i, skips ? last : madd(z, f32x4.sub(last, n), n));
      }
    }
  }
}

/** `table`: room for batch * 4 units floats. */
export function gruGradient(
  batch: i32, length: i32, units: i32, dy: usize, recurrent: usize, states: usize, kept: usize, seen: usize, dinputs: usize,
  drecurrent: usize, dbias: usize, table: usize, scratch: usize,
): void {
  const bytes = (<usize>units) << 2;
  const carry = table;
  const gates = table + <usize>batch * bytes;
  const one = f32x4.splat(1);
  memory.fill(carry, 0, <usize>batch * bytes);
  memory.fill(drecurrent, 0, <usize>units * 3 * bytes);
  memory.fill(dbias, 0, 3 * bytes);
  for (let t = length - 1; t >= 0; t--) {
    for (let b = 0; b < batch; b++) {
      const place = <usize>(b * length + t);
      const keep = kept + place * 4 * bytes;
      const change = dy + place * bytes;
      const dx = dinputs + place * 3 * bytes;
      const h = states + place * bytes;
      const g = gates + <usize>b * 3 * bytes;
      const c = carry + <usize>b * bytes;
      if (seen != 0 && f32.load(seen + (place << 2)) == 0) {
        for (let i: usize = 0; i < bytes; i += 16) v128.store(c + i, f32x4.add(v128.load(c + i), v128.load(change + i)));
        memory.fill(dx, 0, 3 * bytes);
        memory.fill(g, 0, 3 * bytes);
        continue;
      }
      for (let i: usize = 0; i < bytes; i += 16) {
        const z = v128.load(keep + i), r = v128.load(keep + bytes + i), n = v128.load(keep + 2 * bytes + i);
        const old = v128.load(keep + 3 * bytes + i);
        const last = t == 0 ? f32x4.splat(0) : v128.load(h - bytes + i);
        const d = f32x4.add(v128.load(c + i), v128.load(change + i));
        const dz = f32x4.mul(f32x4.mul(d, f32x4.sub(last, n)), f32x4.mul(z, f32x4.sub(one, z)));
        const dn = f32x4.mul(f32x4.mul(d, f32x4.sub(one, z)), f32x4.sub(one, f32x4.mul(n, n)));
        const dr = f32x4.mul(f32x4.mul(dn, old), f32x4.mul(r, f32x4.sub(one, r)));
        const dold = f32x4.mul(dn, r);
        v128.store(dx + i, dz);
        v128.store(dx + bytes + i, dr);
        v128.store(dx + 2 * bytes + i, dn);
        v128.store(g + i, dz);
        v128.store(g + bytes + i, dr);
        v128.store(g + 2 * bytes + i, dold);
        v128.store(dbias + i, f32x4.add(v128.load(dbias + i), dz));
        v128.store(dbias + bytes + i, f32x4.add(v128.load(dbias + bytes + i), dr));
        v128.store(dbias + 2 * bytes + i, f32x4.add(v128.load(dbias + 2 * bytes + i), dold));
        v128.store(c + i, f32x4.mul(d, z));
      }
    }
    if (t == 0) break;
    const before = states + <usize>(t - 1) * bytes;
    gemm(false, true, true, batch, units, 3 * units, gates, 3 * units, recurrent, 3 * units, carry, units, scratch);
    gemm(true, false, true, units, 3 * units, batch, before, length * units, gates, 3 * units, drecurrent, 3 * units, scratch);
  }
}
