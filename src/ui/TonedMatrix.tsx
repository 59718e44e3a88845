/** Names down, measures across. */
import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { DerivedMark } from './DerivedMark'
import { Explained } from './Explained'
import { Name } from './Name'
import type { ToneName } from './tones'
import { TONE_COLOUR } from './tones'

const Scroller = styled('div')(({ theme }) => ({
  overflowX: 'auto',
  '&:focus-visible': { outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}` },
}))

const Table = styled('table')(({ theme }) => ({
  ...theme.typography.body2,
  borderCollapse: 'collapse',
  width: '100%',
  '& th': {
    fontWeight: 400,
    textAlign: 'start',
    padding: '2px 8px 2px 0',
    color: (theme.vars ?? theme).palette.text.secondary,
  },
  '& tbody th': { color: (theme.vars ?? theme).palette.text.primary, overflowWrap: 'anywhere', minWidth: 96 },
  '& td, & thead th:not(:first-of-type)': { textAlign: 'end', padding: '2px 0 2px 8px', verticalAlign: 'bottom' },
  '& tbody tr': { borderTop: `1px solid ${(theme.vars ?? theme).palette.divider}` },
}))

export interface MatrixColumn {
  readonly key: string
  readonly label: string
  readonly hint: string
  /** Sums this page made, not figures of the server. */
  readonly isDerived: boolean
}

export interface MatrixCell {
  readonly key: string
  readonly figure: string
  readonly tone: ToneName
  readonly hint: string
}

interface Props {
  readonly title: string
  readonly nameHeader: string
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly MatrixCell[] }[]
}

export function TonedMatrix({ title, nameHeader, columns, rows }: Props) {
  return (
    <Box>
      <Typography component="h4" variant="subtitle2" sx={{ color: 'text.secondary', mb: 0.25 }}>
        {title}
      </Typography>
      <Scroller role="group" aria-label={title} tabIndex={0}>
        <Table>
          <thead>
            <tr>
              <th scope="col">{nameHeader}</th>
              {columns.map(({ key, label, hint, isDerived }) => (
                <th key={key} scope="col">
                  <Explained hint={hint}>{label}</Explained>
                  {isDerived && <DerivedMark />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">
                  <Name text={name} />
                </th>
                {cells.map(({ key, figure, tone, hint }) => (
                  <Box component="td" key={key} sx={{ color: TONE_COLOUR[tone] }}>
                    <Explained hint={hint}>{figure}</Explained>
                  </Box>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Scroller>
    </Box>
  )
}
