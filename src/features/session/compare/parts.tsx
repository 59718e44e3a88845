/** What the parts of the comparison are drawn with. */
import { styled } from '@mui/material/styles'

export const Body = styled('div')(({ theme: { vars, typography } }) => ({
  ...typography.body2,
  // The list of suggestions has its room, whatever is compared.
  minHeight: 'min(400px, 100vh - 240px)',
  '& > p, & section > p': { margin: '0 0 8px', color: vars.palette.text.secondary },
  '& h3': { ...typography.subtitle1, margin: '16px 0 4px' },
  '& h4': { ...typography.subtitle2, margin: '12px 0 2px' },
}))

export const Chooser = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 360px)',
  alignItems: 'center',
  gap: '4px 12px',
  marginBottom: 8,
  '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
})

/** The names take what the figures leave. */
export const Table = styled('table')(({ theme: { vars } }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  '& th, & td': {
    padding: '3px 8px 3px 0',
    borderBottom: `1px solid ${vars.palette.divider}`,
    fontWeight: 400,
    textAlign: 'start',
    verticalAlign: 'baseline',
    overflowWrap: 'anywhere',
  },
  '& thead th': { color: vars.palette.text.secondary, verticalAlign: 'bottom' },
  '& thead small': { display: 'block', fontSize: 'inherit' },
  '& th:not(:first-child), & td': { width: '18%', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  '& [data-group] th': { paddingTop: 10, width: 'auto', fontWeight: 600, textAlign: 'start' },
  '& td:last-child': { fontWeight: 600 },
  '& tr > :last-child': { paddingInlineEnd: 0 },
  '& [data-quiet] > *': { color: vars.palette.text.secondary, fontWeight: 400 },
  '& i': { color: vars.palette.text.secondary },
  '@media (max-width: 599px)': {
    '& th:not(:first-child), & td': { width: '22%' },
    '& thead small': { display: 'none' },
  },
}))
