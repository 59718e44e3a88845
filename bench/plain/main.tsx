/** The yardstick: what React, MUI, React Query and React Virtual cost for two lists and a drawer, and nothing else. */
import AppBar from '@mui/material/AppBar'
import Button from '@mui/material/Button'
import CssBaseline from '@mui/material/CssBaseline'
import Toolbar from '@mui/material/Toolbar'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { QueryClient, QueryClientProvider, useIsFetching, useQueryClient } from '@tanstack/react-query'
import { StrictMode, Suspense, lazy, useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { VirtualList } from './VirtualList'
import { SESSION_COLUMNS, SOURCE_COLUMNS } from './columns'
import type { Session, Source } from './questions'

const SessionDrawer = lazy(async () => ({ default: (await import('./SessionDrawer')).SessionDrawer }))

const Frame = styled('div')({ height: '100vh', display: 'flex', flexDirection: 'column' })
const Panes = styled('main')({ flex: 1, minHeight: 0, display: 'flex', gap: 8, padding: 8 })

function Bar() {
  const queryClient = useQueryClient()
  const isBusy = useIsFetching() > 0
  return (
    <AppBar position="static" color="default">
      <Toolbar variant="dense">
        <Typography component="h1" variant="h6" sx={{ flex: 1 }}>
          Two plain lists
        </Typography>
        <Button aria-busy={isBusy} onClick={() => void queryClient.refetchQueries({ type: 'active' })}>
          Refresh
        </Button>
      </Toolbar>
    </AppBar>
  )
}

const nameOfSource = ({ name }: Source) => name
const nameOfSession = ({ name, source }: Session) => `${name} of ${source}`

function Board() {
  const [open, setOpen] = useState<Session>()
  const close = useCallback(() => setOpen(undefined), [])
  return (
    <Frame>
      <Bar />
      <Panes>
        <VirtualList kind="sources" title="Sources" columns={SOURCE_COLUMNS} nameOf={nameOfSource} />
        <VirtualList
          kind="sessions"
          title="Sessions"
          columns={SESSION_COLUMNS}
          nameOf={nameOfSession}
          onOpen={setOpen}
        />
      </Panes>
      <Suspense>
        {open && <SessionDrawer key={open.id} id={open.id} title={nameOfSession(open)} onClose={close} />}
      </Suspense>
    </Frame>
  )
}

const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000 } } })

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <CssBaseline />
        <Board />
      </QueryClientProvider>
    </StrictMode>,
  )
}
