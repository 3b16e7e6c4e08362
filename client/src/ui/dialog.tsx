import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useCloseByBack } from './use-close-by-back.js'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** An alert dialog is read out at once: for questions that must be answered. */
  readonly role?: 'dialog' | 'alertdialog'
  /** Something was typed into it: a press beside it, which may be a slip, does not close it. */
  readonly holdsWords?: boolean
  readonly children: ReactNode
}

export function Dialog({ title, isOpen, onClose, role = 'dialog', holdsWords = false, children }: DialogProps) {
  useCloseByBack(isOpen, onClose)
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isDismissable={role === 'dialog' && !holdsWords}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="dialog">
        <AriaDialog role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
