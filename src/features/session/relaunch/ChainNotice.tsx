/** What the check of the acquisition chain found, in the relaunch dialog. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ChainCheck } from './useChainCheck'

export function ChainNotice({ check }: { readonly check: ChainCheck }) {
  const { t } = useTranslation('session')
  const again = (
    <Button color="inherit" size="small" onClick={check.again}>
      {t('relaunch.chain.again')}
    </Button>
  )
  if (check.isChecking) return <Typography variant="body2">{t('relaunch.chain.checking')}</Typography>
  if (check.obstacle !== undefined) {
    return (
      <Alert severity="warning" action={again}>
        {check.obstacle}
      </Alert>
    )
  }
  if (!check.isUnchecked) return null
  return (
    <Alert severity="info" action={again}>
      {t('relaunch.chain.unchecked')}
    </Alert>
  )
}
