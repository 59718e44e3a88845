/** A state's count: icon, number, and the word for those who do not see the icon. */
import type { ToneName } from './tones'
import tones from './tones.module.css'

interface Props {
  readonly tone: Extract<ToneName, 'error' | 'running' | 'waiting'>
  /** As short as there is room for. */
  readonly figure: string
  /** Spoken, and told on hover: "12 errors". */
  readonly word: string
}

export function CountBadge({ tone, figure, word }: Props) {
  return (
    <span className={`${tones['tone']} ${tones['badge']}`} data-tone={tone} title={word}>
      <span aria-hidden>{figure}</span>
      <span className={tones['spoken']}>{word}</span>
    </span>
  )
}
