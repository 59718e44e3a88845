/** How the button of the top bar and the list it opens are drawn: not in the style sheet of the page, which comes before the first row. */
import { styled } from '@mui/material/styles'
import { PlainButton } from '@/ui/PlainButton'

/** Below, the figure alone: the controls of the bar need the room. */
const NARROW = '@media (max-width: 1199.95px)'
const TELEPHONE = '@media (max-width: 479.95px)'

export const BarButton = styled(PlainButton)(({ theme }) => ({
  '&&': {
    minHeight: 32,
    color: theme.vars.palette.text.primary,
    fontWeight: 400,
    whiteSpace: 'nowrap',
  },
  '&&[data-ended]': { borderColor: 'currentcolor', color: theme.vars.palette.primary.main },
  '& svg': { width: 20, height: 20, fill: 'currentcolor' },
  '& span + span': { display: 'none' },
  [NARROW]: {
    '& span': { display: 'none' },
    '& span + span': { display: 'inline' },
  },
}))

export const PAPER = {
  width: 'min(460px, calc(100vw - 32px))',
  padding: '8px 12px 12px',
  fontSize: '0.875rem',
  overflowWrap: 'anywhere',
} as const

export const Head = styled('div')({ display: 'flex', alignItems: 'center', gap: 8 })

export const Title = styled('h2')({ flex: 1, margin: 0, outline: 'none', fontSize: '1rem', fontWeight: 600 })

export const List = styled('ul')({
  maxHeight: '50vh',
  margin: '4px 0 8px',
  padding: 0,
  overflow: 'auto',
  listStyle: 'none',
})

export const Item = styled('li')(({ theme }) => ({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 12,
  padding: '8px 4px',
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  '& > button': { flex: 'none' },
  [TELEPHONE]: { flexDirection: 'column', gap: 4 },
}))

export const About = styled('div')({
  flex: 1,
  minWidth: 0,
  // A name that leads to the thing begins where one that does not begins.
  '& button': {
    justifyContent: 'flex-start',
    padding: 0,
    border: 'none',
    textAlign: 'start',
    whiteSpace: 'normal',
  },
  '& > span, & > button': { fontWeight: 500 },
})

export const Line = styled('p')(({ theme }) => ({ margin: 0, color: theme.vars.palette.text.secondary }))
export const Note = styled(Line)({ paddingBlockStart: 4 })
