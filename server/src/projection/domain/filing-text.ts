import type { PrincipleCode } from '@roundtable/shared/framework'

/** A principles document as it would be filed: its text, the text's hash, and what keeps it from being filed. */
export interface FilingText {
  readonly text: string
  readonly hash: string
  readonly unanswered: readonly PrincipleCode[]
}
