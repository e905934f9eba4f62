// Before the first paint: the colours chosen earlier; without a choice the system's.
(() => {
  try {
    const theme = localStorage.getItem('desk.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the system's colours are used.
  }
})();
