import { useLayoutEffect, useState, type ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { focusPage } from '../lib/focus-page.js'
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
          <FocusBack />
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/**
 * Where the focus would be nowhere when the dialog has closed: what opened it is gone with what was done, or was the item of a
 * menu. The menu has not given the focus back to its button by then, and React Aria keeps, now and then, the item.
 */
function FocusBack() {
  const [button] = useState(buttonOfOpenMenu)
  useLayoutEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        if (button?.isConnected) button.focus()
        else focusPage()
      })
    },
    [button]
  )
  return null
}

function buttonOfOpenMenu(): HTMLElement | null {
  const menu = document.activeElement?.closest('[role="menu"]')
  return menu ? document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(menu.id)}"]`) : null
}
