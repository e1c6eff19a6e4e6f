// Sets theme and language before the first paint, so that the page does not flash. An external file: the page's
// policy allows no inline script.
(function () {
  const root = document.documentElement;
  let theme = null;
  let language = null;
  try {
    theme = localStorage.getItem('intramura.theme');
    language = localStorage.getItem('intramura.language');
  } catch {
    // Storage may be switched off; the defaults do.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = theme === 'light' || theme === 'dark' ? theme : dark ? 'dark' : 'light';
  root.dataset.mantineColorScheme = scheme;
  const chinese = language === null ? navigator.language.toLowerCase().startsWith('zh') : language === 'zh';
  root.lang = chinese ? 'zh-CN' : 'en';
})();
