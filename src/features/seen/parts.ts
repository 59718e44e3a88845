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
  // At its end, as far as it is one line.
  '& > button:first-of-type': { marginInlineStart: 'auto' },
  '& > span': { minWidth: 0 },
})

export const Gone = styled('details')({
  minWidth: 0,
  '&[open]': { flexBasis: '100%', order: 1 },
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

export const Pill = styled('span')({
  flex: 'none',
  boxSizing: 'border-box',
  minWidth: 16,
  padding: '0 3px',
  border: '1px solid currentcolor',
  borderRadius: 8,
  color: 'var(--mui-palette-text-secondary)',
  fontSize: '0.6875rem',
  fontWeight: 700,
  lineHeight: '14px',
  textAlign: 'center',
  '&[data-kind=error]': { color: 'var(--mui-palette-error-main)' },
  '&[data-kind=new]': { color: 'var(--mui-palette-info-main)' },
  '&[data-kind=recovered]': { color: 'var(--mui-palette-success-main)' },
})
