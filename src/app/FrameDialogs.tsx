/** The dialogs of the frame: their code and their words come at the first opening of each. */
import { Suspense } from 'react'
import type { FrameDialog } from '@/features/shell/BarMenus'
import { loadMessages } from '@/i18n/i18n'
import { lazyMui } from '@/ui/lazy-mui'

const KeyboardDialog = lazyMui(async () => {
  const [{ KeyboardDialog: dialog }] = await Promise.all([
    import('@/features/settings/KeyboardDialog'),
    loadMessages(['settings']),
  ])
  return { default: dialog }
})
const SettingsDialog = lazyMui(async () => {
  const [{ SettingsDialog: dialog }] = await Promise.all([
    import('@/features/settings/SettingsDialog'),
    loadMessages(['settings']),
  ])
  return { default: dialog }
})
const JournalDialog = lazyMui(async () => {
  const [{ JournalDialog: dialog }] = await Promise.all([
    import('@/features/journal/JournalDialog'),
    loadMessages(['journal', 'session', 'steps', 'deletion', 'records']),
  ])
  return { default: dialog }
})

const SignOutDialog = lazyMui(async () => {
  const [{ SignOutDialog: dialog }] = await Promise.all([
    import('@/features/relaunch-many/SignOutDialog'),
    loadMessages(['many']),
  ])
  return { default: dialog }
})

const DIALOGS = { keyboard: KeyboardDialog, settings: SettingsDialog, journal: JournalDialog } as const

interface Props {
  readonly dialog: FrameDialog
  readonly onClose: () => void
  readonly onSignOut: () => void
}

export function FrameDialogs({ dialog, onClose, onSignOut }: Props) {
  if (dialog === 'signOut')
    return (
      <Suspense>
        <SignOutDialog onClose={onClose} onSignOut={onSignOut} />
      </Suspense>
    )
  const Dialog = DIALOGS[dialog]
  return (
    <Suspense>
      <Dialog key={dialog} onClose={onClose} />
    </Suspense>
  )
}
