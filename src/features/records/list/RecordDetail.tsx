/** An opened row: all its fields, the full error message, and its extras. */
import Close from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import type { Ref } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { RecordListId, RecordRows } from '@/domain/record-list'
import { FoldedText } from '@/ui/FoldedText'
import { Name } from '@/ui/Name'
import { useCopy } from '@/ui/useCopy'
import { RecordExtras } from './RecordExtras'
import { useCellText } from './cell-text'
import { isWrittenOtherwise, rawValue } from './raw-value'
import { RECORD_COLUMNS } from './record-columns'

const Aside = styled('section')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  gap: 10,
  minWidth: 0,
  padding: '8px 12px 16px',
  overflow: 'auto',
  overflowWrap: 'anywhere',
  '& > *': { maxWidth: '100%' },
  '& > pre, & > table, & > dl': { width: '100%', boxSizing: 'border-box' },
}))

const Head = styled('div')({ display: 'flex', alignItems: 'flex-start', gap: 8, width: '100%' })

const Fields = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(110px, max-content) minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 3,
  margin: 0,
  '& dt': { color: theme.vars.palette.text.secondary },
  '& dd': { margin: 0 },
}))

/** A stack trace is folded, a message is not. */
const FOLD_AFTER = 12

interface Props<L extends RecordListId> {
  readonly list: L
  readonly row: RecordRows[L]
  readonly onClose: () => void
  readonly headingRef: Ref<HTMLHeadingElement>
}

export function RecordDetail<L extends RecordListId>({ list, row, onClose, headingRef }: Props<L>) {
  const { t } = useTranslation('records')
  const copy = useCopy()
  const textOf = useCellText()
  const columns = RECORD_COLUMNS[list]
  const name = columns[0].value(row) ?? ''
  const { cause } = row
  return (
    <Aside aria-label={t('detail.name', { name })}>
      <Head>
        <Typography
          ref={headingRef}
          component="h3"
          variant="subtitle1"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, outline: 'none' }}
        >
          <Name text={name} />
        </Typography>
        <IconButton size="small" aria-label={t('detail.close')} title={t('detail.close')} onClick={onClose}>
          <Close fontSize="small" />
        </IconButton>
      </Head>
      <Fields>
        {columns.slice(1).map(column => {
          if (column.kind === 'cause') return null
          const text = textOf<RecordRows[L]>(column, row)
          const raw = rawValue<RecordRows[L]>(column, row)
          return (
            <div key={column.id} style={{ display: 'contents' }}>
              <dt>{t(`column.${column.id}`)}</dt>
              <dd title={isWrittenOtherwise(column) && raw !== undefined ? String(raw) : undefined}>
                {text === '' ? t('none') : <Name text={text} />}
              </dd>
            </div>
          )
        })}
      </Fields>
      {cause !== undefined && (
        <>
          <Typography component="h4" variant="subtitle2">
            {t('detail.error')}
          </Typography>
          <FoldedText key={row.key} name={t('detail.error')} text={cause} foldAfter={FOLD_AFTER} />
          <Button size="small" onClick={() => copy(cause, t('detail.copied'))}>
            {t('detail.copy')}
          </Button>
        </>
      )}
      <RecordExtras key={`${row.key} more`} row={row} />
    </Aside>
  )
}
