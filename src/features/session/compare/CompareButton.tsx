/** Opens the comparison of the open session with another one of its source; its code comes with the first opening. */
import { Suspense, lazy, useState } from 'react'
import { loadMessages } from '@/i18n/i18n'
import { useTranslation } from '@/i18n/translation'
import { PlainButton } from '@/ui/PlainButton'
import type { CompareDialogProps } from './CompareDialog'

const CompareDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./CompareDialog'), loadMessages(['session', 'steps'])])
  return { default: dialog.CompareDialog }
})

export function CompareButton({ session }: Pick<CompareDialogProps, 'session'>) {
  const { t } = useTranslation('session')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <PlainButton look="inherited" aria-haspopup="dialog" title={t('compareHint')} onClick={() => setOpen(true)}>
        {t('compare')}
      </PlainButton>
      {isOpen && (
        <Suspense>
          <CompareDialog session={session} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
