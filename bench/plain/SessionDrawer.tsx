/** The drawer of the plain page: one session, each step with its counters as a card. */
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Drawer from '@mui/material/Drawer'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { StateBadges } from './StateBadges'
import type { Step } from './questions'
import { sessionQuery } from './questions'

const Cards = styled('div')({
  display: 'grid',
  gap: 12,
  padding: 12,
  gridTemplateColumns: 'repeat(auto-fit, minmax(235px, 1fr))',
})

const Figures = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  gap: '2px 12px',
  margin: 0,
  fontSize: 14,
  '& dd': { margin: 0, textAlign: 'end' },
})

const SHOWN = { paper: { sx: { height: '60vh' } } } as const

function StepCard({ step }: { readonly step: Step }) {
  const figures = [['in', step.inputRelated], ['out', step.outputRelated], ...Object.entries(step.properties)]
  return (
    <Card component="article" variant="outlined" sx={{ p: 1.5 }}>
      <Typography component="h3" variant="subtitle1">
        {step.type}
      </Typography>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {step.stepId}
      </Typography>
      <StateBadges steps={[step]} />
      <Figures>
        {figures.flatMap(([name, value]) => [<dt key={`${name}?`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </Figures>
    </Card>
  )
}

interface Props {
  readonly id: number
  readonly title: string
  readonly onClose: () => void
}

export function SessionDrawer({ id, title, onClose }: Props) {
  const { data } = useQuery(sessionQuery(id))
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <Drawer open anchor="bottom" variant="persistent" transitionDuration={0} slotProps={SHOWN}>
      <Typography component="h2" variant="h6" sx={{ px: 1.5, display: 'flex', justifyContent: 'space-between' }}>
        {title} <Button onClick={onClose}>Close</Button>
      </Typography>
      <Cards>
        {data?.steps.map(step => (
          <StepCard key={step.stepId} step={step} />
        ))}
      </Cards>
    </Drawer>
  )
}
