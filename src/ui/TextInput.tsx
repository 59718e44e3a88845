/** The one-line field of forms and confirmations; its label is its neighbour's. */
import { styled } from '@mui/material/styles'

export const TextInput = styled('input')(({ theme }) => ({
  boxSizing: 'border-box',
  width: '100%',
  height: 40,
  padding: '0 12px',
  font: 'inherit',
  fontSize: '1rem',
  borderRadius: 6,
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.text.secondary}`,
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}` },
}))
