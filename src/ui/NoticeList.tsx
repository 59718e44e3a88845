/** The messages themselves: Base UI toasts in our clothes, a status or an alert each, reachable by F6. */
import { Toast } from '@base-ui/react/toast'
import Close from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { styled } from '@mui/material/styles'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { liveHost } from './live-host'
import type { NoticeContent } from './notice-queue'
import { takeNotices } from './notice-queue'

const Viewport = styled(Toast.Viewport)({
  position: 'fixed',
  insetInlineEnd: 16,
  bottom: 16,
  zIndex: 1400,
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  width: 'min(380px, calc(100vw - 32px))',
})

const Box = styled(Toast.Root)(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '8px 8px 8px 14px',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 6,
  borderInlineStartWidth: 4,
  borderInlineStartColor: (theme.vars ?? theme).palette.primary.main,
  color: (theme.vars ?? theme).palette.text.primary,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  boxShadow: '0 6px 24px rgb(0 0 0 / 0.3)',
  overflowWrap: 'anywhere',
  '&[data-type=error]': { borderInlineStartColor: (theme.vars ?? theme).palette.error.main },
  '&[data-type=success]': { borderInlineStartColor: (theme.vars ?? theme).palette.success.main },
}))

const Text = styled(Toast.Description)({ margin: 0, flex: 1, minWidth: 0 })

const SHOWN_FOR = 8000

function Notices() {
  const { t } = useTranslation('common')
  const { add, close, toasts } = Toast.useToastManager<NoticeContent>()
  useEffect(
    () =>
      takeNotices({
        show: notice => {
          const isError = notice.tone === 'error'
          add({
            type: notice.tone,
            description: notice.text,
            data: notice,
            timeout: isError || notice.action !== undefined ? 0 : SHOWN_FOR,
            priority: isError ? 'high' : 'low',
          })
        },
        clear: () => close(),
      }),
    [add, close],
  )
  return (
    <Viewport aria-label={t('notices.region')}>
      {toasts.map(toast => (
        <Box
          key={toast.id}
          toast={toast}
          swipeDirection={[]}
          // A message, not a dialog one would have to leave.
          role={toast.type === 'error' ? 'alert' : 'status'}
          aria-modal={undefined}
        >
          <Text />
          {toast.data?.action !== undefined && (
            <Button
              size="small"
              onClick={() => {
                toast.data?.action?.onClick()
                close(toast.id)
              }}
            >
              {toast.data.action.label}
            </Button>
          )}
          <IconButton size="small" aria-label={t('notices.close')} onClick={() => close(toast.id)}>
            <Close fontSize="small" />
          </IconButton>
        </Box>
      ))}
    </Viewport>
  )
}

export function NoticeList() {
  return (
    <Toast.Provider limit={4}>
      <Toast.Portal container={liveHost()}>
        <Notices />
      </Toast.Portal>
    </Toast.Provider>
  )
}
