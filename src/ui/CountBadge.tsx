/** A state's count: icon and number; its word for screen readers and on hover. */
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

/** One element, since a board shows a hundred of them; a large number beside others is drawn in both lengths. */
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
