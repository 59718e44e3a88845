/** Search, number of sessions, and what can be taken along of the causes that are shown. */
import { styled } from '@mui/material/styles'
import { INCIDENT_SIZES } from '@/domain/incident'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { PlainButton } from '@/ui/PlainButton'
import { SelectField } from '@/ui/SelectField'
import fields from '@/ui/fields.module.css'
import type { ShownIncident } from './useIncidentExport'
import { useIncidentExport } from './useIncidentExport'
import type { useIncidentView } from './useIncidentView'

const Tools = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 8px',
  padding: '6px 12px 8px',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
  '& input': { flex: '1 1 180px', maxWidth: 320 },
  '& > div': { display: 'flex', flexWrap: 'wrap', gap: 4, marginInlineStart: 'auto' },
}))

interface Props {
  readonly all: ShownIncident
  readonly shownView: ReturnType<typeof useIncidentView>
}

export function IncidentTools({ all, shownView }: Props) {
  const { t } = useTranslation('incident')
  const { t: tRecords } = useTranslation('records')
  const { exact } = useFormat()
  const { copy, save } = useIncidentExport()
  const { view, update, setText, keepText } = shownView
  const { causes, shown } = all
  const isEmpty = shown.length === 0
  return (
    <Tools data-screen>
      <input
        className={fields['field']}
        type="search"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        aria-label={t('search')}
        placeholder={t('search')}
        value={view.text}
        onChange={event => setText(event.target.value)}
        onBlur={keepText}
      />
      <SelectField
        label={t('size')}
        value={String(view.size)}
        options={INCIDENT_SIZES.map(size => ({
          value: String(size),
          label: t('newest', { figure: exact(size) }),
        }))}
        onChange={value => update({ size: INCIDENT_SIZES.find(size => String(size) === value) })}
      />
      <span role="status">{t('shown', { figure: exact(shown.length), total: exact(causes.length) })}</span>
      <div>
        <PlainButton aria-disabled={isEmpty} onClick={() => !isEmpty && copy(all)}>
          {t('copy')}
        </PlainButton>
        <PlainButton aria-disabled={isEmpty} onClick={() => !isEmpty && save(all)}>
          {tRecords('csv.button')}
        </PlainButton>
      </div>
    </Tools>
  )
}
