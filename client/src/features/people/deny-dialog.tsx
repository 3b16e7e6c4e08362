import type { ProtocolView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { useAnswerProtocol } from './people.js'
import { ReasonDialog } from '../../ui/reason-dialog.js'

interface DenyDialogProps {
  readonly workspaceId: string
  readonly protocol: ProtocolView
  readonly onClose: () => void
  /** The buttons are gone with the answer: the focus goes to what was answered. */
  readonly onDenied: () => void
}

export function DenyDialog({ workspaceId, protocol, onClose, onDenied }: DenyDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const answer = useAnswerProtocol(workspaceId)

  function send(reason: string) {
    answer.mutate(
      { protocolId: protocol.id, stance: 'object', reason },
      {
        onSuccess: () => {
          announce(t('protocol.deniedNow', { name: protocol.candidate.name }))
          onClose()
          onDenied()
        }
      }
    )
  }

  return (
    <ReasonDialog
      title={t('protocol.denyTitle')}
      submit={t('protocol.denySubmit')}
      label={t('protocol.denyReason')}
      hint={t('protocol.denyHint')}
      missing={t('protocol.denyMissing')}
      error={answer.error}
      isPending={answer.isPending}
      onSend={send}
      onClose={onClose}
    />
  )
}
