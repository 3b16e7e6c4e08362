import { useEffect, type RefObject } from 'react'

const PROBLEM = '[aria-invalid="true"], fieldset[data-invalid] input'

/** After each refused attempt, by this page or by the server, the first field with a problem has the focus, so that its sentence is read. */
export function useFocusOnProblem(form: RefObject<HTMLElement | null>, attempts: number, error: unknown): void {
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>(PROBLEM)?.focus()
  }, [form, attempts, error])
}
