/** Makes the words of the demo accounts known: fetched with what shows them alone, so that a production build has none. */
import type { WordFile } from './i18n'
import { addFiles } from './i18n'

addFiles(import.meta.glob<WordFile>('./*/demo.ts'))
