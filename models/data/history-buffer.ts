import type { History } from './interactions.ts';

/** Room for one history at a time: each one made here takes over the memory of the one before. */
export class HistoryBuffer {
  private items = new Int32Array(64);
  private at = new Float64Array(64);
  private weight = new Float32Array(64);
  private fitting = new Int32Array(0);
  private count = 0;
  /** Views of as many events as the last history had: many have the same number. */
  private views: History = { items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() };

  /** Forgets all; at most `most` events will come. */
  start(most: number): void {
    this.count = 0;
    if (most <= this.items.length) return;
    this.items = new Int32Array(most * 2);
    this.at = new Float64Array(most * 2);
    this.weight = new Float32Array(most * 2);
    this.views = { items: this.items.subarray(0, 0), at: this.at.subarray(0, 0), weight: this.weight.subarray(0, 0) };
  }

  add(item: number, at: number, weight: number): void {
    this.items[this.count] = item;
    this.at[this.count] = at;
    this.weight[this.count++] = weight;
  }

  /** As `add`, before all that is later; of the same moment the one that came first stays first. */
  insert(item: number, at: number, weight: number): void {
    let slot = this.count++;
    for (; slot > 0 && this.at[slot - 1]! > at; slot--) {
      this.items[slot] = this.items[slot - 1]!;
      this.at[slot] = this.at[slot - 1]!;
      this.weight[slot] = this.weight[slot - 1]!;
    }
    this.items[slot] = item;
    this.at[slot] = at;
    this.weight[slot] = weight;
  }

  /** What was added, as an object of its own, so that a model tells it from the history before by identity. */
  done(fitting?: Int32Array): History {
    const { count } = this;
    if (this.views.items.length !== count)
      this.views = {
        items: this.items.subarray(0, count),
        at: this.at.subarray(0, count),
        weight: this.weight.subarray(0, count),
      };
    const { items, at, weight } = this.views;
    return fitting === undefined ? { items, at, weight } : { items, at, weight, fitting };
  }

  copy({ items, at, weight, fitting }: History): History {
    this.start(items.length);
    for (let e = 0; e < items.length; e++) this.add(items[e]!, at[e]!, weight[e]!);
    if (fitting === undefined) return this.done();
    if (this.fitting.length !== fitting.length) this.fitting = new Int32Array(fitting.length);
    this.fitting.set(fitting);
    return this.done(this.fitting);
  }
}
