/** What the cells of both lists show: pure functions of a row, the words, the formats and the time. */
import type { TFunction } from '@/i18n/translation'
import type { ReactNode } from 'react'
import type { Counters } from '@/domain/session'
import type { Stall } from '@/domain/stall'
import type { ChangeMarks } from '@/stores/changes'
import type { Format } from '@/i18n/format'
import { CountBadge } from '@/ui/CountBadge'
import { Name } from '@/ui/Name'
import { nameEnds } from '@/ui/name-ends'
import { badgeRoom } from './badge-room'
import styles from './cells.module.css'

/** What every cell is written with; the same object as long as nothing of it changes. */
export interface CellWords {
  readonly t: TFunction<'board'>
  readonly format: Format
  readonly typeWord: (type: string) => string
  /** Minutes without a change after which running work counts as stalled. */
  readonly stalledAfter: number
  /** What changed since the last look, where there was one. */
  readonly changes?: ChangeMarks | undefined
}

const BADGES = [
  ['error', 'errors'],
  ['running', 'running'],
  ['waiting', 'waiting'],
] as const

interface StateCell {
  readonly counters: Counters
  /** What did not get through, though REGARDS calls it no error; told only where nothing else is. */
  readonly leftOut: number
  /** How it was added up. */
  readonly leftOutHint: string
  readonly stall: Stall | undefined
}

/** Badges in error, running, waiting; nothing when all is well, and what was left out when it only seems so. */
export function stateCell({ t, format, ...words }: CellWords, { counters, leftOut, leftOutHint, stall }: StateCell) {
  const badges = BADGES.filter(([, counter]) => counters[counter] > 0).map(([tone, counter]) => {
    const n = counters[counter]
    const word = t(`badge.${tone}`, { count: n, figure: format.exact(n) })
    return { tone, word, whole: format.count(n), short: format.short(n) }
  })
  const { wholeFrom, from } = badgeRoom(badges)
  const stalled = stall && stallWords({ t, format, ...words }, stall)
  return (
    <span className={styles['states']} data-room>
      {badges.map(({ tone, word, whole, short }, place) => (
        <CountBadge
          key={tone}
          tone={tone}
          figure={whole}
          short={short}
          word={word}
          wholeFrom={wholeFrom}
          from={from[place]}
        />
      ))}
      {from.map((width, place) => {
        if (width === undefined) return null
        const hidden = t('more', {
          words: badges
            .slice(place)
            .map(({ word }) => word)
            .join(', '),
        })
        return <MoreSign key={width} words={hidden} from={from[place - 1]} below={width} />
      })}
      {stalled && (
        <span className={styles['stalled']} title={stalled.hint} data-instead-of="updated">
          {stalled.duration}
        </span>
      )}
      {badges.length === 0 && leftOut > 0 && (
        <span className={styles['leftOut']} title={`${format.exact(leftOut)}. ${leftOutHint}`}>
          {t('okSetAside', { count: leftOut, figure: format.short(leftOut) })}
        </span>
      )}
    </span>
  )
}

interface MoreProps {
  readonly words: string
  readonly from: number | undefined
  readonly below: number
}

/** Stands for the badges that have no room. */
function MoreSign({ words, from, below }: MoreProps) {
  return (
    <span className={styles['more']} role="img" aria-label={words} title={words} data-from={from} data-below={below}>
      …
    </span>
  )
}

function stallWords({ t, format, typeWord }: CellWords, { type, age }: Stall) {
  const duration = format.duration(age)
  return { duration, hint: t('noNewsHint', { step: typeWord(type), duration }) }
}

interface Dates {
  readonly iso: string | undefined
  readonly stall?: Stall | undefined
}

/** When something was, or last changed; for how long nothing has, where that is too long for something that runs. */
export function ageText({ t, format }: CellWords, { iso, stall }: Dates, now: number): string {
  if (stall !== undefined) return t('noNews', { duration: format.duration(stall.age) })
  return iso === undefined ? t('noDate') : format.relative(iso, now)
}

export function ageTitle(words: CellWords, { iso, stall }: Dates): string | undefined {
  if (stall !== undefined) return stallWords(words, stall).hint
  return iso === undefined ? undefined : words.format.date(iso)
}

export function ageCell(words: CellWords, dates: Dates, now: number): ReactNode {
  const text = ageText(words, dates, now)
  if (dates.stall !== undefined) return <span className={styles['stalled']}>{text}</span>
  return dates.iso === undefined ? text : <time dateTime={dates.iso}>{text}</time>
}

interface Total {
  readonly value: number | undefined
  /** What the parts of it add up to, where that is something else. */
  readonly sum?: number | undefined
}

const isReliable = ({ value, sum }: Total) => value === undefined || (value >= 0 && sum === undefined)

/** A figure: short, nothing where there is none, and never a number REGARDS got wrong. */
export function countCell({ t, format }: CellWords, total: Total): ReactNode {
  if (total.value === undefined) return null
  if (isReliable(total)) return format.count(total.value)
  return <i className={styles['quiet']}>{t('notReliable')}</i>
}

/** The exact figure; for one that is wrong, what it is and should be. */
export function countTitle({ t, format }: CellWords, total: Total): string | undefined {
  const { value, sum } = total
  if (value === undefined) return undefined
  const figure = format.exact(value)
  if (isReliable(total)) return figure
  return sum === undefined ? t('notReliableHint', { figure }) : t('driftHint', { figure, sum: format.exact(sum) })
}

/** Spaces at a cut are as wide as elsewhere. */
const shown = (part: string) => part.replace(/\s/g, '\u00a0')

/** A name that is a link to what it names: to be opened in another tab, or copied. A plain click is the row's (src/ui/VirtualTable.tsx). */
export function nameCell(name: string, address: string): ReactNode {
  const ends = nameEnds(name)
  return (
    <a
      className={ends === undefined ? styles['name'] : `${styles['name']} ${styles['cut']}`}
      href={address}
      data-head={ends && shown(ends.head)}
      data-tail={ends && shown(ends.tail)}
      tabIndex={-1}
      draggable={false}
      data-row-link
      translate="no"
      dir="auto"
    >
      {ends !== undefined && <span>{name}</span>}
      {ends === undefined && (name === '' ? <Name text={name} mayBeEmpty /> : name)}
    </a>
  )
}
