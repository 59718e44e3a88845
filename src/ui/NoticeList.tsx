/** The messages themselves: Base UI toasts in our style, each a status or an alert, reachable by F6. */
import { Toast } from '@base-ui/react/toast'
import Close from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { styled } from '@mui/material/styles'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import { CopyableText } from './CopyableText'
import { liveHost } from './live-host'
import type { NoticeContent } from './notice-queue'
import { noticeKey, takeNotices } from './notice-queue'

const Viewport = styled(Toast.Viewport)({
  position: 'fixed',
  insetInlineEnd: 16,
  bottom: 16,
  zIndex: 1400,
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  // Clicks between the messages reach the page under them.
  pointerEvents: 'none',
  width: 'min(380px, calc(100vw - 32px))',
})

const Box = styled(Toast.Root)(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '8px 8px 8px 14px',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 6,
  borderInlineStartWidth: 4,
  borderInlineStartColor: theme.vars.palette.primary.main,
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  boxShadow: '0 6px 24px rgb(0 0 0 / 0.3)',
  overflowWrap: 'anywhere',
  pointerEvents: 'auto',
  '&[data-type=error]': { borderInlineStartColor: theme.vars.palette.error.main },
  '&[data-type=success]': { borderInlineStartColor: theme.vars.palette.success.main },
}))

const Content = styled('div')({ flex: 1, minWidth: 0 })
const Text = styled(Toast.Description)({ margin: 0 })

const SHOWN_FOR = 8000

/** A message that is shown, or waits behind newer ones. */
interface Said {
  readonly key: string
  readonly count: number
  readonly toast: string
}

interface Shown {
  readonly notice: NoticeContent
  /** How often the same message came while it is shown. */
  readonly times: number
}

function Notices() {
  const { t } = useTranslation('common')
  const { add, close, toasts } = Toast.useToastManager<Shown>()
  const said = useRef(new Map<string, Said>())
  const show = useEffectEvent((notice: NoticeContent) => {
    const isError = notice.tone === 'error'
    const isToDo = notice.action !== undefined || (notice.copyable !== undefined && notice.tone !== 'success')
    const key = noticeKey(notice)
    // One text at a time is selected.
    const id = notice.copyable === undefined ? key : 'copyable'
    const before = said.current.get(id)
    const count = before?.key === key ? before.count + 1 : 1
    // Behind newer ones it would be hidden: it moves to the front.
    const isHidden = toasts.some(({ id: shown, limited }) => shown === before?.toast && limited === true)
    const toast = before === undefined || isHidden ? `${id} ${count}` : before.toast
    said.current.set(id, { key, count, toast })
    if (isHidden && before !== undefined) close(before.toast)
    // With the same id it replaces the earlier one, and its time restarts.
    add({
      id: toast,
      type: notice.tone,
      description: count === 1 ? notice.text : `${notice.text} ${t('notices.times', { count })}`,
      data: { notice, times: count },
      timeout: isError || isToDo ? 0 : SHOWN_FOR,
      onClose: () => {
        if (said.current.get(id)?.toast === toast) said.current.delete(id)
      },
    })
  })
  useEffect(
    () =>
      takeNotices({
        show: notice => show(notice),
        clear: () => {
          said.current.clear()
          close()
        },
      }),
    [close],
  )
  return (
    <Viewport aria-label={t('notices.region')}>
      {toasts.map(toast => (
        <Box
          key={toast.id}
          toast={toast}
          swipeDirection={[]}
          // A message, not a dialog. Its own role says how urgent it is: Base UI's high priority
          // hides a message that can be focused, and reads out a copy of it.
          role={toast.type === 'error' ? 'alert' : 'status'}
          aria-modal={undefined}
        >
          <Content>
            <Text />
            {toast.data?.notice.copyable !== undefined && (
              <CopyableText
                key={`${toast.data.times} ${toast.data.notice.copyable}`}
                text={toast.data.notice.copyable}
              />
            )}
          </Content>
          {toast.data?.notice.action !== undefined && (
            <Button
              size="small"
              onClick={() => {
                toast.data?.notice.action?.onClick()
                close(toast.id)
              }}
            >
              {toast.data.notice.action.label}
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
