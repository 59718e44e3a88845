/** The checkbox that selects a row; in a table Space on the row does the same. */
import { styled } from '@mui/material/styles'
import { createContext, use } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { RowSelection } from './useRowSelection'

const Area = styled('label')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 24,
  height: 24,
  cursor: 'pointer',
  '& input': { width: 16, height: 16, margin: 0, accentColor: theme.vars.palette.primary.main },
}))

/** The selected rows, for the checkboxes of the table inside. */
export const SelectedRows = createContext<Pick<RowSelection<object>, 'has' | 'toggle'> | undefined>(undefined)

interface Props {
  /** Of the row. */
  readonly name: string
  readonly rowKey: string
}

export function SelectBox({ name, rowKey }: Props) {
  const selection = use(SelectedRows)
  const { t } = useTranslation('records')
  return (
    <Area>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('choose.row', { name })}
        checked={selection?.has({ key: rowKey }) === true}
        onChange={() => selection?.toggle({ key: rowKey })}
      />
    </Area>
  )
}
