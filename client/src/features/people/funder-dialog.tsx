import type { MemberView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { useChangeSeat } from './people.js'

interface FunderDialogProps {
  readonly workspaceId: string
  readonly member: MemberView
  readonly onClose: () => void
}

/** Who pays is said openly, and takes away the say about what the data will be about: so it is asked. */
export function FunderDialog({ workspaceId, member, onClose }: FunderDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const change = useChangeSeat(workspaceId)
  const isFunder = !member.isFunder

  function send() {
    change.mutate(
      { seatId: member.id, isFunder },
      {
        onSuccess: () => {
          announce(t(isFunder ? 'members.funderMarked' : 'members.funderUnmarked', { name: member.name }))
          onClose()
        }
      }
    )
  }

  return (
    <FormDialog
      title={t(isFunder ? 'members.funderTitle' : 'members.noFunderTitle', { name: member.name })}
      submit={t(isFunder ? 'members.funderSubmit' : 'members.noFunderSubmit')}
      error={change.error}
      isPending={change.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{t(isFunder ? 'members.funderLead' : 'members.noFunderLead')}</p>
    </FormDialog>
  )
}
