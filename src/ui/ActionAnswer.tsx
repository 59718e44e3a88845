/** The outcome of an action in its dialog: one sentence per part, with the server's message under it. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'

const Words = styled('ul')({ margin: '4px 0 0', paddingInlineStart: '1.25em', overflowWrap: 'anywhere' })

/** One call of the action. */
interface AnsweredPart {
  readonly text: string
  readonly hasFailed: boolean
  /** As the server gave them. */
  readonly messages: readonly string[]
}

interface Props {
  readonly parts: readonly AnsweredPart[]
  /** What it means for the data shown. */
  readonly children?: ReactNode
}

export function ActionAnswer({ parts, children }: Props) {
  return (
    <>
      <Box role={parts.some(({ hasFailed }) => hasFailed) ? 'alert' : 'status'}>
        {parts.map(({ text, hasFailed, messages }, place) => (
          <Box key={place} sx={{ my: 1 }}>
            <Typography sx={{ color: hasFailed ? 'error.main' : undefined }}>{text}</Typography>
            {messages.length > 0 && (
              <Words>
                {messages.map(message => (
                  <li key={message}>
                    <bdi translate="no">{message}</bdi>
                  </li>
                ))}
              </Words>
            )}
          </Box>
        ))}
      </Box>
      {/* Beside the answer: changing figures are not announced each time. */}
      {children}
    </>
  )
}
