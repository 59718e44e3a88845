/** Lint: type-aware rules for all code, and per folder what `dependency-cruiser` cannot see (see docs/architecture.md). */
import js from '@eslint/js'
import comments from '@eslint-community/eslint-plugin-eslint-comments/configs'
import queryPlugin from '@tanstack/eslint-plugin-query'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const asErrors = rules => Object.fromEntries(Object.keys(rules).map(name => [name, 'error']))

const HTML_SINKS = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'srcdoc',
  'createContextualFragment',
]

const NEVER = [
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'No HTML sink at all: Trusted Types refuse it in production.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'A union of words is erased; an enum is not.' },
]

const HEX_COLOUR = ['Literal[value=/#[0-9a-f]{3,8}\\b/i]', 'TemplateElement[value.raw=/#[0-9a-f]{3,8}\\b/i]'].map(
  selector => ({ selector, message: 'A colour is a palette entry: only ui/theme.ts knows a hexadecimal number.' }),
)

const SENTENCES = [
  { selector: 'JSXText[value=/\\p{L}{2}/u]', message: 'Words come from i18n, in both languages.' },
  {
    selector:
      'JSXAttribute[name.name=/^(title|placeholder|alt|label|aria-label|aria-description|aria-roledescription|aria-valuetext)$/] > Literal[value=/\\p{L}{2}/u]',
    message: 'Words come from i18n, in both languages.',
  },
]

const FETCH = {
  name: 'fetch',
  message: 'services/http.ts is the only client: token, time limit and ServiceError live there.',
}
const SOCKETS = ['XMLHttpRequest', 'WebSocket', 'EventSource'].map(name => ({ ...FETCH, name }))
const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB'].map(name => ({
  name,
  message: 'Only stores/ knows where things are kept in the browser.',
}))

const onGlobals = entries =>
  ['window', 'globalThis', 'self'].flatMap(object =>
    entries.map(({ name, message }) => ({ object, property: name, message })),
  )

const SINKS = [
  ...HTML_SINKS.map(property => ({ property, message: 'No HTML sink at all: Trusted Types refuse it in production.' })),
  { object: 'document', property: 'write', message: 'No HTML sink at all.' },
  { object: 'document', property: 'writeln', message: 'No HTML sink at all.' },
]

/** The rules that a folder may relax one by one. */
const restrictions = ({ fetch = false, storage = false, hex = false, words = false, extra = [] } = {}) => {
  const globals = [...(fetch ? [] : [FETCH]), ...SOCKETS, ...(storage ? [] : STORAGE)]
  return {
    'no-restricted-globals': ['error', ...globals],
    'no-restricted-properties': ['error', ...SINKS, ...onGlobals(globals)],
    'no-restricted-syntax': ['error', ...NEVER, ...(hex ? [] : HEX_COLOUR), ...(words ? [] : SENTENCES), ...extra],
  }
}

const NO_FULL_ZOD = {
  name: 'zod',
  message: 'zod compiles code at run time, which Trusted Types refuse: import zod/mini.',
}
const noImports = (...paths) => ({ 'no-restricted-imports': ['error', { paths: [NO_FULL_ZOD, ...paths] }] })

export default defineConfig(
  {
    ignores: [
      'dist',
      'dist-demo',
      'coverage',
      'bench/output',
      'bench/dist',
      'playwright-report',
      'test-results',
      'public/mockServiceWorker.js',
    ],
  },
  js.configs.recommended,
  comments.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@eslint-community/eslint-comments/require-description': ['error', { ignore: ['eslint-enable'] }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'prefer-const': 'error',
    },
  },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
      ...queryPlugin.configs['flat/recommended'],
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...asErrors(hooks.configs.flat['recommended-latest'].rules),
      // It protects code that React Compiler rewrites; nothing here is compiled, and TanStack Virtual is built for that.
      'react-hooks/incompatible-library': 'off',
      '@tanstack/query/exhaustive-deps': 'error',
      '@tanstack/query/prefer-query-options': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        {
          minimumDescriptionLength: 10,
          'ts-expect-error': 'allow-with-description',
          'ts-ignore': true,
          'ts-nocheck': true,
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },

  { files: ['src/**/*.{ts,tsx}'], rules: { ...restrictions(), ...noImports() } },
  {
    files: ['src/domain/**', 'src/i18n/**', 'src/services/**', 'src/stores/**', 'src/queries/**'],
    rules: restrictions({ words: true }),
  },
  { files: ['src/stores/**'], rules: restrictions({ storage: true, words: true }) },
  { files: ['src/ui/theme.ts'], rules: restrictions({ hex: true }) },
  {
    files: ['src/services/**'],
    rules: {
      ...restrictions({
        words: true,
        extra: [
          {
            selector: 'MemberExpression[object.name=/^(window|globalThis|document)$/][property.name="location"]',
            message: 'A service is told its base URL (configureHttp); it never looks at the address bar.',
          },
        ],
      }),
    },
  },
  { files: ['src/services/http.ts', 'src/services/static-file.ts'], rules: restrictions({ fetch: true, words: true }) },
  {
    files: ['src/url/**'],
    rules: noImports({
      name: 'react',
      importNames: ['useState', 'useEffect', 'useReducer'],
      message: 'What the URL says is never copied into state.',
    }),
  },
  { files: ['simulator/**'], rules: { ...restrictions({ fetch: true, words: true }), ...noImports() } },

  {
    files: ['tests/**', 'bench/**'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['tests/e2e/**', 'playwright.config.ts'],
    // Playwright calls its fixture function `use`, which is no React hook.
    rules: {
      'react-hooks/rules-of-hooks': 'off',
      '@typescript-eslint/no-empty-pattern': 'off',
      'no-empty-pattern': 'off',
    },
  },

  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'fetch',
          'performance',
          'setTimeout',
          'clearTimeout',
          'Request',
          'Response',
          'Headers',
        ].map(name => [name, 'readonly']),
      ),
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['public/**/*.js', 'bench/**/*.mjs', 'scripts/**/*.mjs'],
    languageOptions: {
      globals: {
        document: 'readonly',
        window: 'readonly',
        localStorage: 'readonly',
        matchMedia: 'readonly',
        sessionStorage: 'readonly',
        location: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
)
