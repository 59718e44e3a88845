/** The bar of a selection, with the parts of other areas that it shows. */
import type { ComponentProps } from 'react'
import { Suspense } from 'react'
import type { Session } from '@/domain/session'
import { SelectionTools } from '@/features/relaunch-many/SelectionTools'
import { loadDeletionOf } from '@/features/session/load-dialogs'
import { lazyMui } from '@/ui/lazy-mui'

const DeletionDialog = lazyMui(loadDeletionOf)

function Deletion(props: { readonly session: Session; readonly onClose: () => void }) {
  return (
    <Suspense>
      <DeletionDialog {...props} />
    </Suspense>
  )
}

type Props = Omit<ComponentProps<typeof SelectionTools>, 'Deletion'>

export function SelectionParts(props: Props) {
  return <SelectionTools {...props} Deletion={Deletion} />
}
