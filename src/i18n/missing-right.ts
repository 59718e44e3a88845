/** The sentence that says which right is missing, and what REGARDS said about it. */
import { useTranslation } from './translation'

interface MissingRight {
  readonly right: string
  readonly role: string
  readonly words: string | undefined
}

/** Why this user may not send a call; undefined when no right is missing. */
export function useMissingRightText(missing: MissingRight | undefined): string | undefined {
  const { t } = useTranslation('session')
  if (missing === undefined) return undefined
  const { right, role, words } = missing
  const reason = t('relaunch.forbidden', { right, role })
  return words === undefined || words === '' ? reason : `${reason} ${t('relaunch.forbiddenWords', { words })}`
}
