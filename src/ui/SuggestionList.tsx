/** The suggestions under a search field; the field keeps the focus and says which one is active. */
import { useTranslation } from '@/i18n/translation'
import styles from './fields.module.css'

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
    <ul className={styles['suggestions']} id={id} role="listbox" aria-label={t('search.suggestions')}>
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
    </ul>
  )
}
