/** Nothing to show, said plainly; good news looks like good news. */
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'

const Root = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 8,
  padding: 24,
  textAlign: 'center',
  '& > svg': { color: theme.vars.palette.success.main, fontSize: 32 },
  '& > p': { ...theme.typography.subtitle1, margin: 0, maxWidth: '100%', overflowWrap: 'anywhere' },
}))

const Text = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  maxWidth: 520,
  overflowWrap: 'anywhere',
  color: theme.vars.palette.text.secondary,
}))

interface Props {
  readonly title: ReactNode
  readonly text?: ReactNode
  readonly isGood?: boolean
  readonly action?: ReactNode
}

export function EmptyState({ title, text, isGood = false, action }: Props) {
  return (
    <Root>
      {isGood && <CheckCircle aria-hidden />}
      <p>{title}</p>
      {text !== undefined && <Text>{text}</Text>}
      {action}
    </Root>
  )
}
