/** The tools of a whole list: reload, export CSV, open in the REGARDS administration. */
import OpenInNew from '@mui/icons-material/OpenInNew'
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { FILE_LIMIT } from '@/queries/whole-reading'
import type { RecordList } from '@/queries/records'
import { PlainButton } from '@/ui/PlainButton'
import { useAnnouncedProgress } from '@/ui/useAnnouncedProgress'
import type { CsvFile } from './useCsvFile'

const Tools = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 4,
  marginInlineStart: 'auto',
})

const AdminLink = styled('a')(({ theme }) => ({
  ...theme.typography.button,
  fontSize: '0.8125rem',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  minHeight: 30,
  padding: '0 8px',
  borderRadius: 6,
  color: theme.vars.palette.primary.main,
  textDecoration: 'none',
  '&:hover': { textDecoration: 'underline' },
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 1 },
  '& svg': { fontSize: 16 },
}))

interface Props {
  readonly read: RecordList<object>
  readonly csv: CsvFile
  readonly adminUrl: string | undefined
}

export function RecordTools({ read, csv, adminUrl }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { rows, isFetching, isReadingAll } = read
  const { progress } = csv
  const text = progress && t('csv.reading', { read: exact(progress.received), total: exact(progress.total) })
  const share = progress && progress.received / Math.max(1, progress.total)
  useAnnouncedProgress(share, () => (share === 0 ? t('csv.started') : (text ?? '')))
  const isAsking = isFetching && !isReadingAll
  return (
    <Tools data-screen>
      {/* Its figures change with every page: they are not announced each time. */}
      {text !== undefined && <span>{text}</span>}
      <PlainButton aria-disabled={isFetching} onClick={() => !isFetching && read.retry()}>
        {t(isAsking ? 'asking' : 'ask')}
      </PlainButton>
      <PlainButton
        title={t('csv.hint', { figure: exact(FILE_LIMIT) })}
        aria-disabled={rows === undefined}
        onClick={() => {
          if (progress !== undefined) csv.cancel()
          else if (rows !== undefined) csv.start()
        }}
      >
        {t(progress !== undefined ? 'csv.cancel' : 'csv.button')}
      </PlainButton>
      {adminUrl !== undefined && (
        <AdminLink href={adminUrl} target="_blank" rel="noreferrer">
          {t('admin')}
          <OpenInNew aria-hidden />
        </AdminLink>
      )}
    </Tools>
  )
}
