import { flushSync } from 'react-dom'
import { readDocument } from '@roundtable/shared/document'
import { useText } from '../../../locales/use-text.js'
import { useOpenDocument } from '../open-document.js'
import { useGuide } from '../places/guide.js'
import type { Place } from '../places/place.js'
import type { TakenBack } from './own-history.js'
import type { HistoryAct } from './undo-keys.js'

/**
 * Takes a step back, or does it again, and has the sentence of what that did: which entry moved, went or came back, or what of
 * it is otherwise. `place` is where it is seen; null where nothing changed.
 */
export function useTakenBack() {
  const { t } = useText()
  const guide = useGuide()
  const { doc, view } = useOpenDocument()

  /** At which place of how many an entry stands by now; null where there is no such entry. */
  function standing(entry: string): { readonly place: number; readonly total: number } | null {
    for (const list of Object.values(readDocument(view.kind, doc)) as readonly unknown[]) {
      if (!Array.isArray(list)) continue
      const index = list.findIndex((one: { readonly id?: unknown }) => one.id === entry)
      if (index >= 0) return { place: guide.numberOf?.(entry) ?? index + 1, total: list.length }
    }
    return null
  }

  function words(which: HistoryAct, place: Place, before: string | null, field: string | null): string {
    const { entry, part } = place
    const stands = entry === null ? null : standing(entry)
    const name = guide.nameOf(place)
    if (entry !== null && part === null && stands === null && before) return t(`history.${which}.gone`, { name: before })
    if (!name) return t(`history.${which}`)
    if (part === null && stands) return t(`history.${which}.back`, { name })
    if (part === 'place' && stands) return t(`history.${which}.moved`, { name, ...stands })
    return field ? t(`history.${which}.field`, { place: name, field }) : t(`history.${which}At`, { place: name })
  }

  return (which: HistoryAct, act: () => TakenBack | null) => {
    // What comes back has its name, and can be opened, once the page shows it; what goes has it until then.
    const { taken, place, before, field } = flushSync(() => {
      const taken = act()
      const places = taken?.places ?? []
      const place = places.find(({ entry, part }) => entry !== null && part === null) ?? places.find(isMove) ?? places[0] ?? null
      return { taken, place, before: place && guide.nameOf(place), field: (place && guide.fieldOf?.(place)) ?? null }
    })
    if (!taken) return null
    const others = new Set(taken.places.map(({ entry }) => entry)).size - 1
    const sentences = [
      place ? words(which, place, before, field) : taken.isPartly ? null : t(`history.nothing.${which}`),
      others > 0 ? t('history.others', { n: others }) : null,
      taken.isPartly ? t('history.kept') : null
    ]
    return { place, sentence: sentences.filter((sentence) => sentence !== null).join(' ') }
  }
}

function isMove({ entry, part }: Place): boolean {
  return entry !== null && part === 'place'
}
