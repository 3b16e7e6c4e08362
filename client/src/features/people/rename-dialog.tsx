import { useState } from 'react'
import type { MemberView } from '@roundtable/shared/protocol'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { TextField } from '../../ui/text-field.js'
import { FormDialog } from '../../ui/form-dialog.js'
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
  const [name, setName] = useState(member.name)
  const isMissing = name.trim() === ''

  function send() {
    if (isMissing) return
    change.mutate(
      { seatId: member.id, name },
      {
        onSuccess: () => {
          announce(t('members.renamed', { name: name.trim() }))
          onClose()
        }
      }
    )
  }

  return (
    <FormDialog
      title={t('members.renameTitle')}
      submit={t('members.renameSubmit')}
      error={change.error}
      isPending={change.isPending}
      onSubmit={send}
      onClose={onClose}
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
