/** Why a list is empty: nothing yet, good news, or a filter that matches nothing — with a way out of it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { StateFilter } from '@/domain/session'
import type { NamedThing } from '@/queries/names'
import { names } from '@/queries/names'
import { EmptyState } from '@/ui/EmptyState'
import { Name } from '@/ui/Name'
import { PlainButton } from '@/ui/PlainButton'

interface Props {
  readonly kind: NamedThing
  readonly name: string | undefined
  readonly state: StateFilter | undefined
  /** A source is selected. */
  readonly isOfSource: boolean
  readonly onName: (name: string) => void
  readonly onClear: () => void
}

/** Capitals count for the filter and not for the suggestions: what was meant may be one of them (defect 22). */
function OtherSpellings({ kind, name, onName }: Pick<Props, 'kind' | 'onName'> & { readonly name: string }) {
  const { t } = useTranslation('board')
  const { data = [] } = useQuery(names(kind, name))
  if (data.length === 0) return t('empty.letterCaseOnly')
  return (
    <>
      {t('empty.letterCase')}
      {data.map(suggestion => (
        <PlainButton key={suggestion} onClick={() => onName(suggestion)}>
          <Name text={suggestion} />
        </PlainButton>
      ))}
    </>
  )
}

export function Nothing({ kind, name, state, isOfSource, onName, onClear }: Props) {
  const { t } = useTranslation('board')
  const clear = (
    <PlainButton look="framed" onClick={onClear}>
      {t(`clear.${kind}`)}
    </PlainButton>
  )
  if (name !== undefined)
    return (
      <EmptyState
        title={t(`empty.filtered.${kind}`)}
        text={<OtherSpellings kind={kind} name={name} onName={onName} />}
        action={clear}
      />
    )
  if (state !== undefined && state !== 'ok')
    return <EmptyState isGood={state === 'errors'} title={t(`empty.${state}.${kind}`)} action={clear} />
  if (state === 'ok' || isOfSource) return <EmptyState title={t(`empty.filtered.${kind}`)} action={clear} />
  return <EmptyState title={t(`empty.${kind}`)} text={t(`empty.${kind}Text`)} />
}
