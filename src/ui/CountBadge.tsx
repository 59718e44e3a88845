/** A state's count: icon and number; its word for those who do not see the icon, and on hover. */
import type { ToneName } from './tones'
import tones from './tones.module.css'

interface Props {
  readonly tone: Extract<ToneName, 'error' | 'running' | 'waiting'>
  /** As short as there is room for. */
  readonly figure: string
  /** Such as "12 errors". */
  readonly word: string
}

/** One element: a board shows a hundred of them. */
export function CountBadge({ tone, figure, word }: Props) {
  return (
    <span className={`${tones['tone']} ${tones['badge']}`} data-tone={tone} role="img" aria-label={word} title={word}>
      {figure}
    </span>
  )
}
