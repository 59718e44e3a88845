/** What a field of the filters says of a value it does not take: below the fields, loaded with them. */
import { styled } from '@mui/material/styles'

export const Refused = styled('span')({
  flexBasis: '100%',
  maxWidth: 364,
  color: 'var(--mui-palette-error-main)',
  font: 'var(--mui-font-body2)',
})
