/** The list of keyboard shortcuts. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useTranslation, useWords } from '@/i18n/translation'
import type { English } from '@/i18n/message-types'
import { usePreferences } from '@/stores/preferences'
import { ConfirmDialog } from '@/ui/ConfirmDialog'

const Keys = styled('dl')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
  gap: '8px 16px',
  margin: 0,
  paddingTop: 2,
  '& dt': { display: 'flex', flexWrap: 'wrap', alignContent: 'flex-start', gap: 4 },
  '& dd': { margin: 0 },
  '& kbd': {
    font: 'inherit',
    padding: '0 6px',
    border: `1px solid ${theme.vars.palette.text.secondary}`,
    borderRadius: 4,
    whiteSpace: 'nowrap',
  },
}))

/** Keys that are called differently in each language; any other says what it writes. */
type Cap = keyof English['settings']['caps']

const ROWS = [
  [['/'], '/'],
  [['r'], 'r'],
  [['↑', '↓'], 'arrows'],
  [['home', 'end', 'pageUp', 'pageDown'], 'pages'],
  [['enter'], 'enter'],
  [['space'], 'space'],
  [['escape'], 'escape'],
  [['j', 'k'], 'jk'],
  [['F6'], 'f6'],
  [['h'], 'h'],
  [['?'], '?'],
] as const

const isCap = (key: string, caps: object): key is Cap => Object.hasOwn(caps, key)

export function KeyboardDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('settings')
  const { t: tFrame } = useTranslation('frame')
  const caps = useWords('settings').caps
  const { t: tCommon } = useTranslation('common')
  const singleKeys = usePreferences(preferences => preferences.singleKeys)
  return (
    <ConfirmDialog
      open
      title={tFrame('keyboard')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{tCommon('close')}</Button>}
    >
      {!singleKeys && <p>{t('keysOff')}</p>}
      <Keys>
        {ROWS.map(([keys, words]) => (
          <div key={words} style={{ display: 'contents' }}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{isCap(key, caps) ? caps[key] : key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${words}`)}</dd>
          </div>
        ))}
      </Keys>
    </ConfirmDialog>
  )
}
