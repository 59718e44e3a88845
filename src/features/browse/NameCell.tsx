/** A name, whole on hover. */
import { styled } from '@mui/material/styles'
import { Name } from '@/ui/Name'

const Text = styled('span')({ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' })

export function NameCell({ name }: { readonly name: string }) {
  return (
    <Text {...(name === '' ? {} : { title: name })}>
      <Name text={name} mayBeEmpty />
    </Text>
  )
}
