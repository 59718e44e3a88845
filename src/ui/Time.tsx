/** A date: how long ago, and exactly when it is hovered. */
import { useFormat } from '@/i18n/format'
import { useNow } from './useNow'

export function Time({ iso }: { readonly iso: string }) {
  const { relative, date } = useFormat()
  const now = useNow(30_000)
  return (
    <time dateTime={iso} title={date(iso)}>
      {relative(iso, now)}
    </time>
  )
}
