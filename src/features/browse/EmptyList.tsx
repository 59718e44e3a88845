/** Why a list is empty: nothing yet, good news, or a filter that matches nothing — with a way out of it. */
import { Suspense } from 'react'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import type { ChosenStates } from '@/domain/board-view'
import { loadMessages } from '@/i18n/i18n'
import type { NamedThing } from '@/queries/names'
import { EmptyState } from '@/ui/EmptyState'
import { PlainButton } from '@/ui/PlainButton'
import { useServerTime } from '@/ui/useNow'
import { lazyMui } from '@/ui/lazy-mui'

export interface EmptyListProps {
  readonly kind: NamedThing
  readonly name: string | undefined
  readonly states: ChosenStates | undefined
  /** When the list was answered, in page time. */
  readonly answeredAt: number
  /** A source is selected. */
  readonly isOfSource: boolean
  readonly onName: (name: string) => void
  readonly onClear: () => void
}

/** What is found in another writing is looked for only where nothing was found. */
const OtherSpellings = lazyMui(async () => {
  const [{ OtherSpellings: offered }] = await Promise.all([import('./OtherSpellings'), loadMessages(['spelling'])])
  return { default: offered }
})

export function EmptyList({ kind, name, states, answeredAt, isOfSource, onName, onClear }: EmptyListProps) {
  const { t } = useTranslation('lists')
  const { t: tBoard } = useTranslation('board')
  const { time } = useFormat()
  const serverTime = useServerTime()
  const state = states?.length === 1 ? states[0] : undefined
  const clear = (
    <PlainButton look="framed" onClick={onClear}>
      {tBoard(`clear.${kind}`)}
    </PlainButton>
  )
  if (name !== undefined)
    return (
      <EmptyState
        title={t(`empty.filtered.${kind}`)}
        text={
          <Suspense>
            <OtherSpellings kind={kind} name={name} onName={onName} />
          </Suspense>
        }
        action={clear}
      />
    )
  if (state === 'attention')
    return (
      <EmptyState
        isGood
        title={t('attention.none')}
        text={t('attention.asOf', { time: time(serverTime(answeredAt)) })}
        action={clear}
      />
    )
  if (state === 'stalled' || state === 'leftOut')
    return <EmptyState isGood title={t(`noneLooked.${state}`)} action={clear} />
  if (state !== undefined && state !== 'ok' && state !== 'changed')
    return <EmptyState isGood={state === 'errors'} title={t(`empty.${state}.${kind}`)} action={clear} />
  if (states !== undefined || isOfSource) return <EmptyState title={t(`empty.filtered.${kind}`)} action={clear} />
  return <EmptyState title={t(`empty.${kind}`)} text={t(`empty.${kind}Text`)} />
}
