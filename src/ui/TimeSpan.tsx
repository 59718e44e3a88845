/** The first and the last date of something, as ages; one when they are equally long ago. */
import { useFormat } from '@/i18n/format'
import { Time } from './Time'
import { useTicking } from './useNow'

interface Props {
  /** ISO dates; nothing is shown without both. */
  readonly first: string | undefined
  readonly last: string | undefined
}

export function TimeSpan({ first, last }: Props) {
  const { relative } = useFormat()
  const isOne = useTicking(5_000, (_now, serverNow) =>
    first !== undefined && last !== undefined && relative(first, serverNow) === relative(last, serverNow) ? 1 : 0,
  )
  if (first === undefined || last === undefined) return null
  if (isOne === 1) return <Time iso={last} />
  return (
    <>
      <Time iso={first} /> – <Time iso={last} />
    </>
  )
}
