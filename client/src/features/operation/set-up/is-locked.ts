import type { SetUpStep, SetUpView } from '@roundtable/shared/protocol'

/** The three last pages are the operator's, and wait for there to be one; whoever is the first is asked for once, and for their phrase. */
export function isLocked(step: SetUpStep, { steps, hasOperator }: SetUpView): boolean {
  if (step === 'place') return false
  return step === 'operator' ? steps.some((each) => each.step === step && each.isDone) : !hasOperator
}

/** The first page that is not done and can be opened. */
export function nextStep(view: SetUpView): SetUpStep | null {
  return view.steps.find(({ step, isDone }) => !isDone && !isLocked(step, view))?.step ?? null
}
