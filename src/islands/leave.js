// Leave this site. Runs in the head, before anything is painted, and apart from every other script.
// Back must never show a page again: a marker outlives the page, and every arrival that is not an
// ordinary visit (Back, reload, a page kept in memory) stays covered and leaves again.
// The order in leave() matters: cover first, then the tab, then go.
(() => {
  const { to, title } = document.currentScript.dataset;
  const root = document.documentElement;
  const key = 'left';
  const pause = 5000;
  const patience = 3000;

  const marked = () => {
    try {
      return sessionStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  };
  const mark = () => {
    try {
      sessionStorage.setItem(key, '1');
    } catch {
      // Storage is blocked: leaving still works, only Back is not guarded.
    }
  };
  const unmark = () => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // As above.
    }
  };
  const cover = () => root.style.setProperty('display', 'none', 'important');

  const leave = () => {
    cover();
    document.title = title;
    for (const icon of document.querySelectorAll('link[rel~="icon"]')) icon.remove();
    mark();
    location.replace(to);
  };

  // Some hardened browsers tell nothing of how one arrived. There an entry of the history that was
  // seen before is taken for Back.
  const entry = performance.getEntriesByType('navigation')[0];
  const arrival = entry?.type ?? (history.state?.seen ? 'back_forward' : 'navigate');
  if (!entry) history.replaceState({ seen: true }, '');
  if (marked()) {
    if (arrival === 'navigate') unmark();
    else leave();
  }
  // A page that the browser keeps in memory is kept covered, so that Back has nothing to flash.
  addEventListener('pagehide', cover);
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (marked()) leave();
    else root.style.removeProperty('display');
  });

  addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[data-leave]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    leave();
  });

  // Shift three times, each within five seconds of the last, on either Shift key. Typing a capital
  // is no press: another key in between starts the count again.
  let presses = 0;
  let last = 0;
  addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') presses = 0;
  });
  addEventListener('pointerdown', () => {
    presses = 0;
  });
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift') return;
    presses = event.timeStamp - last > pause ? 1 : presses + 1;
    last = event.timeStamp;
    if (presses === 3) leave();
  });

  // No browser draws a page while a style sheet of its head hangs: the numbers would stay unseen. A sheet that
  // a script puts in is not waited for, and still applies when it comes.
  setTimeout(() => {
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"]'))
      if (!sheet.sheet) sheet.replaceWith(sheet.cloneNode());
  }, patience);

  // Firefox keeps a page in memory together with what its storage held then: on Back such a page does not
  // see the marker, not even after a reload. It keeps no page that holds a lock. The header `no-store` asks
  // for the same, but something on the way may take that off. (Chromium keeps the page, and sees the marker.)
  // Shared, for other tabs hold it too. The last line: a browser may have no locks, refuse them, or throw.
  navigator.locks?.request('page', { mode: 'shared' }, () => new Promise(() => {})).catch(() => {});
})();
