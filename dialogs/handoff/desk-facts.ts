import type { Contact, DeskSettings } from '../../knowledge/domain/desk.ts';
import type { TicketId } from '../../knowledge/domain/ids.ts';

/** What a turn knows of the desk, read only when it may matter. */
export interface DeskFacts {
  readonly settings: DeskSettings;
  /** By its hours, and there is a desk at all. */
  readonly open: boolean;
  /** When it opens next; null: it is open, or never opens. */
  readonly opensAt: Date | null;
  readonly timeZone: string;
  /** Somebody is there now. */
  readonly staffed: boolean;
  /** Of this conversation when it waits, else of one that would join. */
  readonly position: number;
  /** Null: nobody is there, so nothing can be promised. */
  readonly expectedSeconds: number | null;
  /** A ticket of this conversation that waits for a way to answer it. */
  readonly unanswered: TicketId | null;
}

const email = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9.-]{0,190}\.[a-z]{2,24}/i;
const phone = /(?:\+|00)?\d[\d\s().-]{6,18}\d/;

/** An e-mail address or a phone number left in a message; of both the address. */
export const contactIn = (text: string): Contact | null => {
  const mail = email.exec(text)?.[0];
  if (mail) return { kind: 'email', value: mail };
  const number = phone.exec(text)?.[0];
  const digits = number?.replace(/\D/g, '') ?? '';
  return number && digits.length >= 7 && digits.length <= 15 ? { kind: 'phone', value: number.trim() } : null;
};
