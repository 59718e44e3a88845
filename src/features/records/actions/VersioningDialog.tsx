/** Sets the versioning mode of waiting products (docs/regards-api/actions.md 2.2). */
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { VersioningMode, VersioningDecision } from '@/domain/record-list'
import { VERSIONING_MODES } from '@/domain/record-list'
import { useFormat } from '@/i18n/format'
import { RecordActionDialog } from './RecordActionDialog'

interface Props {
  /** The selection when the dialog was opened; without ids, all of the session. */
  readonly action: Pick<VersioningDecision, 'ref' | 'ids'>
  readonly onClose: () => void
  readonly onDone: () => void
}

export function VersioningDialog({ action, onClose, onDone }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const [mode, setMode] = useState<VersioningMode>()
  const count = action.ids?.length
  return (
    <RecordActionDialog
      title={t('action.versioning.title')}
      // Nothing is sent before a mode is chosen; its rows are known before.
      action={{ ...action, kind: 'versioning', mode: mode ?? 'IGNORE' }}
      confirm={t('action.versioning.confirm')}
      isIncomplete={mode === undefined}
      onClose={onClose}
      onDone={onDone}
    >
      <Typography gutterBottom>
        {count === undefined
          ? t('action.versioning.all')
          : t('action.versioning.some', { count, figure: exact(count) })}
      </Typography>
      <RadioGroup
        aria-label={t('action.versioning.question')}
        value={mode ?? ''}
        onChange={(_event, value) => setMode(VERSIONING_MODES.find(one => one === value))}
      >
        {VERSIONING_MODES.map(one => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio size="small" />}
            sx={{ alignItems: 'flex-start', my: 0.5, '& .MuiRadio-root': { py: 0.25 } }}
            label={
              <>
                <Typography component="span" sx={{ fontWeight: 600, display: 'block' }}>
                  {t(`action.versioning.${one}`)}
                </Typography>
                <Typography component="span" variant="body2" color="text.secondary">
                  {t(`action.versioning.${one}Text`)}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </RecordActionDialog>
  )
}
