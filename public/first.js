/* Runs before the application: sends its first requests, and sets the theme. */

/* Requests, while the application is still loading, what it needs first: config.json and, in a tab that is signed in, both lists.
   src/services/first-answers.ts uses the answers, tests/app/first-script.test.tsx compares. Unusual cases are left to the application. */
;(function () {
  var base, view, answers

  function ask(address, token, then) {
    var headers = token ? { Authorization: 'Bearer ' + token } : {}
    var how = {
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: headers,
    }
    var asked = { wall: Date.now(), steady: performance.now() }
    var answer = fetch(address, how).then(then)
    answer.catch(function () {})
    answers.set(address, { answer: answer, asked: asked, token: token })
  }

  function heldSignIn(gateway) {
    var place = ' ' + base + ' ' + gateway
    var held = JSON.parse(sessionStorage.getItem('regards-dashboard-credentials' + place)) || {}
    /* Another mark: a user has signed out meanwhile, in another tab. */
    var mark = localStorage.getItem('regards-dashboard-signed-out' + place) || ''
    return held.gateway === gateway && held.identity && (held.mark || '') === mark && held
  }

  /* The last sort of a list, as src/stores/list-choices.ts keeps it for this account. */
  function keptSort(list, gateway, identity) {
    try {
      var owner = JSON.stringify([identity.project, identity.user])
      var mark = 2166136261
      for (var n = 0; n < owner.length; n++) mark = Math.imul(mark ^ owner.charCodeAt(n), 16777619)
      var all = JSON.parse(localStorage.getItem('regards-dashboard-lists ' + base + ' ' + gateway))
      return all[(mark >>> 0).toString(36)][list].sort
    } catch {
      return undefined
    }
  }

  function isSeveral(name) {
    return /State$/.test(name) && /,|^(stalled|leftOut|changed|attention)$/.test(view.get(name))
  }

  function askList(service, token, unique, order, filters) {
    /* Several states are several questions, and what REGARDS does not filter by is looked for: they wait for the application. */
    if (filters.some(isSeveral) || (filters.indexOf('sessionName') > 0 && view.get('sessionSince'))) return
    var query = new URLSearchParams('page=0&size=50')
    query.append('sort', order ? order[1] + ',' + order[2] : 'lastUpdateDate,desc')
    if (!order || order[1] !== unique) query.append('sort', unique + ',asc')
    filters.forEach(function (name) {
      var value = view.get(name)
      if (!value || (/State$/.test(name) && !/^(ok|errors|running|waiting)$/.test(value))) return
      query.append(name === 'source' ? 'sourceName' : name, value)
    })
    ask(service + '?' + query, token)
  }

  function askLists(text) {
    var config = JSON.parse(text)
    var gateway = config.gateway.replace(/\/+$/, '')
    var home = new URL(gateway, location.origin).href
    var held = config.token !== 'memory' && heldSignIn(home)
    var token = held && held.accessToken
    if (typeof token !== 'string' || !token) return
    var sourceSort = /^(name|nbSessions|lastUpdateDate),(asc|desc)(,|$)/
    var sessionSort = /^(name|source|creationDate|lastUpdateDate|id),(asc|desc)(,|$)/
    var sources = sourceSort.exec(view.get('sourceSort')) || sourceSort.exec(keptSort('sources', home, held.identity))
    var sessions =
      sessionSort.exec(view.get('sessionSort')) || sessionSort.exec(keptSort('sessions', home, held.identity))
    var service = gateway + '/api/v1/rs-admin/'
    askList(service + 'sources', token, 'name', sources, ['sourceName', 'sourceState'])
    askList(service + 'sessions', token, 'id', sessions, ['source', 'sessionName', 'sessionState'])
  }

  try {
    base = new URL('./', document.currentScript.src).pathname
    view = new URLSearchParams(location.search)
    var isBoard = location.pathname === base || location.pathname === base + 'index.html'
    /* In the demo build only its worker answers. */
    if (document.currentScript.dataset.demo || window.top !== window.self || !isBoard) return
    answers = window.__firstAnswers = new Map()
    ask(base + 'config.json', undefined, function (response) {
      /* The application gets it once the lists are requested: it does not request them itself. */
      return response
        .clone()
        .text()
        .then(askLists)
        .catch(function () {})
        .then(function () {
          return response
        })
    })
  } catch {
    /* The application shows the error. */
  }
})()

/* The chosen colours and language before anything is drawn: the key and its shape are those of src/stores/preferences.ts, the backgrounds
   those of src/ui/theme.ts. Set by script: a style sheet of two lines would be one more file to wait for. */
;(function () {
  var chosen = {}
  try {
    /* The path of this file: config.json, and with it the gateway, is not read yet. */
    var path = new URL('./', document.currentScript.src).pathname
    var stored = localStorage.getItem('regards-dashboard-preferences ' + path)
    chosen = (JSON.parse(stored === null ? localStorage.getItem('regards-dashboard') : stored) || {}).state || {}
  } catch {
    /* Storage refused or damaged: the system decides. */
  }
  var isDark =
    chosen.theme === 'dark' || (chosen.theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-color-scheme', isDark ? 'dark' : 'light')
  document.documentElement.style.backgroundColor = isDark ? '#10151b' : '#f3f5f7'
  if (/^[a-z]{2,3}$/.test(chosen.language)) document.documentElement.lang = chosen.language
})()
