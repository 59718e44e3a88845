/** What was asked of REGARDS from this browser by who is signed in: filtered, saved as a file, forgotten. */
import Dialog from '@mui/material/Dialog'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useId, useState } from 'react'
import { JOURNAL_LIMIT, JOURNAL_OUTCOMES } from '@/domain/journal'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { useTranslation } from '@/i18n/translation'
import { useCredentials, useOwner } from '@/stores/credentials'
import { useJournal } from '@/stores/journal'
import { EmptyState } from '@/ui/EmptyState'
import { NamedIconButton } from '@/ui/NamedIconButton'
import { PlainButton } from '@/ui/PlainButton'
import { SelectField } from '@/ui/SelectField'
import fields from '@/ui/fields.module.css'
import { ForgetButton } from './ForgetButton'
import { JournalRow } from './JournalRow'
import { NO_FILTER, filteredLines, useJournalLines } from './journal-words'
import { useJournalCsv } from './useJournalCsv'
import styles from './journal.module.css'

function Note({ isStored }: { readonly isStored: boolean }) {
  const { t } = useTranslation('journal')
  const { exact } = useFormat()
  const { user = '', project = '' } = useCredentials(({ identity }) => identity) ?? {}
  const words = { user: isolate(user), project: isolate(project), limit: exact(JOURNAL_LIMIT) }
  return <p>{t(isStored ? 'note' : 'notePage', words)}</p>
}

export function JournalDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('journal')
  const { t: tFrame } = useTranslation('frame')
  const { t: tCommon } = useTranslation('common')
  const { t: tRecords } = useTranslation('records')
  const { exact } = useFormat()
  const id = useId()
  const isNarrow = useMediaQuery('(max-width: 899px)', { noSsr: true })
  const owner = useOwner()
  const { entries, isStored } = useJournal(owner)
  const [filter, setFilter] = useState(NO_FILTER)
  const lines = useJournalLines()(entries)
  const shown = filteredLines(lines, filter)
  const save = useJournalCsv()
  const isEmpty = shown.length === 0
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={isNarrow}
      fullWidth
      maxWidth="lg"
      transitionDuration={0}
      aria-labelledby={id}
      // Its head stays where it is: while one types, only the lower edge moves.
      slotProps={isNarrow ? {} : { container: { sx: { alignItems: 'flex-start' } } }}
    >
      <header className={styles['head']}>
        <div>
          <h2 id={id}>{tFrame('journal')}</h2>
          <Note isStored={isStored} />
        </div>
        <NamedIconButton name={tCommon('close')} icon="close" onClick={onClose} />
      </header>
      <div className={styles['tools']}>
        <input
          className={fields['field']}
          type="search"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          aria-label={t('search')}
          placeholder={t('search')}
          value={filter.text}
          onChange={event => setFilter({ ...filter, text: event.target.value })}
        />
        <SelectField
          label={t('outcomeFilter')}
          value={filter.outcome}
          options={(['all', ...JOURNAL_OUTCOMES] as const).map(value => ({
            value,
            label: value === 'all' ? t('all') : t(`outcome.${value}`),
          }))}
          onChange={outcome => setFilter({ ...filter, outcome })}
        />
        <span className={styles['shown']} role="status">
          {t('shown', { count: lines.length, figure: exact(shown.length), total: exact(lines.length) })}
        </span>
        <div className={styles['end']}>
          <PlainButton aria-disabled={isEmpty} onClick={() => !isEmpty && save(shown, filter)}>
            {tRecords('csv.button')}
          </PlainButton>
          <ForgetButton owner={owner} isEmpty={lines.length === 0} />
        </div>
      </div>
      {isEmpty ? (
        <EmptyState
          title={t(lines.length === 0 ? 'empty' : 'noMatch')}
          text={lines.length === 0 ? t('emptyText') : undefined}
          action={lines.length > 0 && <PlainButton onClick={() => setFilter(NO_FILTER)}>{t('clear')}</PlainButton>}
        />
      ) : (
        // It scrolls, and not every entry holds a link: the keys need a place to stand.
        <ul className={styles['list']} aria-label={t('list')} tabIndex={0}>
          {shown.map(line => (
            <JournalRow key={line.entry.id} line={line} onOpen={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
