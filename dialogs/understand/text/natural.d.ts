declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** 0..1, 1 = equal. */
  export default function jaroWinkler(a: string, b: string, options?: { ignoreCase?: boolean }): number;
}
