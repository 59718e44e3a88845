/** No text is longer than its place: badges, heads of columns, buttons and tooltips. */
import { describe, expect, it } from 'vitest'
import type { Language } from '@/domain/languages'
import { LANGUAGE_CODES } from '@/domain/languages'
import { textsOf } from './texts'

interface Kind {
  readonly keys: RegExp
  readonly limit: Readonly<Record<Language, number>>
}

const keys = (...patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})(?:_\\w+)?$`)

const KINDS: Readonly<Record<string, Kind>> = {
  badge: {
    keys: keys(
      '(?:board|session)\\.badge\\.\\w+',
      'session\\.setAside',
      '(?:board|session)\\.okSetAside',
      'board\\.(?:notReliable|noNews)',
    ),
    limit: { en: 12, fr: 12 },
  },
  column: { keys: keys('(?:board|records)\\.column\\.\\w+'), limit: { en: 16, fr: 20 } },
  button: {
    keys: keys(
      'board\\.(?:clear\\.\\w+|clearShort|freeSource|columnsOf\\.\\w+)',
      'columns\\.(?:up|down|reset)',
      'common\\.(?:retry|cancel|close|error\\.(?:more|less)|notices\\.close|crash\\.again)',
      'frame\\.(?:refresh|retryNow|settings|keyboard|signOut|toDark|toLight|signInNow|notFound\\.back)',
      'session\\.(?:previous|next|close|copy\\.(?:source|session)|share\\.copy\\w+|see\\..+)',
      'session\\.relaunch\\.(?:button\\w*|confirm\\w*|repeat|sendAgain|unsent\\.(?:send|discard)|chain\\.again)',
      'session\\.relaunchProgress\\.reload',
      'records\\.(?:close|admin|ask|readAll|readUpTo|stop|causes\\.(?:free|relaunch)|choose\\.(?:clear|relaunch|decide\\w*))',
      'records\\.(?:detail\\.(?:close|copy|save)|action\\.(?:\\w+\\.(?:button|confirm)|again)|csv\\.(?:button|cancel))',
      'deletion\\.(?:button|confirm|sendAgain|reach\\.again|exact\\.(?:confirm|rest|stop|copy)|name\\.copy|line\\.reload)',
      'signIn\\.(?:submit|again\\.other)',
    ),
    limit: { en: 28, fr: 36 },
  },
  tooltip: {
    keys: keys('.*(?:\\.hint|Hint|[hH]int\\.\\w+)', 'board\\.okSetAsideSome', 'session\\.(?:negative|unreadable)'),
    limit: { en: 160, fr: 160 },
  },
}

/** What is there before any figure or name is put in. */
const bare = (text: string) =>
  text
    .replace(/\{\{\w+\}\}/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe.each(LANGUAGE_CODES)('in %s', language => {
  const texts = textsOf(language)

  it.each(Object.entries(KINDS))('every %s has room', (_, { keys: ofKind, limit }) => {
    const all = texts.filter(([path]) => ofKind.test(path))
    expect(all.length).toBeGreaterThan(5)
    expect(all.filter(([, text]) => bare(text).length > limit[language])).toEqual([])
  })
})
