import type { MemberView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { useEndSeat } from './people.js'
import { ReasonDialog } from '../../ui/reason-dialog.js'

interface EndSeatDialogProps {
  readonly workspaceId: string
  readonly member: MemberView
  readonly onClose: () => void
  readonly onEnded: () => void
}

/** Ending somebody's seat is said in so many words, with a reason that stays on record. */
export function EndSeatDialog({ workspaceId, member, onClose, onEnded }: EndSeatDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const end = useEndSeat(workspaceId)

  function send(reason: string) {
    end.mutate(
      { seatId: member.id, reason },
      {
        onSuccess: () => {
          announce(t('members.ended', { name: member.name }))
          onClose()
          onEnded()
        }
      }
    )
  }

  return (
    <ReasonDialog
      title={t('members.endTitle', { name: member.name })}
      submit={t('members.endSubmit')}
      look="danger"
      role="alertdialog"
      lead={t('members.endLead')}
      label={t('members.endReason')}
      hint={t('members.endReasonHint')}
      missing={t('members.endReasonMissing')}
      error={end.error}
      isPending={end.isPending}
      onSend={send}
      onClose={onClose}
    />
  )
}
