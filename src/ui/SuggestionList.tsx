/** The suggestions under a search field; the field keeps the focus and says which one is active. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'

const List = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  position: 'absolute',
  insetInline: 0,
  top: 36,
  zIndex: 5,
  margin: 0,
  padding: '4px 0',
  listStyle: 'none',
  maxHeight: 280,
  overflowY: 'auto',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 6,
  backgroundColor: theme.vars.palette.background.paper,
  boxShadow: '0 6px 20px rgb(0 0 0 / 0.2)',
  '& li': { padding: '4px 10px', minHeight: 28, cursor: 'pointer', overflowWrap: 'anywhere' },
  '& li[aria-selected=true], & li:hover': { backgroundColor: theme.vars.palette.action.selected },
}))

interface Props {
  readonly id: string
  readonly names: readonly string[]
  /** Place of the active one; -1 for none. */
  readonly active: number
  readonly onChoose: (name: string) => void
}

/** The element of one suggestion, for `aria-activedescendant`. */
export const suggestionId = (listId: string, place: number) => `${listId}-${place}`

export function SuggestionList({ id, names, active, onChoose }: Props) {
  const { t } = useTranslation('common')
  return (
    <List id={id} role="listbox" aria-label={t('search.suggestions')}>
      {names.map((name, place) => (
        <li
          key={name}
          id={suggestionId(id, place)}
          role="option"
          aria-selected={place === active}
          // Before the field loses the focus.
          onMouseDown={event => {
            event.preventDefault()
            if (event.button === 0) onChoose(name)
          }}
        >
          <bdi translate="no">{name}</bdi>
        </li>
      ))}
    </List>
  )
}
