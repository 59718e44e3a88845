/** The settings of this browser; every change applies at once. */
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { LANGUAGES, LANGUAGE_CODES } from '@/domain/languages'
import { useConfiguration } from '@/stores/configuration'
import { AUTO_REFRESH_CHOICES, CSV_SEPARATOR_CHOICES, usePreferences } from '@/stores/preferences'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { SelectField } from '@/ui/SelectField'
import { playTone } from '@/ui/tone'

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(140px, 1fr) minmax(0, 1fr)',
  gap: '10px 16px',
  alignItems: 'center',
  fontSize: '0.875rem',
  paddingBottom: 12,
})

const NO_NEWS_CHOICES = [10, 30, 60, 120, 360]
const SEPARATOR_WORDS = { language: 'language', ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation('settings')
  const { t: tFrame } = useTranslation('frame')
  const { t: tCommon } = useTranslation('common')
  const preferences = usePreferences()
  const configured = useConfiguration(configuration => configuration.autoRefresh)
  const { set, theme, timeZone, density, noNewsMinutes, singleKeys, announcements, autoRefresh, pulse } = preferences
  const minutes = [...new Set([...NO_NEWS_CHOICES, noNewsMinutes])].sort((a, b) => a - b)
  return (
    <ConfirmDialog
      open
      title={tFrame('settings')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{tCommon('close')}</Button>}
    >
      <Fields>
        <SelectField
          isLabelHidden={false}
          label={tFrame('language')}
          value={language}
          options={LANGUAGE_CODES.map(value => ({ value, label: LANGUAGES[value].name }))}
          onChange={chosen => set({ language: chosen })}
        />
        <SelectField
          isLabelHidden={false}
          label={t('theme')}
          value={theme}
          options={(['system', 'light', 'dark'] as const).map(value => ({
            value,
            label: t(`themes.${value}`),
          }))}
          onChange={chosen => set({ theme: chosen })}
        />
        <SelectField
          isLabelHidden={false}
          label={t('timeZone')}
          value={timeZone}
          options={(['local', 'utc'] as const).map(value => ({ value, label: t(`timeZones.${value}`) }))}
          onChange={chosen => set({ timeZone: chosen })}
        />
        <SelectField
          isLabelHidden={false}
          label={t('density')}
          value={density}
          options={(['compact', 'comfortable'] as const).map(value => ({
            value,
            label: t(`densities.${value}`),
          }))}
          onChange={chosen => set({ density: chosen })}
        />
        <SelectField
          isLabelHidden={false}
          label={tFrame('auto')}
          value={String(autoRefresh ?? configured ?? 0)}
          options={AUTO_REFRESH_CHOICES.map(seconds => ({
            value: String(seconds),
            label: seconds === 0 ? tFrame('autoOff') : tFrame('autoSeconds', { seconds }),
          }))}
          onChange={chosen => set({ autoRefresh: Number(chosen) })}
        />
        <SelectField
          isLabelHidden={false}
          label={t('noNews')}
          value={String(noNewsMinutes)}
          options={minutes.map(n => ({ value: String(n), label: t('minutes', { minutes: n }) }))}
          onChange={chosen => set({ noNewsMinutes: Number(chosen) })}
        />
        <SelectField
          isLabelHidden={false}
          label={t('csvSeparator')}
          value={preferences.csvSeparator}
          options={CSV_SEPARATOR_CHOICES.map(value => ({
            value,
            label: t(`csvSeparators.${SEPARATOR_WORDS[value]}`),
          }))}
          onChange={chosen => set({ csvSeparator: chosen })}
        />
      </Fields>
      <FormControlLabel
        control={<Switch checked={singleKeys} onChange={(_, checked) => set({ singleKeys: checked })} />}
        label={t('singleKeys')}
      />
      <br />
      <FormControlLabel
        control={<Switch checked={announcements} onChange={(_, checked) => set({ announcements: checked })} />}
        label={t('announcements')}
      />
      <br />
      <FormControlLabel
        control={
          <Switch
            checked={preferences.watchSound}
            onChange={(_, checked) => {
              set({ watchSound: checked })
              // Heard once: a browser may be silent for reasons of its own.
              if (checked) playTone()
            }}
          />
        }
        label={t('watchSound')}
      />
      <br />
      <FormControlLabel
        control={<Switch checked={pulse} onChange={(_, checked) => set({ pulse: checked })} />}
        label={t('pulse')}
      />
      <br />
      <Button
        onClick={() => {
          set({ hintsSeen: false })
          onClose()
        }}
      >
        {t('hints')}
      </Button>
    </ConfirmDialog>
  )
}
