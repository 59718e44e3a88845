/** Who may import whom: the layer table of docs/architecture.md, each forbidden arrow with its reason. Type-only imports count. */

/** Layer: the other layers of src that it may import. */
const MAY_IMPORT = {
  domain: [],
  i18n: ['domain'],
  services: ['domain'],
  stores: ['domain'],
  url: ['domain'],
  queries: ['domain', 'services', 'stores'],
  ui: ['i18n'],
  features: ['domain', 'i18n', 'queries', 'stores', 'url', 'ui'],
}

const REASONS = {
  domain: 'What a session is depends on nothing: if a lower layer needs a type, the type moves down to domain.',
  i18n: 'Words know what things are, never where they come from.',
  services: 'A service turns a question into REST and back; effects (token, notices) are injected by app.',
  stores:
    'A store holds preferences, credentials and what was ordered: neither what the server says now nor what the URL says.',
  url: 'The URL is a value: parsed and written without any other layer.',
  queries: 'What the screen asks: no JSX, no text, and of the stores only what a question depends on.',
  ui: 'Components that have never heard of REGARDS can be read and tested alone.',
  features: 'A feature asks queries, never a service: loading, errors and refresh stay in one place.',
}

const arrows = Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: REASONS[layer],
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: [layer, ...allowed].map(name => `^src/${name}/`) },
}))

const library = names => `(^|/)node_modules/(${names})(/|$)`

export default {
  forbidden: [
    ...arrows,
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'feature-alone',
      comment: 'No feature imports another: they meet in the URL, and app/BoardPage draws both.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'simulator-alone',
      comment: 'The simulator states the rules of the backend on its own, so that a wrong table of ours is found.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(src|tests|bench|scripts)/', pathNot: '^src/domain/' },
    },
    {
      name: 'simulator-types-only',
      comment: 'The simulator may name our types; the values of our tables would make it agree with our mistakes.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^src/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'simulator-on-demand',
      comment: 'Only app/start-simulator loads the simulator, by dynamic import: production code never carries it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^simulator/', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'simulator-loaded-once',
      comment: 'Only app/start-simulator knows that there is a simulator.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/start-simulator\\.ts$' },
      to: { path: '^simulator/' },
    },
    {
      name: 'no-test-code-in-src',
      comment: 'The application does not know its tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts)/' },
    },
    {
      name: 'pure-domain',
      comment: 'domain is plain TypeScript.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: 'node_modules' },
    },
    {
      name: 'no-react-below',
      comment: 'services and the simulator run without a page.',
      severity: 'error',
      from: { path: '^(src/services|simulator)/' },
      to: { path: library('react|react-dom|@mui|@tanstack/react-query|zustand|react-router-dom') },
    },
    {
      name: 'schemas-for-lists-only',
      comment:
        'The first screen is read by hand (services/readers.ts): the schema library comes with the lists behind "See ...".',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/services/(schemas|record-schemas|record-page|rs-dataprovider)\\.ts$' },
      to: { path: library('zod') },
    },
    {
      name: 'msw-in-simulator-only',
      comment: 'Production holds no mock of a network.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: library('msw') },
    },
    {
      name: 'queries-ask-only-query-libraries',
      comment: 'queries hold no JSX and no text.',
      severity: 'error',
      from: { path: '^src/queries/' },
      to: { path: library('@mui|react-router-dom') },
    },
    {
      name: 'ui-asks-nothing',
      comment: 'A component of ui gets its rows as properties.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: library('@tanstack/react-query|react-router-dom') },
    },
    {
      name: 'unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'no-dev-dependency-in-src',
      comment: 'What users run comes from "dependencies"; msw is the simulator\'s and never in a production build.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vite-env\\.d\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^bench/output/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
    },
  },
}
