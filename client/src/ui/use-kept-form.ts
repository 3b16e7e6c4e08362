import { useEffect, useRef } from 'react'
import { useKeptState } from '../lib/kept-input.js'
import type { FormDialogProps } from './form-dialog.js'

/**
 * What is typed into a form over this page: it goes when it was sent and when the form is put away, and no sooner.
 *
 * @param of what the form is about, where its title does not say it
 */
export function useKeptForm<T>(
  { title, isPending, onClose }: Pick<FormDialogProps, 'title' | 'isPending' | 'onClose'>,
  initial: T,
  of = ''
) {
  const [typed, setTyped, drop] = useKeptState(`form${window.location.pathname}/${title}/${of}`, initial)
  const sending = useRef(false)
  useEffect(() => {
    sending.current = isPending
  }, [isPending])
  // A form that goes while it is being sent was sent: one that is refused stays.
  useEffect(
    () => () => {
      if (sending.current) drop()
    },
    [drop]
  )
  function close() {
    drop()
    onClose()
  }
  return [typed, setTyped, close] as const
}
