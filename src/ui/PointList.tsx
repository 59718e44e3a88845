/** A titled list of sentences: what an action will do, in dialogs. */
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'

export const Points = styled('ul')({ margin: '4px 0 12px', paddingInlineStart: '1.25em', '& &': { margin: 0 } })

/** Nothing where there are no points. */
export function PointList({ title, points }: { readonly title: string; readonly points: readonly ReactNode[] }) {
  if (points.length === 0) return null
  return (
    <>
      <Typography component="h3" variant="subtitle2">
        {title}
      </Typography>
      <Points>
        {points.map((point, place) => (
          <li key={place}>{point}</li>
        ))}
      </Points>
    </>
  )
}
