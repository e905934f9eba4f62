import { Alerts } from './alerts.js';
import { api } from './api.js';
import { ApprovalsPage } from './approvals.js';
import { CannedPage } from './canned.js';
import { ConversationView } from './conversation.js';
import { Desk } from './desk.js';
import { button, byId, element, emptyState, toast } from './dom.js';
import { Frame } from './frame.js';
import { Inbox } from './inbox.js';
import { choices } from './keep.js';
import { KnowledgePage } from './knowledge.js';
import { ReportsPage } from './reports.js';
import { goToList, goToPage, readRoute } from './route.js';
import { SettingsPage } from './settings.js';
import { listenForShortcuts, showShortcuts } from './shortcuts.js';
import { showSignIn } from './sign-in.js';
import { StaffPage } from './staff.js';
import { faultText, showLanguage, w } from './text.js';

const host = byId('app');
const desk = new Desk();
const alerts = new Alerts(desk);
const inbox = new Inbox(desk);
const conversation = new ConversationView(desk);
const pages = {
  approvals: new ApprovalsPage(desk),
  knowledge: new KnowledgePage(desk),
  canned: new CannedPage(desk),
  reports: new ReportsPage(),
  staff: new StaffPage(desk),
  settings: new SettingsPage(desk),
};
const least = { approvals: 'supervisor', knowledge: 'supervisor', reports: 'supervisor', settings: 'admin' };

const signOut = async () => {
  await api.signOut().catch(() => undefined);
  leave(false);
};
const frame = new Frame(desk, { alerts, signOut });
const inboxView = element('div', { class: 'inbox-view' }, inbox.node, conversation.node);
let last = { page: null, list: null, conversation: null };

/** Shows what the address says. Someone else's page shows the queue. */
const show = () => {
  if (!desk.me) return;
  const route = readRoute();
  if (route.page === 'welcome' || route.page === 'first-admin') return goToList('queue');
  if (least[route.page] && !desk.may(least[route.page])) return goToList('queue');
  const moved = route.page !== last.page;
  if (route.page === 'inbox') {
    if (moved) frame.main.replaceChildren(inboxView);
    inboxView.dataset.pane = route.conversation ? (route.packet ? 'packet' : 'conversation') : 'list';
    inbox.show(route.list, route.conversation);
    conversation.show(route.conversation);
    const arrived = last.page !== null && route.conversation !== null && route.conversation !== last.conversation;
    if (arrived && matchMedia('(max-width: 760px)').matches) conversation.focusTranscript();
  } else {
    inbox.hide();
    conversation.show(null);
    if (moved) frame.main.replaceChildren(pages[route.page].node);
    void pages[route.page].show();
    if (moved) frame.main.focus();
  }
  last = { page: route.page, list: route.list ?? null, conversation: route.conversation ?? null };
  frame.draw();
  alerts.showTitle();
};

/** Whether a session may be there: the cookie itself is hidden from scripts, and asking without one is an error. */
const sessionKey = 'desk.session';

const enter = async me => {
  choices.write(sessionKey, true);
  desk.setMe(me);
  host.replaceChildren(frame.node);
  last = { page: null, list: null, conversation: null };
  frame.draw();
  show();
  try {
    await desk.start();
    show();
  } catch (error) {
    if (error.status === 401) return leave(true);
    frame.main.replaceChildren(
      emptyState(
        'alert',
        w().couldNotLoad,
        faultText(error),
        button(w().tryAgain, () => enter(me), { kind: 'primary' }),
      ),
    );
  }
  document.documentElement.dataset.ready = '';
};

const leave = ended => {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  choices.write(sessionKey, false);
  inbox.hide();
  conversation.show(null);
  desk.stop();
  delete document.documentElement.dataset.ready;
  void showSignIn(host, { signedIn: enter, ended });
};

desk.on('signed-out', () => desk.me && leave(true));
addEventListener('hashchange', show);
addEventListener('desk:language', () => {
  if (!desk.me) return;
  frame.draw();
  inbox.translate();
  conversation.translate();
  for (const page of Object.values(pages)) if (page.node.isConnected) page.draw();
  alerts.showTitle();
});

const go = (page, role) => () => desk.may(role) && goToPage(page);
listenForShortcuts({
  next: () => inbox.step(1),
  previous: () => inbox.step(-1),
  focusList: () => inbox.focus(),
  find: () => inbox.focusSearch(),
  takeNext: () => inbox.takeNext(),
  claim: () => conversation.claim(),
  reply: () => conversation.id && conversation.focusReply(),
  note: () => conversation.id && conversation.focusNote(),
  canned: () => conversation.id && conversation.canned(),
  product: () => conversation.id && conversation.addProduct(),
  goodwill: () => conversation.goodwill(),
  transcript: () => conversation.id && conversation.focusTranscript(),
  packet: () => conversation.id && conversation.focusPacket(),
  transfer: () => conversation.transfer(),
  backToBot: () => conversation.release('bot'),
  close: () => conversation.close(),
  availability: () => frame.toggleAvailability(),
  menu: () => frame.menu(),
  goQueue: () => goToList('queue'),
  goMine: () => goToList('mine'),
  goTeam: () => goToList('team'),
  goBot: () => goToList('bot'),
  goClosed: () => goToList('closed'),
  goApprovals: go('approvals', 'supervisor'),
  goKnowledge: go('knowledge', 'supervisor'),
  goReports: go('reports', 'supervisor'),
  goStaff: go('staff', 'agent'),
  help: showShortcuts,
  leaveText: target => {
    target.blur();
    if (conversation.id) conversation.focusTranscript();
    else inbox.focus();
  },
});

showLanguage();
const route = readRoute();
if (route.page === 'welcome') {
  void showSignIn(host, { signedIn: enter, invitation: route.token });
} else if (route.page === 'first-admin') {
  void showSignIn(host, { signedIn: enter, firstAdmin: route.token });
} else if (!choices.read(sessionKey, false)) {
  void showSignIn(host, { signedIn: enter });
} else {
  try {
    await enter(await api.me());
  } catch (error) {
    if (error.status !== 401) toast(faultText(error), 'bad');
    void showSignIn(host, { signedIn: enter });
  }
}
