/** Names down, measures across. */
import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { DerivedMark } from './DerivedMark'
import { InfoTooltip } from './InfoTooltip'
import { Name } from './Name'
import type { ToneName } from './tones'
import tones from './tones.module.css'
import { visuallyHidden } from './visually-hidden'

const Scroller = styled('div')(({ theme }) => ({
  overflowX: 'auto',
  containerType: 'inline-size',
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}` },
}))

/** Room that the names, and each measure, need side by side; in pixels. */
const NAMES = 96
const MEASURE = 88

const Table = styled('table', { shouldForwardProp: name => name !== 'measures' })<{ readonly measures: number }>(
  ({ theme, measures }) => ({
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    '& th': {
      fontWeight: 400,
      textAlign: 'start',
      padding: '2px 8px 2px 0',
      color: theme.vars.palette.text.secondary,
    },
    '& tbody th': { color: theme.vars.palette.text.primary, overflowWrap: 'anywhere', minWidth: 96 },
    '& td, & thead th:not(:first-of-type)': { textAlign: 'end', padding: '2px 0 2px 8px', verticalAlign: 'bottom' },
    '& tbody tr': { borderTop: `1px solid ${theme.vars.palette.divider}` },
    // Without room for all of them side by side the measures stand below their name, each with its word: none is cut.
    [`@container (max-width: ${NAMES + measures * MEASURE}px)`]: {
      '&, & tbody, & tbody tr, & tbody th': { display: 'block' },
      '& thead': { ...visuallyHidden },
      '& td': { display: 'flex', justifyContent: 'space-between', gap: 12, padding: '1px 0 1px 12px' },
      '& td::before': { content: 'attr(data-measure)', color: theme.vars.palette.text.secondary },
      '& tbody tr': { paddingBlock: 2 },
    },
  }),
)

interface MatrixColumn {
  readonly key: string
  readonly label: string
  readonly hint: string
  /** Sums this page made, not figures of the server. */
  readonly isDerived: boolean
}

interface MatrixCell {
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
        <Table measures={columns.length}>
          <thead>
            <tr>
              <th scope="col">{nameHeader}</th>
              {columns.map(({ key, label, hint, isDerived }) => (
                <th key={key} scope="col">
                  <InfoTooltip hint={hint}>{label}</InfoTooltip>
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
                {cells.map(({ key, figure, tone, hint }, place) => (
                  <td
                    key={key}
                    className={tones['tone']}
                    data-tone={tone}
                    data-measure={columns[place]?.label}
                    title={columns[place]?.hint}
                  >
                    <InfoTooltip hint={hint}>{figure}</InfoTooltip>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Scroller>
    </Box>
  )
}
