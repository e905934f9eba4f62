/** Days on which something is given: whatever is given on them says nothing of it. Takes values of the catalogue, marked or not. */
const celebrated: ReadonlySet<string> = new Set([
  'birthday',
  'wedding',
  'christmas',
  'festival',
  'housewarming',
  'newborn',
  'party',
  'gift',
]);
export const isCelebrated = (value: string): boolean => celebrated.has(value.replace(/[“”]/g, ''));
