/** Some texts of a server as examples: the variable parts are what they show, not a whole stack trace. */
import { styled } from '@mui/material/styles'

const List = styled('ul')(({ theme }) => ({
  margin: '2px 0 4px',
  paddingInlineStart: '1.25em',
  color: theme.vars.palette.text.secondary,
  '& bdi': { whiteSpace: 'pre-wrap' },
}))

/** Characters of a text that are shown. */
const LONGEST = 300

export function TextExamples({ texts }: { readonly texts: readonly string[] }) {
  return (
    <List>
      {texts.map(text => (
        <li key={text}>
          <bdi translate="no">{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</bdi>
        </li>
      ))}
    </List>
  )
}
