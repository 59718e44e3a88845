/** Names that are there in another writing than the one that found nothing, and which characters differ. */
import { useQueries } from '@tanstack/react-query'
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { differences, oddCharacters, otherTexts } from '@/domain/name-variants'
import type { Difference } from '@/domain/name-variants'
import { useSpellingWords } from '@/i18n/spelling-words'
import type { NamedThing } from '@/queries/names'
import { namesQuery } from '@/queries/names'
import { Name } from '@/ui/Name'
import { PlainButton } from '@/ui/PlainButton'

const List = styled('ul')({
  margin: '4px 0 0',
  padding: 0,
  listStyle: 'none',
  overflowWrap: 'anywhere',
  '& > li': { margin: '2px 0' },
})

/** As many as a list without rows has room for. */
const MOST = 10

export interface OtherSpellingsProps {
  readonly kind: NamedThing
  readonly name: string
  readonly onName: (name: string) => void
}

const isCaseOnly = (found: readonly Difference[]) =>
  found.every(({ typed, written }) => typed.toLowerCase() === written.toLowerCase())

/** The names that hold the text in another writing; of several names pasted together those that hold one of them. */
function useOffered({ kind, name }: Pick<OtherSpellingsProps, 'kind' | 'name'>) {
  const texts = otherTexts(name)
  const answers = useQueries({ queries: texts.map(text => namesQuery(kind, text)) })
  const isPending = answers.some(answer => answer.isPending)
  const known = [...new Set(answers.flatMap(({ data }) => data ?? []))]
  const whole = known.flatMap(found => {
    const differing = differences(name, found)
    return differing === undefined ? [] : [{ found, differing }]
  })
  // A text with wildcards finds what it does not look like; of several names in one text each is one to look for.
  const parts = known.filter(
    found => answers[0]?.data?.includes(found) === true || texts.some(text => found.includes(text)),
  )
  const offered = whole.length > 0 ? whole : parts.map(found => ({ found, differing: [] }))
  return { offered: offered.slice(0, MOST), isPending }
}

export function OtherSpellings({ kind, name, onName }: OtherSpellingsProps) {
  const { t } = useTranslation('lists')
  const { t: tSpelling } = useTranslation('spelling')
  const words = useSpellingWords()
  const { offered, isPending } = useOffered({ kind, name })
  if (offered.some(({ found }) => found.includes(name))) return tSpelling(`otherFilters.${kind}`)
  const odd = oddCharacters(name)
  const holds = odd.length === 0 ? '' : tSpelling('holds', { characters: odd.map(words.characters).join(', ') })
  if (offered.length === 0) return isPending ? holds : `${t('empty.letterCaseOnly')} ${holds}`.trim()
  if (offered.every(({ differing }) => differing.length > 0 && isCaseOnly(differing))) {
    return (
      <>
        {t('empty.letterCase')}
        {offered.map(({ found }) => (
          <PlainButton key={found} onClick={() => onName(found)}>
            <Name text={found} />
          </PlainButton>
        ))}
      </>
    )
  }
  return (
    <>
      {tSpelling('otherwise')}
      <List>
        {offered.map(({ found, differing }) => (
          <li key={found}>
            <PlainButton onClick={() => onName(found)}>
              <Name text={found} />
            </PlainButton>{' '}
            <span>{words.ofName(differing)}</span>
          </li>
        ))}
      </List>
    </>
  )
}
