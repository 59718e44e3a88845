/** Gives the lists, their chips and the title of the page what they show of changes. */
import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import type { ChangeKind, Changes, Comparison } from '@/domain/changes'
import { CHANGE_KINDS } from '@/domain/changes'
import { matches } from '@/domain/name-filter'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import type { ChangeMarks } from '@/stores/changes'
import { useChanges } from '@/stores/changes'
import { Pill, Signed, Word } from './parts'

/** What stands for each kind where there is no room for its word. */
const SIGNS: Readonly<Record<ChangeKind, string>> = { error: '!', new: '+', recovered: '✓', finished: '■' }

interface SignProps {
  readonly kind: ChangeKind
  readonly text: string
  readonly label: string
  /** The column that says the same where it has room. */
  readonly insteadOf?: 'change'
  readonly children: ReactNode
}

function SignedName({ kind, text, label, insteadOf, children }: SignProps) {
  return (
    <Signed>
      <Pill data-kind={kind} data-instead-of={insteadOf} role="img" aria-label={label} title={label}>
        {text}
      </Pill>
      {children}
    </Signed>
  )
}

/** @param when the moment of the last look */
function useRowMarks({ kindOf }: Comparison, when: string): ChangeMarks {
  const { t } = useTranslation('seen')
  return useMemo(() => {
    const wordOf = (kind: ChangeKind | undefined) => kind && <Word data-kind={kind}>{t(`kind.${kind}`)}</Word>
    const titleOf = (kind: ChangeKind | undefined) => kind && t('since', { word: t(`kind.${kind}`), when })
    return {
      word: session => wordOf(kindOf(session)),
      title: session => titleOf(kindOf(session)),
      signed: (session, name) => {
        const kind = kindOf(session)
        if (kind === undefined) return undefined
        return (
          <SignedName kind={kind} text={SIGNS[kind]} label={titleOf(kind) ?? ''} insteadOf="change">
            {name}
          </SignedName>
        )
      },
    }
  }, [t, kindOf, when])
}

/** How many sessions of each source changed, and the most important of what became of them. */
function bySource({ changed }: Changes): string {
  const sources = new Map<string, readonly [count: number, kind: ChangeKind]>()
  for (const { session, kind } of changed.values()) {
    const [count, worst] = sources.get(session.source) ?? [0, kind]
    const isWorse = CHANGE_KINDS.indexOf(kind) < CHANGE_KINDS.indexOf(worst)
    sources.set(session.source, [count + 1, isWorse ? kind : worst])
  }
  return JSON.stringify([...sources].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** @param changes undefined until they are known */
export function useChangeMarks(compared: Comparison, changes: Changes | undefined, when: string): void {
  const { t } = useTranslation('seen')
  const { exact, short } = useFormat()
  const marks = useRowMarks(compared, when)
  const isCut = changes?.isCut === true
  const more = isCut ? '+' : ''
  // As a text: the rows of sources are drawn again only when one of these numbers is another one.
  const sources = useMemo(() => (changes === undefined ? undefined : bySource(changes)), [changes])
  const ofSource = useMemo(() => {
    if (sources === undefined) return undefined
    const known = new Map(JSON.parse(sources) as readonly (readonly [string, readonly [number, ChangeKind]])[])
    return (source: string, name: ReactNode) => {
      const found = known.get(source)
      if (found === undefined) return undefined
      const [count, kind] = found
      const label = t('ofSource', { count, figure: `${exact(count)}${more}`, when })
      return (
        <SignedName kind={kind} text={`${short(count)}${more}`} label={label}>
          {name}
        </SignedName>
      )
    }
  }, [sources, t, exact, short, more, when])
  const count = useMemo(() => {
    if (changes === undefined) return undefined
    const all = [...changes.changed.values()].map(({ session }) => session)
    return (filters: Parameters<typeof matches>[0]) => {
      const found = all.filter(matches(filters)).length
      return { count: found, title: t('ofSource', { count: found, figure: `${exact(found)}${more}`, when }) }
    }
  }, [changes, t, exact, more, when])
  const total = changes?.changed.size ?? 0
  const titled = useMemo(
    () =>
      total === 0 ? undefined : (page: string) => t('title', { count: total, figure: `${exact(total)}${more}`, page }),
    [total, t, exact, more],
  )
  useEffect(() => {
    useChanges.setState({ marks, ofSource, count, titled })
  }, [marks, ofSource, count, titled])
  useEffect(
    () => () => useChanges.setState({ marks: undefined, ofSource: undefined, count: undefined, titled: undefined }),
    [],
  )
}
