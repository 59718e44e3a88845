/** A name somebody else chose: never translated, and its writing direction disturbs nothing around it. */

interface Props {
  readonly text: string
  /** Kept apart from the direction of the words around it. */
  readonly isolate?: boolean
}

export function Name({ text, isolate = true }: Props) {
  return isolate ? <bdi translate="no">{text}</bdi> : <span translate="no">{text}</span>
}
