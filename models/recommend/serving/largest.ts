let scratch = new Float32Array(0);

/** The `place`-th largest of the first `count` values, from 1 on, by quickselect (Hoare 1961); the order of the values stays. */
export const largestAt = (values: Float32Array, place: number, count = values.length): number => {
  if (scratch.length < count) scratch = new Float32Array(count * 2);
  if (count === values.length) scratch.set(values);
  else for (let v = 0; v < count; v++) scratch[v] = values[v]!;
  let low = 0;
  let high = count - 1;
  const at = place - 1;
  while (low < high) {
    const pivot = scratch[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (scratch[i]! > pivot) i++;
      while (scratch[j]! < pivot) j--;
      if (i > j) break;
      const other = scratch[i]!;
      scratch[i++] = scratch[j]!;
      scratch[j--] = other;
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else break;
  }
  return scratch[at]!;
};
