/** Text that is program code, an attack or a slip of the clipboard: it asks for nothing. Takes folded text. */

const statements =
  /['";]\s*(?:drop|delete|insert|update|alter|truncate|select|union|exec)\b|^(?:drop (?:table|database|collection|index)|delete from|insert into|truncate table|alter table|union (?:all )?select)\s+[\w*]|\bselect (?:\*|[\w.]+(?:, ?[\w.]+)+) from \w|\bunion (?:all )?select\b/;
const operators =
  /\$(?:gte?|lte?|ne|eq|n?in|where|regex|or|and|not|nor|exists|expr|function|set|unset|lookup|match)\b|\bdb\.\w+\.\w+\s*\(/;
const conditions = /['"]\s*(?:or|and)\s+['"]?\w+['"]?\s*(?:=|like\b|<|>)|['";]\s*--\s*$|['"];\s*(?:--|#|\/\*)/;

export const isCodeText = (folded: string): boolean =>
  statements.test(folded) || operators.test(folded) || conditions.test(folded);
