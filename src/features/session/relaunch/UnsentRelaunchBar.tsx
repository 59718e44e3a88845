/** An order that was not sent because the sign-in had ended: it goes out on a fresh click, or is discarded. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useEffect } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { RelaunchAction } from '@/domain/action'
import { subjectOf } from '@/domain/action'
import { isolate } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'
import { useAction } from '@/queries/useAction'
import { useOwner } from '@/stores/credentials'
import type { HeldOrder } from '@/stores/unsent-relaunch'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'

const Bar = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  padding: '4px 12px',
  backgroundColor: theme.vars.palette.background.paper,
  borderInlineStart: `4px solid ${theme.vars.palette.warning.main}`,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  overflowWrap: 'anywhere',
}))

function Held({ order: held }: { readonly order: HeldOrder }) {
  const { t } = useTranslation('session')
  const { ref, stepId, only } = held
  const order: RelaunchAction = { kind: 'relaunch', ref, stepId, only }
  const { submit, isPending, elsewhere, notSent, before } = useAction(subjectOf(order), false)
  const step = useStepWords()(stepId).title
  const drop = useUnsentRelaunch(store => store.discard)
  // What became of it is told like that of any order (features/shell/ActionNotices.tsx); refused once more, it stays here.
  useEffect(() => {
    if (notSent !== undefined && notSent !== 'signedOut') drop()
  }, [notSent, drop])
  return (
    <Bar role="group" aria-label={t('relaunch.held.name')}>
      <span>
        {t('relaunch.held.text', { step, source: isolate(ref.source), session: isolate(ref.name) })}{' '}
        {before !== undefined && t('relaunch.held.before')}
      </span>
      <Button
        size="small"
        variant="contained"
        aria-disabled={isPending || elsewhere !== undefined}
        onClick={() => submit(order, drop)}
      >
        {t(isPending ? 'relaunch.pending' : 'relaunch.held.send')}
      </Button>
      <Button size="small" onClick={drop}>
        {t('relaunch.held.discard')}
      </Button>
    </Bar>
  )
}

export function UnsentRelaunchBar() {
  const order = useUnsentRelaunch(held => held.order)
  const owner = useOwner()
  return owner !== '' && order?.owner === owner ? <Held order={order} /> : null
}
