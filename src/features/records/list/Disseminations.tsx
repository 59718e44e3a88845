/** The delivery of a product to each recipient, with the dates. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import type { Dissemination } from '@/domain/record-list'
import { useFormat } from '@/i18n/format'
import { Name } from '@/ui/Name'

const Table = styled('table')(({ theme }) => ({
  ...theme.typography.body2,
  borderCollapse: 'collapse',
  width: '100%',
  '& caption': { ...theme.typography.subtitle2, textAlign: 'start', paddingBottom: 4 },
  '& th, & td': {
    textAlign: 'start',
    fontWeight: 400,
    padding: '3px 12px 3px 0',
    borderBottom: `1px solid ${theme.vars.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  '& thead th': { fontWeight: 600, color: theme.vars.palette.text.secondary },
  '& i': { fontStyle: 'normal', color: theme.vars.palette.warning.main },
}))

export function Disseminations({ items }: { readonly items: readonly Dissemination[] }) {
  const { t } = useTranslation('records')
  const { date } = useFormat()
  if (items.length === 0) return null
  return (
    <Table>
      <caption>{t('detail.disseminations')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('detail.recipient')}</th>
          <th scope="col">{t('detail.sent')}</th>
          <th scope="col">{t('detail.acknowledged')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ recipient, requestDate, ackDate }, place) => (
          // A recipient can occur twice: only the index is unique.
          <tr key={`${recipient} ${place}`}>
            <th scope="row">
              <Name text={recipient} />
            </th>
            <td>{requestDate === undefined ? t('none') : date(requestDate)}</td>
            <td>{ackDate === undefined ? <i>{t('detail.pending')}</i> : date(ackDate)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
