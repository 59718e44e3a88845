/** Forgets the journal at the second click; the first one only asks. */
import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { forgetJournal } from '@/stores/journal'
import { PlainButton } from '@/ui/PlainButton'
import { announce } from '@/ui/announce'

/** So long the second click is waited for, in milliseconds. */
const ASKED_FOR = 10_000

interface Props {
  readonly owner: string
  readonly isEmpty: boolean
}

export function ForgetButton({ owner, isEmpty }: Props) {
  const { t } = useTranslation('journal')
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    if (!isAsked) return
    const timer = setTimeout(() => setAsked(false), ASKED_FOR)
    return () => clearTimeout(timer)
  }, [isAsked])
  return (
    <PlainButton
      aria-disabled={isEmpty}
      look={isAsked ? 'framed' : 'plain'}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (isEmpty) return
        if (isAsked) {
          forgetJournal(owner)
          announce(t('forgotten'))
        }
        setAsked(!isAsked)
      }}
    >
      {t(isAsked ? 'forgetConfirm' : 'forget')}
    </PlainButton>
  )
}
