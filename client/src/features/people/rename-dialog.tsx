import type { MemberView } from '@roundtable/shared/protocol'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { TextField } from '../../ui/text-field.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { useKeptForm } from '../../ui/use-kept-form.js'
import { useChangeSeat } from './people.js'

interface RenameDialogProps {
  readonly workspaceId: string
  readonly member: MemberView
  readonly onClose: () => void
}

export function RenameDialog({ workspaceId, member, onClose }: RenameDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const change = useChangeSeat(workspaceId)
  const title = t('members.renameTitle')
  const [name, setName, close] = useKeptForm({ title, isPending: change.isPending, onClose }, member.name, member.id)
  const isMissing = name.trim() === ''

  function send() {
    if (isMissing) return
    change.mutate(
      { seatId: member.id, name },
      {
        onSuccess: () => {
          announce(t('members.renamed', { name: name.trim() }))
          close()
        }
      }
    )
  }

  return (
    <FormDialog
      title={title}
      submit={t('members.renameSubmit')}
      error={change.error}
      isPending={change.isPending}
      onSubmit={send}
      onClose={close}
    >
      <TextField
        label={t('members.renameName')}
        hint={t('members.renameHint')}
        value={name}
        onChange={setName}
        maxLength={120}
        autoComplete="off"
        error={isMissing ? t('members.renameMissing') : fieldProblem(change.error, 'name')}
      />
    </FormDialog>
  )
}
