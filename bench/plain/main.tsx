/** The yardstick: React, MUI and React Query asking the same two questions and drawing two plain tables, nothing else. */
import { CssBaseline, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

interface Row {
  readonly name: string
  readonly lastUpdateDate?: string
  readonly steps: readonly { readonly type: string; readonly state: { readonly errors: number } }[]
}

interface Answer {
  readonly content: readonly { readonly content: Row }[]
  readonly metadata: { readonly totalElements: number }
}

/** bench.mjs puts it there: how the dashboard keeps its own token is no business of this page. */
const token = sessionStorage.getItem('bench-token') ?? ''

async function ask(kind: string): Promise<Answer> {
  const answer = await fetch(`/api/v1/rs-admin/${kind}?page=0&size=50&sort=lastUpdateDate,desc`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  return (await answer.json()) as Answer
}

const page = (kind: string) => queryOptions({ queryKey: [kind], queryFn: () => ask(kind) })

function PlainTable({ kind, title }: { readonly kind: string; readonly title: string }) {
  const { data } = useQuery(page(kind))
  return (
    <Paper>
      <Typography variant="h6">
        {title} {data?.metadata.totalElements}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>Name</TableCell>
            <TableCell align="right">Errors</TableCell>
            <TableCell>Updated</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {data?.content.map(({ content }) => (
            <TableRow key={content.name}>
              <TableCell>{content.name}</TableCell>
              <TableCell align="right">{content.steps.reduce((sum, step) => sum + step.state.errors, 0)}</TableCell>
              <TableCell>{content.lastUpdateDate}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <CssBaseline />
        <PlainTable kind="sources" title="Sources" />
        <PlainTable kind="sessions" title="Sessions" />
      </QueryClientProvider>
    </StrictMode>,
  )
}
