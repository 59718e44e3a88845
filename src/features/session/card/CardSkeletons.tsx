/** Cards of the same size where cards will be: nothing jumps when the answer comes. */
import Skeleton from '@mui/material/Skeleton'
import { visuallyHidden } from '@/ui/visually-hidden'
import { Grid } from './SessionCards'

const CARDS = [0, 1, 2, 3]

export function CardSkeletons({ label }: { readonly label: string }) {
  return (
    <>
      <span role="status" style={visuallyHidden}>
        {label}
      </span>
      <Grid aria-hidden>
        {CARDS.map(card => (
          <Skeleton key={card} variant="rounded" animation={false} height={260} />
        ))}
      </Grid>
    </>
  )
}
