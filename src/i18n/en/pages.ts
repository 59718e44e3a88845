/** Words of the pages in place of the dashboard, in English. */
export const pages = {
  notFound: { title: 'Page not found', text: 'There is no page at this address.', back: 'Go to sessions' },
  config: {
    title: 'Configuration error',
    missing: 'Could not read config.json. It is missing, too large or not served. It must be next to index.html.',
    notJson: 'config.json is not valid JSON.',
    notObject: 'config.json must contain a JSON object.',
    wrongKey: 'config.json: “{{key}}” is missing or invalid. Expected: {{expected}}.',
    expected: {
      gateway: 'gateway URL (http or https, no user, query or /api/v1), or "" for this server',
      projects: 'a list of project names',
      client: 'an object with “user” and “secret” (text)',
      adminUiUrl: 'an http or https URL',
      language: 'one of {{languages}}',
      autoRefresh: '0, 10, 30 or 60',
      token: 'session or memory',
      sourceChecks: 'true or false',
      helpLinks: 'an object of http or https URLs; keys: dashboard, acquisition, oais, geojson, storages, crawling',
    },
    nothingAsked: 'No gateway was contacted. Fix the file, then reload the page.',
  },
} as const
