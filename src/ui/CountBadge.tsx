/** A state's count: icon and number; its word for those who do not see the icon, and on hover. */
import type { ToneName } from './tones'
import tones from './tones.module.css'

interface Props {
  readonly tone: Extract<ToneName, 'error' | 'running' | 'waiting'>
  /** The number, and how it is abbreviated where it has no room. */
  readonly figure: string
  readonly short?: string
  /** The width of its cell from which the number is whole; without one it always is (src/ui/room.ts). */
  readonly wholeFrom?: number | undefined
  /** The width of its cell from which it is shown. */
  readonly from?: number | undefined
  /** Such as "12 errors". */
  readonly word: string
}

/** One element, as a board shows a hundred of them; a large number beside others is there in both lengths. */
export function CountBadge({ tone, figure, short, wholeFrom, from, word }: Props) {
  return (
    <span
      className={`${tones['tone']} ${tones['badge']}`}
      data-tone={tone}
      data-from={from}
      role="img"
      aria-label={word}
      title={word}
    >
      {wholeFrom === undefined || figure === short ? (
        figure
      ) : (
        <>
          <span data-from={wholeFrom}>{figure}</span>
          <span data-below={wholeFrom}>{short}</span>
        </>
      )}
    </span>
  )
}
