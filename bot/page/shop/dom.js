export { element, icon, icons, picture } from '/widget/dom.js';

export const byId = id => document.getElementById(id);

/** A dialog with a close button, filled anew each time; a click on its backdrop closes it. */
export const showDialog = (dialog, ...children) => {
  dialog.replaceChildren(...children.filter(Boolean));
  if (!dialog.open) dialog.showModal();
};

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });
}

let hideToast = 0;
export const toast = text => {
  const node = byId('toast');
  // Shown anew each time, so that it lies above a dialog that was opened meanwhile.
  if (node.matches(':popover-open')) node.hidePopover();
  node.showPopover();
  node.textContent = text;
  node.classList.add('shown');
  clearTimeout(hideToast);
  hideToast = setTimeout(() => {
    node.classList.remove('shown');
    node.hidePopover();
  }, 3_200);
};
