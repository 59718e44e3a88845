/** A date of the server: how long ago by its clock, and exactly when it is hovered. */
import { useFormat } from '@/i18n/format'
import { useTicking } from './useNow'

export function Time({ iso }: { readonly iso: string }) {
  const { relative, date } = useFormat()
  const age = useTicking(5_000, (_now, serverNow) => relative(iso, serverNow))
  return (
    <time dateTime={iso} title={date(iso)}>
      {age}
    </time>
  )
}
