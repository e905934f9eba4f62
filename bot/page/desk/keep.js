/** What this browser remembers; without storage it is remembered as long as the page lives. */
const fallback = new Map();

const keeper = storage => ({
  read: (key, otherwise = null) => {
    try {
      const text = storage().getItem(key);
      return text === null ? (fallback.get(key) ?? otherwise) : JSON.parse(text);
    } catch {
      return fallback.get(key) ?? otherwise;
    }
  },
  write: (key, value) => {
    fallback.set(key, value);
    try {
      storage().setItem(key, JSON.stringify(value));
    } catch {
      // Full or switched off.
    }
  },
});

/** Choices of the person at this browser. */
export const choices = keeper(() => localStorage);
/** Work of this tab: what was typed and not sent yet, what was seen. */
export const work = keeper(() => sessionStorage);
