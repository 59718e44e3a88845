/** When REGARDS gave what is printed: a paper has no clock. */
import { useFormat } from '@/i18n/format'
import hidden from './hidden.module.css'
import { useServerTime } from './useNow'

interface Props {
  /** In milliseconds of page time; 0 for never. */
  readonly at: number
}

export function PrintedDate({ at }: Props) {
  const { date } = useFormat()
  const serverTime = useServerTime()
  return at === 0 ? null : <span className={hidden['printed']}>{date(new Date(serverTime(at)).toISOString())}</span>
}
