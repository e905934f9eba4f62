/**
 * Where the console is, in the address after #, so that Back, reload and a link to a colleague work:
 * #/queue, #/mine/c/<conversation>, #/mine/c/<conversation>/packet, #/reports, #/welcome/<invitation>,
 * and #first-admin=<token> as the server prints it at its first start
 */
export const lists = ['queue', 'mine', 'team', 'bot', 'closed'];
export const pages = ['approvals', 'knowledge', 'canned', 'reports', 'staff', 'settings'];

export const readRoute = (hash = location.hash) => {
  if (hash.startsWith('#first-admin=')) return { page: 'first-admin', token: hash.slice('#first-admin='.length) };
  const parts = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map(part => {
      try {
        return decodeURIComponent(part);
      } catch {
        return '';
      }
    });
  const [place] = parts;
  if (place === 'welcome') return { page: 'welcome', token: parts[1] ?? '' };
  if (pages.includes(place)) return { page: place };
  const list = lists.includes(place) ? place : 'queue';
  const conversation = parts[1] === 'c' && parts[2] ? parts[2] : null;
  return { page: 'inbox', list, conversation, packet: conversation !== null && parts[3] === 'packet' };
};

const inboxAddress = (list, conversation, packet) =>
  `#/${list}${conversation ? `/c/${encodeURIComponent(conversation)}${packet ? '/packet' : ''}` : ''}`;

export const goTo = address => {
  if (location.hash !== address) location.hash = address;
};

export const goToList = list => goTo(inboxAddress(list, null, false));
export const goToPage = page => goTo(`#/${page}`);
export const goToConversation = (conversation, { list = readRoute().list ?? 'mine', packet = false } = {}) =>
  goTo(inboxAddress(list, conversation, packet));

/** Another list around the same conversation, without a step for Back. */
export const moveToList = (list, conversation) =>
  history.replaceState(null, '', inboxAddress(list, conversation, readRoute().packet ?? false));
