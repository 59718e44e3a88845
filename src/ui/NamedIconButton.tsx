/** A small button that is an icon: its name is read out, and shown when one points at it. */
import type { IconButtonProps } from '@mui/material/IconButton'
import IconButton from '@mui/material/IconButton'

export function NamedIconButton({ name, ...props }: Omit<IconButtonProps, 'name'> & { readonly name: string }) {
  return <IconButton size="small" aria-label={name} title={name} {...props} />
}
