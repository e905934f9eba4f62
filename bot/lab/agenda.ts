/** What happens next: events leave in the order of their time, and of their arrival where times are equal. */
export class Agenda<T> {
  readonly #items: { readonly at: number; readonly seq: number; readonly event: T }[] = [];
  #seq = 0;

  get next(): number {
    return this.#items[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  add(at: number, event: T): void {
    const items = this.#items;
    items.push({ at, seq: this.#seq++, event });
    let i = items.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.#before(i, parent)) break;
      [items[i], items[parent]] = [items[parent]!, items[i]!];
      i = parent;
    }
  }

  /** Undefined when nothing is left. */
  take(): { readonly at: number; readonly event: T } | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < items.length && this.#before(child, least)) least = child;
      if (least === i) return first;
      [items[i], items[least]] = [items[least]!, items[i]!];
      i = least;
    }
  }

  #before(a: number, b: number): boolean {
    const x = this.#items[a]!;
    const y = this.#items[b]!;
    return x.at < y.at || (x.at === y.at && x.seq < y.seq);
  }
}
