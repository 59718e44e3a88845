/** A name filter with the server's suggestions. */
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { NamedThing } from '@/queries/names'
import { namesQuery } from '@/queries/names'
import { SearchField } from '@/ui/SearchField'

interface Props {
  readonly kind: NamedThing
  readonly value: string
  readonly onChange: (text: string) => void
  /** The text in the field, before it filters anything. */
  readonly onText: (text: string) => void
  /** Another number empties the field. */
  readonly clears: number
  readonly inputRef?: RefObject<HTMLInputElement | null>
}

const NONE: readonly string[] = []

export function NameFilter({ kind, value, onChange, onText, clears, inputRef }: Props) {
  const { t } = useTranslation('board')
  const [asked, setAsked] = useState<string>()
  // An empty text would suggest the first ten of all: no help, and a request for each focus.
  const isAsked = asked !== undefined && asked !== ''
  const { data } = useQuery({ ...namesQuery(kind, asked ?? ''), enabled: isAsked })
  return (
    <SearchField
      label={t(`search.${kind}`)}
      value={value}
      onChange={onChange}
      suggestions={isAsked ? (data ?? NONE) : NONE}
      onQuery={setAsked}
      onText={onText}
      clears={clears}
      {...(inputRef === undefined ? {} : { inputRef })}
    />
  )
}
