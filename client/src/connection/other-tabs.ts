import { randomId } from '../lib/random-id.js'
import { openUnsent, recoveredCount } from './at-stake.js'

/*
 * What the tabs of one browser tell each other: what would be lost with a sign-out, and that there was one. Where the browser
 * has no such channel, each tab finds out by itself, as it did before.
 */

/** What another tab holds. */
export interface HeldElsewhere {
  readonly tab: string
  /** Of its open documents, by the name of their copy, the edits nobody has confirmed. */
  readonly unsent: readonly (readonly [string, number])[]
  readonly recovered: number
}

type Message =
  | { readonly kind: 'asks'; readonly personId: string }
  | ({ readonly kind: 'holds' } & HeldElsewhere)
  /** `counted`: the tabs whose unsent words stood in the question that was answered with yes. */
  | { readonly kind: 'signedOut'; readonly personId: string; readonly counted: readonly string[] }

const TAB = randomId()
const NAME = 'roundtable'

/** Tells the listener what each other tab holds of a person, as they answer. Ends with the answer. */
export function askOtherTabs(personId: string, onAnswer: (held: HeldElsewhere) => void): () => void {
  const channel = openChannel((message) => message.kind === 'holds' && onAnswer(message))
  say(channel, { kind: 'asks', personId })
  return () => channel?.close()
}

export function tellSignedOut(personId: string, counted: readonly string[]): void {
  const channel = openChannel(() => undefined)
  say(channel, { kind: 'signedOut', personId, counted })
  channel?.close()
}

/** Answers other tabs, and hears of a sign-out there: whether this tab's words were in its question. Ends with the answer. */
export function listenToOtherTabs(personId: string, onSignedOut: (wasCounted: boolean) => void): () => void {
  const channel = openChannel((message) => {
    if (message.kind === 'holds' || message.personId !== personId) return
    if (message.kind === 'signedOut') return onSignedOut(message.counted.includes(TAB))
    const held: HeldElsewhere = { tab: TAB, unsent: openUnsent(), recovered: recoveredCount(personId) }
    say(channel, { kind: 'holds', ...held })
  })
  return () => channel?.close()
}

function say(channel: BroadcastChannel | null, message: Message): void {
  channel?.postMessage({ ...message, from: TAB })
}

function openChannel(onMessage: (message: Message) => void): BroadcastChannel | null {
  if (!('BroadcastChannel' in window)) return null
  const channel = new BroadcastChannel(NAME)
  // A page hears itself when it listens by another object of the same name.
  channel.onmessage = ({ data }: MessageEvent<Message & { readonly from: string }>) => data.from !== TAB && onMessage(data)
  return channel
}
