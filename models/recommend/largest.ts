let scratch = new Float32Array(0);

/** The `place`-th largest of the values, from 1 on, by quickselect (Hoare 1961); the order of the values stays. */
export const largestAt = (values: Float32Array, place: number): number => {
  if (scratch.length < values.length) scratch = new Float32Array(values.length);
  scratch.set(values);
  let [low, high] = [0, values.length - 1];
  const at = place - 1;
  while (low < high) {
    const pivot = scratch[(low + high) >> 1]!;
    let [i, j] = [low, high];
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
