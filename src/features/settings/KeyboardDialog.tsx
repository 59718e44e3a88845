/** The list of keyboard shortcuts. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { usePreferences } from '@/stores/preferences'
import { ConfirmDialog } from '@/ui/ConfirmDialog'

const Keys = styled('dl')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: '8px 16px',
  margin: 0,
  paddingTop: 2,
  '& dd': { margin: 0 },
  '& kbd': {
    font: 'inherit',
    padding: '1px 6px',
    border: `1px solid ${theme.vars.palette.text.secondary}`,
    borderRadius: 4,
    marginInlineEnd: 4,
  },
}))

const ROWS = [
  [['/'], '/'],
  [['r'], 'r'],
  [['↑', '↓'], 'arrows'],
  [['Home', 'End', 'PgUp', 'PgDn'], 'pages'],
  [['Enter'], 'enter'],
  [['Space'], 'space'],
  [['Esc'], 'escape'],
  [['j', 'k'], 'jk'],
  [['F6'], 'f6'],
  [['?'], '?'],
] as const

export function KeyboardDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  const { t: tCommon } = useTranslation('common')
  const singleKeys = usePreferences(preferences => preferences.singleKeys)
  return (
    <ConfirmDialog
      open
      title={t('keyboard')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{tCommon('close')}</Button>}
    >
      {!singleKeys && <p>{t('keysOff')}</p>}
      <Keys>
        {ROWS.map(([keys, words]) => (
          <div key={words} style={{ display: 'contents' }}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${words}`)}</dd>
          </div>
        ))}
      </Keys>
    </ConfirmDialog>
  )
}
