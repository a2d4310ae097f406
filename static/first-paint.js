// Runs before the app: a forced theme and the language stand from the first paint.
(function () {
  const root = document.documentElement;
  const theme = localStorage.getItem('annum.theme');
  const language = localStorage.getItem('annum.language');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
    document.querySelector('meta[name="color-scheme"]').content = theme;
  }
  if (language) root.lang = language;
})();
