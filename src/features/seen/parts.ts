/** What the line over the sessions and the signs in the lists are drawn with; loaded with them, and not with the page. */
import { styled } from '@mui/material/styles'

export const Line = styled('div')({
  display: 'flex',
  flex: 'none',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: '2px 12px',
  margin: '0 12px 8px',
  paddingInline: 8,
  borderInlineStart: '4px solid var(--mui-palette-primary-main)',
  font: 'var(--mui-font-body2)',
  overflowWrap: 'anywhere',
  '& > span': { minWidth: 0 },
})

/** At the end of the line, as far as it is one. */
export const Tools = styled('div')({ display: 'flex', flexWrap: 'wrap', marginInlineStart: 'auto' })

/** Below the line, so that nothing moves under the pointer that opens it. */
export const Gone = styled('details')({
  flexBasis: '100%',
  order: 1,
  minWidth: 0,
  '& > summary': { width: 'fit-content', cursor: 'pointer' },
  '& > p': { margin: '2px 0' },
})

export const Names = styled('ul')({
  maxHeight: 130,
  margin: '2px 0 4px',
  paddingInlineStart: 20,
  overflow: 'auto',
  '&:focus-visible': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: 1 },
})

/** A sign before a name, which has the rest of the cell. */
export const Signed = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minWidth: 0,
  '& > a': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
})

/** Each kind of change has its colour. */
const COLOURS = {
  color: 'var(--mui-palette-text-secondary)',
  '&[data-kind=error]': { color: 'var(--mui-palette-error-main)' },
  '&[data-kind=new]': { color: 'var(--mui-palette-info-main)' },
  '&[data-kind=recovered]': { color: 'var(--mui-palette-success-main)' },
} as const

export const Word = styled('span')(COLOURS)

export const Pill = styled('span')({
  flex: 'none',
  boxSizing: 'border-box',
  minWidth: 16,
  padding: '0 3px',
  border: '1px solid currentcolor',
  borderRadius: 8,
  fontSize: '0.6875rem',
  fontWeight: 700,
  lineHeight: '14px',
  textAlign: 'center',
  ...COLOURS,
})
