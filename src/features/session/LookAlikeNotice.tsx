/** The sessions whose blocked worker requests go too, by name; or that this could not be found out. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { sessionKey } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { NamedSentence } from './SpelledName'
import type { LookAlikeCheck } from './useLookAlikes'

const Names = styled('ul')({ margin: '4px 0 0', paddingInlineStart: '1.25em', overflowWrap: 'anywhere' })

/** So many are named; nobody reads more before a decision. */
const NAMED = 8

function Found({ found, unlisted }: Pick<LookAlikeCheck, 'found' | 'unlisted'>) {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const unnamed = found.slice(NAMED)
  return (
    <Names>
      {found.slice(0, NAMED).map(({ ref, count }) => (
        <li key={sessionKey(ref)}>
          <NamedSentence
            names={[ref.name, ref.source]}
            write={(session, source) => t('lookAlikes.entry', { count, figure: exact(count), session, source })}
          />
        </li>
      ))}
      {unnamed.length > 0 && <li>{t('lookAlikes.more', { count: unnamed.length, figure: exact(unnamed.length) })}</li>}
      {unlisted > 0 && <li>{t('lookAlikes.unlisted', { count: unlisted, figure: exact(unlisted) })}</li>}
    </Names>
  )
}

export function LookAlikeNotice({ check }: { readonly check: LookAlikeCheck }) {
  const { t } = useTranslation('deletion')
  const { isChecking, isUnchecked, found, unlisted, again } = check
  if (isChecking) return <Typography variant="body2">{t('lookAlikes.checking')}</Typography>
  if (isUnchecked) {
    const retry = (
      <Button color="inherit" size="small" onClick={again}>
        {t('lookAlikes.again')}
      </Button>
    )
    return (
      <Alert severity="info" action={retry}>
        {t('lookAlikes.unchecked')}
      </Alert>
    )
  }
  if (found.length === 0 && unlisted === 0) return <Typography variant="body2">{t('lookAlikes.none')}</Typography>
  return (
    <Alert severity="warning">
      {t('lookAlikes.text')}
      <Found found={found} unlisted={unlisted} />
    </Alert>
  )
}
