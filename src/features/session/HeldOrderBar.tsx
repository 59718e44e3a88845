/** An order that was not sent because the sign-in had ended: it goes out on a fresh click, or is discarded (trust F11, F12). */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { mayBeWorking } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import { useRelaunch } from '@/queries/useRelaunch'
import { useCredentials } from '@/stores/credentials'
import type { HeldOrder } from '@/stores/held-order'
import { useHeldOrder } from '@/stores/held-order'
import { notify } from '@/ui/notices'
import { isolate } from '@/i18n/isolate'
import { useOutcomeWords } from '@/i18n/outcome-words'
import { useStepWords } from '@/i18n/step-words'

const Bar = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  padding: '4px 12px',
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  borderInlineStart: `4px solid ${(theme.vars ?? theme).palette.warning.main}`,
  borderBottom: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  overflowWrap: 'anywhere',
}))

function Held({ order }: { readonly order: HeldOrder }) {
  const { t } = useTranslation('session')
  const { ref, stepId, only } = order
  const { send, isPending } = useRelaunch(ref)
  const words = useOutcomeWords(stepId)
  const step = useStepWords()(stepId).title
  const drop = useHeldOrder(held => held.drop)

  const sendNow = async () => {
    if (isPending) return
    try {
      const { outcome } = await send({ ref, stepId, only })
      drop()
      const text = outcome.parts.map(part => words.part(part)).join(' ')
      notify({ tone: mayBeWorking(outcome) ? 'success' : 'error', text: t('relaunch.done', { step, text }) })
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      // Refused once more: it stays here, and the password is asked for again.
      if (error.isUnauthorised) return
      drop()
      notify({ tone: 'error', text: t(error.isNotFound ? 'relaunch.notSentGone' : 'relaunch.notSentUnread') })
    }
  }
  return (
    <Bar role="group" aria-label={t('relaunch.held.name')}>
      <span>{t('relaunch.held.text', { step, source: isolate(ref.source), session: isolate(ref.name) })}</span>
      <Button size="small" variant="contained" aria-disabled={isPending} onClick={() => void sendNow()}>
        {t(isPending ? 'relaunch.pending' : 'relaunch.held.send')}
      </Button>
      <Button size="small" onClick={drop}>
        {t('relaunch.held.discard')}
      </Button>
    </Bar>
  )
}

export function HeldOrderBar() {
  const order = useHeldOrder(held => held.order)
  const identity = useCredentials(credentials => credentials.identity)
  const owner = identity === undefined ? '' : `${identity.project}+${identity.user}`
  return order?.owner === owner ? <Held order={order} /> : null
}
