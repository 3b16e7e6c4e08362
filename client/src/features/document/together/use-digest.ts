import { useEffect, useEffectEvent } from 'react'
import type * as Y from 'yjs'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { comingsAndGoings } from '../frame/comings-and-goings.js'
import { presentUser, type PresentUser } from '../frame/present-user.js'
import { useOpenDocument } from '../open-document.js'
import { useGuide } from '../places/guide.js'
import { placeOn } from '../places/on-page.js'
import { placesChanged } from '../places/place.js'
import { Digest, DIGEST_EVERY } from './digest.js'
import { digestWords } from './digest-words.js'
import type { Scope } from './scope.js'

/** Tells what others do, together and seldom: who came and went, and what they changed, as far as the person wants to hear of it. */
export function useDigest(others: readonly PresentUser[], scope: Scope, isSynced: boolean): void {
  const { t } = useText()
  const { list } = useFormat()
  const announce = useAnnounce()
  const guide = useGuide()
  const { live, doc, view } = useOpenDocument()

  const people = useEffectEvent((told: readonly PresentUser[]) => {
    const { came, went } = comingsAndGoings(told, others)
    const sentence =
      came.length > 0 ? t('people.came', { names: list(came) }) : went.length > 0 ? t('people.went', { names: list(went) }) : null
    return { sentence: scope === 'off' ? null : sentence, others }
  })
  const changes = useEffectEvent((digest: Digest) => {
    const told = digest.take()
    return told && digestWords(told, guide, t)
  })
  const say = useEffectEvent((sentences: readonly (string | null)[]) => {
    const said = sentences.filter((sentence) => sentence !== null).join(' ')
    if (said !== '') announce(said, 'later')
  })
  const note = useEffectEvent((digest: Digest, transaction: Y.Transaction) => {
    if (!isSynced) return
    digest.note(namesIn(transaction, live.awareness.getStates()), placesChanged(doc, view.kind, transaction), {
      scope,
      mine: placeOn(document.activeElement)
    })
  })

  useEffect(() => {
    const digest = new Digest()
    let told: readonly PresentUser[] = []
    // One's own changes may come of rendering, where an effect event cannot be asked.
    const changed = (transaction: Y.Transaction) => transaction.local || note(digest, transaction)
    doc.on('afterTransaction', changed)
    const timer = setInterval(() => {
      const present = people(told)
      told = present.others
      say([present.sentence, changes(digest)])
    }, DIGEST_EVERY)
    return () => {
      clearInterval(timer)
      doc.off('afterTransaction', changed)
    }
  }, [doc])
}

/** Who wrote in a transaction, as far as they are here by name. Who only takes words away is not named by it. */
function namesIn({ beforeState, afterState }: Y.Transaction, states: ReadonlyMap<number, object>): string[] {
  return [...afterState].flatMap(([client, clock]) => {
    const user = clock > (beforeState.get(client) ?? 0) ? presentUser(states.get(client) ?? null) : null
    return user ? [user.name] : []
  })
}
