/** The totals of the selected source beside the sums of its sessions, each written out; or why they are not compared. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import type { BoardView } from '@/domain/board-view'
import type { Source } from '@/domain/session'
import { sourceBooks } from '@/domain/source-books'
import type { SourceBooks } from '@/domain/source-books'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { signed } from '@/i18n/signed'
import { useTranslation } from '@/i18n/translation'
import { useTypeWord } from '@/i18n/type-word'
import { useReadSums } from '@/queries/read-sums'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { sessionQuestion } from '../useLists'

const Sums = styled('table')(({ theme: { typography, vars } }) => ({
  ...typography.body2,
  borderCollapse: 'collapse',
  width: '100%',
  '& :is(th, td)': { padding: '1px 0', fontWeight: 400, textAlign: 'start' },
  '& td': { textAlign: 'end' },
  '& tbody tr': { borderTop: `1px solid ${vars.palette.divider}` },
  '& th[scope=rowgroup]': { paddingTop: 10, fontWeight: 600 },
  '& [data-sum=differs] td': { fontWeight: 600 },
  '& [data-sum=nothing]': { color: vars.palette.text.secondary },
}))

/** Said before the sums, or in their place. */
function useSaid(): (books: SourceBooks) => string {
  const { t } = useTranslation('loss')
  const { exact } = useFormat()
  return books => {
    switch (books.kind) {
      case 'told':
        return t('totals.all', { count: books.read, figure: exact(books.read) })
      case 'some':
        return t('totals.some', { read: exact(books.read), total: exact(books.total) })
      case 'changed':
        return t('totals.changed')
      case 'unread':
        return t('totals.unread')
    }
  }
}

function Books({ source, view }: { readonly source: Source; readonly view: BoardView }) {
  const { t } = useTranslation('loss')
  const { exact: plain } = useFormat()
  const exact = (n: number) => (n < 0 ? signed(n, plain) : plain(n))
  const typeWord = useTypeWord()
  const said = useSaid()
  const books = sourceBooks(source, useReadSums(source, sessionQuestion(view)))
  if (books.kind !== 'told') return <p>{said(books)}</p>
  const differing = books.types.flatMap(({ rows }) => rows.filter(({ difference }) => difference !== 0)).length
  return (
    <>
      <p>
        {said(books)}{' '}
        {differing === 0
          ? t('totals.same')
          : `${t('totals.differing', { count: differing, figure: exact(differing) })} ${t('totals.drift')}`}
      </p>
      <Sums>
        <thead>
          <tr>
            <th scope="col">{t('totals.figure')}</th>
            <td>{t('totals.head')}</td>
          </tr>
        </thead>
        {books.types.map(({ type, rows }) => (
          <tbody key={type}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {typeWord(type)}
              </th>
            </tr>
            {rows.map(({ figure, total, sum, difference }) => (
              <tr key={figure} data-sum={difference !== 0 ? 'differs' : total === 0 ? 'nothing' : undefined}>
                <th scope="row">{t(`table.${figure}`)}</th>
                <td>{t('totals.sum', { total: exact(total), sum: exact(sum), difference: exact(difference) })}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </Sums>
    </>
  )
}

export interface TotalsDialogProps {
  readonly view: BoardView
  /** The sources that are loaded. */
  readonly sources: readonly Source[]
  readonly onClose: () => void
}

export function TotalsDialog({ view, sources, onClose }: TotalsDialogProps) {
  const { t } = useTranslation('loss')
  const { t: tCommon } = useTranslation('common')
  const source = sources.find(({ name }) => name === view.source)
  return (
    <ConfirmDialog
      open
      title={view.source === undefined ? t('totals.title') : t('totals.titleOf', { source: isolate(view.source) })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{tCommon('close')}</Button>}
    >
      {source === undefined ? (
        <p>{t(view.source === undefined ? 'totals.none' : 'totals.notListed')}</p>
      ) : (
        <Books source={source} view={view} />
      )}
    </ConfirmDialog>
  )
}
