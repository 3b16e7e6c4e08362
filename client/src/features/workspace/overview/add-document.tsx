import type { DocumentKind } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useState } from 'react'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { AddForm, type NewKind } from './add-form.js'

/** A button that opens the form, or why there is none. */
export function AddDocument({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const may = useMay(workspace)
  const [isOpen, setOpen] = useState(false)
  const kinds = workspace.creatable.filter(isNewKind)
  if (kinds.length === 0) return <WhyNot cannot={t('addDocument.cannot')} because={may('edit', 'OBJ').because} />
  return (
    <div className="row">
      <Button icon="plus" onPress={() => setOpen(true)}>
        {t('addDocument.title')}
      </Button>
      <Dialog title={t('addDocument.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AddForm workspace={workspace} kinds={kinds} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

function isNewKind(kind: DocumentKind): kind is NewKind {
  return kind !== 'plain'
}
