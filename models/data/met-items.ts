/** Row numbers met one after the other, each once: a set of up to a few hundred that is made for every list and so allocates nothing. */
export class MetItems {
  /** In the order in which they were met, `count` of them. */
  rows = new Int32Array(512);
  count = 0;
  /** Place + 1 of a row, by its hash and on (open addressing); 0: free. */
  private slots = new Int32Array(1024);
  private shift = 0;
  private last = 0;

  /** Forgets all; at most `most` rows will come. */
  start(most: number): void {
    let bits = 4;
    while (2 ** bits < most * 2) bits++;
    const size = 2 ** bits;
    if (size > this.slots.length) {
      this.slots = new Int32Array(size);
      this.rows = new Int32Array(size / 2);
    } else this.slots.fill(0, 0, size);
    this.shift = 32 - bits;
    this.last = size - 1;
    this.count = 0;
  }

  /** Its place among the rows met, the last one where it is new. */
  meet(row: number): number {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    let slot = Math.imul(row, 0x9e3779b1) >>> this.shift;
    for (;;) {
      const place = this.slots[slot]! - 1;
      if (place < 0) break;
      if (this.rows[place] === row) return place;
      slot = slot === this.last ? 0 : slot + 1;
    }
    this.rows[this.count] = row;
    this.slots[slot] = this.count + 1;
    return this.count++;
  }
}
