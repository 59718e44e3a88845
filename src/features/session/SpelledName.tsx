/** A name that cannot be confused with another: isolated, with invisible characters written out. */
import { styled } from '@mui/material/styles'
import { spell } from '@/domain/spelling'
import { Name } from '@/ui/Name'

/** Distinguished from the sentence around it. */
const Whole = styled('bdi')({ fontWeight: 600 })

const Escaped = styled('span')(({ theme }) => ({
  fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
  fontWeight: 400,
  color: theme.vars.palette.warning.main,
}))

export function SpelledName({ name }: { readonly name: string }) {
  if (name === '') return <Name text={name} mayBeEmpty />
  return (
    <Whole translate="no">
      {spell(name).map(({ text, isEscaped }, place) => (isEscaped ? <Escaped key={place}>{text}</Escaped> : text))}
    </Whole>
  )
}

/** The n-th name's place in a sentence: a character no translation holds. */
const markOf = (place: number) => String.fromCodePoint(0xe000 + place)

interface SentenceProps {
  /** The sentence around these stand-ins. */
  readonly write: (...marks: readonly string[]) => string
  readonly names: readonly string[]
}

/** A sentence with names in it, each an element of its own: their direction does not affect the words around them. */
export function NamedSentence({ write, names }: SentenceProps) {
  return write(...names.map((_, place) => markOf(place)))
    .split(/([\ue000-\ue00f])/u)
    .map((part, place) => {
      const name = place % 2 === 1 ? names[(part.codePointAt(0) ?? 0) - 0xe000] : undefined
      return name === undefined ? part : <SpelledName key={place} name={name} />
    })
}
