/** The box that chooses a row; in a table the row's own Space does the same. */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'

const Area = styled('label')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 24,
  height: 24,
  cursor: 'pointer',
  '& input': { width: 16, height: 16, margin: 0, accentColor: (theme.vars ?? theme).palette.primary.main },
}))

interface Props {
  /** Of the row. */
  readonly name: string
  readonly isChosen: boolean
  readonly onChange: () => void
}

export function ChooseBox({ name, isChosen, onChange }: Props) {
  const { t } = useTranslation('records')
  return (
    <Area>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('choose.row', { name })}
        checked={isChosen}
        onChange={onChange}
      />
    </Area>
  )
}
