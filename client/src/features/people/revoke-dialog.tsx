import type { InvitationView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { useRevokeInvitation } from './invitations.js'

interface RevokeDialogProps {
  readonly workspaceId: string
  readonly invitation: InvitationView
  readonly onClose: () => void
  readonly onRevoked: () => void
}

export function RevokeDialog({ workspaceId, invitation, onClose, onRevoked }: RevokeDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const revoke = useRevokeInvitation(workspaceId)

  function send() {
    revoke.mutate(invitation.id, {
      onSuccess: () => {
        announce(t('invitations.revoked'))
        onClose()
        onRevoked()
      }
    })
  }

  return (
    <FormDialog
      title={t('invitations.revokeTitle')}
      submit={t('invitations.revokeSubmit')}
      look="danger"
      role="alertdialog"
      error={revoke.error}
      isPending={revoke.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{t('invitations.revokeLead', { left: invitation.usesLeft })}</p>
    </FormDialog>
  )
}
