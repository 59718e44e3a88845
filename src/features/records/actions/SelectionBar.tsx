/** The actions for the selected rows, and how to select all of them. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { PlainButton } from '@/ui/PlainButton'
import { ReasonedButton } from '@/ui/ReasonedButton'

const Bar = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 4,
  minHeight: 38,
  padding: '2px 4px',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
}))

/** An action for some rows of a list: its words, why this user may not send it, and what was sent before. */
interface ChosenAction {
  readonly label: string
  readonly refusal: string | undefined
  readonly note: string | undefined
  readonly onClick: () => void
}

interface Props {
  readonly count: number
  readonly onAll: () => void
  readonly onNone: () => void
  /** For the selected rows. */
  readonly action: ChosenAction
  /** For all rows, where the server has such an action. */
  readonly wholeAction: ChosenAction | undefined
}

export function SelectionBar({ count, onAll, onNone, action, wholeAction }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  return (
    <Bar data-screen>
      <PlainButton onClick={onAll}>{t('choose.all')}</PlainButton>
      <PlainButton aria-disabled={count === 0} onClick={onNone}>
        {t('choose.clear')}
      </PlainButton>
      <span role="status">{count === 0 ? t('choose.none') : t('choose.chosen', { count, figure: exact(count) })}</span>
      {[action, ...(wholeAction === undefined ? [] : [wholeAction])].map(({ label, refusal, note, onClick }) => (
        <ReasonedButton
          key={label}
          look="framed"
          aria-haspopup="dialog"
          reason={refusal ?? (label === action.label && count === 0 ? t('choose.first') : undefined)}
          note={note}
          onClick={onClick}
        >
          {label}
        </ReasonedButton>
      ))}
    </Bar>
  )
}
