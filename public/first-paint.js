/* The chosen colours and language before anything is drawn: the key and its shape are those of src/stores/preferences.ts, the grounds
   those of src/ui/theme.ts. Set by script: a style sheet of two lines would be one more file to wait for. */
;(function () {
  var chosen = {}
  try {
    /* The path of this very file: config.json, and with it the gateway, is not read yet. */
    var path = new URL('./', document.currentScript.src).pathname
    var stored = localStorage.getItem('regards-dashboard-preferences ' + path)
    chosen = (JSON.parse(stored === null ? localStorage.getItem('regards-dashboard') : stored) || {}).state || {}
  } catch {
    /* Storage refused or damaged: the system decides. */
  }
  var isDark =
    chosen.theme === 'dark' || (chosen.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-color-scheme', isDark ? 'dark' : 'light')
  document.documentElement.style.backgroundColor = isDark ? '#10151b' : '#f3f5f7'
  if (/^[a-z]{2,3}$/.test(chosen.language)) document.documentElement.lang = chosen.language
})()
