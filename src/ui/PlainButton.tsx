/** The button of everything that is drawn first: MUI's would bring its ripples and variants before the first row. */
import { styled } from '@mui/material/styles'
import type { ComponentProps } from 'react'

const Root = styled('button')(({ theme }) => ({
  ...theme.typography.button,
  fontSize: '0.8125rem',
  boxSizing: 'border-box',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 4,
  minHeight: 30,
  minWidth: 32,
  maxWidth: '100%',
  margin: 0,
  padding: '0 8px',
  border: '1px solid transparent',
  borderRadius: 6,
  background: 'none',
  color: theme.vars.palette.primary.main,
  cursor: 'pointer',
  '&[data-look=framed]': { borderColor: 'currentColor' },
  '&[data-look=inherited]': { color: 'inherit' },
  '&:hover': { backgroundColor: theme.vars.palette.action.hover },
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 1 },
  '&[aria-disabled=true]': { color: theme.vars.palette.text.disabled, cursor: 'default' },
}))

interface Props extends ComponentProps<'button'> {
  /** `framed` has a border, `inherited` the colour of the text around it. */
  readonly look?: 'plain' | 'framed' | 'inherited'
}

export function PlainButton({ look = 'plain', ...props }: Props) {
  return <Root type="button" data-look={look} {...props} />
}
